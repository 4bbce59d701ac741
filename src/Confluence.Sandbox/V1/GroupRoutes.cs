using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;

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
        routes.Get("api/group/{}/membersByGroupId", Members);
    }

    private static void Members(Exchange exchange)
    {
        Group? group = exchange.Site.Groups.Find(exchange.Value(0));
        List<int> members = group is null ? [] : [.. exchange.Site.Groups.Members(group)];
        bool withTotal = exchange.Request.Query["shouldReturnTotalSize"] == "true";
        V1List.Read(exchange, DefaultLimit, DefaultLimit)
            .Write(exchange, members, withTotal, (writer, user) => UserJson.Write(writer, exchange, exchange.Site.Users.Get(user)));
    }

    private static void Write(Utf8JsonWriter writer, Exchange exchange, Group group)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "group"u8);
        writer.WriteString("name"u8, group.Name);
        writer.WriteString("id"u8, group.Id);
        writer.WriteStartObject("_links"u8);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/experimental/group/{group.Name}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
