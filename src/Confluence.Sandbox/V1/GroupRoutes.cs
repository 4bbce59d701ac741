using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>Groups and their members. An unknown group has no members: an empty page, not an error.</summary>
internal static class GroupRoutes
{
    private const int DefaultLimit = 200;

    public static void Add(RouteTable routes)
    {
        routes.Get("api/group", static exchange =>
            V1List.Read(exchange, DefaultLimit, DefaultLimit)
                .Write(exchange, exchange.Site.Groups.All, withTotal: false, (writer, group) => Write(writer, exchange, group)));
        routes.Get("api/group/by-id", ById);
        routes.Get("api/group/picker", Pick);
        routes.Get("api/group/{}/membersByGroupId", Members);
    }

    private static void ById(Exchange exchange)
    {
        string id = exchange.Required("id");
        Group group = exchange.Site.Groups.Find(id) ?? throw V1Error.NotFound("There is no group with the id " + id);
        exchange.WriteObject(writer => WriteMembers(writer, exchange, group));
    }

    /// <summary>Searches groups by a part of their names.</summary>
    private static void Pick(Exchange exchange)
    {
        string query = exchange.Required("query");
        List<Group> found = [.. exchange.Site.Groups.All.Where(group => group.Name.Contains(query, StringComparison.OrdinalIgnoreCase))];
        V1List.Read(exchange, DefaultLimit, DefaultLimit)
            .Write(exchange, found, WantsTotal(exchange), (writer, group) => Write(writer, exchange, group));
    }

    private static void Members(Exchange exchange)
    {
        Group? group = exchange.Site.Groups.Find(exchange.Value(0));
        List<int> members = group is null ? [] : [.. exchange.Site.Groups.Members(group)];
        V1List.Read(exchange, DefaultLimit, DefaultLimit)
            .Write(exchange, members, WantsTotal(exchange), (writer, user) => UserJson.Write(writer, exchange, exchange.Site.Users.Get(user)));
    }

    private static void Write(Utf8JsonWriter writer, Exchange exchange, Group group)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exchange, group);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, Group group)
    {
        writer.WriteString("type"u8, "group"u8);
        writer.WriteString("name"u8, group.Name);
        writer.WriteString("id"u8, group.Id);
        writer.WriteStartObject("_links"u8);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/experimental/group/{group.Name}");
        writer.WriteEndObject();
    }

    private static bool WantsTotal(Exchange exchange) => exchange.Request.Query["shouldReturnTotalSize"] == "true";
}
