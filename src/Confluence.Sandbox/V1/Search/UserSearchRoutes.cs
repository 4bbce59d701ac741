using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1.Search;

/// <summary>The search of v1 that lists all accounts.</summary>
internal static class UserSearchRoutes
{
    private const int MaximumFound = 10_000;

    public static void Add(RouteTable routes) => routes.Get("api/search/user", Search);

    /// <summary>
    /// Searches accounts. It never sends a next link, and its total is the size of the page: callers go on until a short page.
    /// </summary>
    private static void Search(Exchange exchange)
    {
        V1List list = V1List.Read(exchange, defaultLimit: 25);
        Func<int, bool> matches = UserCql.Parse(exchange.Required("cql"), exchange.Site);
        string filter = exchange.Request.Query["sitePermissionTypeFilter"].ToString();
        bool? guests = filter switch
        {
            "" or "none" => false,
            "externalCollaborator" => true,
            "all" => null,
            _ => throw V1Error.BadRequest($"'sitePermissionTypeFilter' must be none, externalCollaborator or all, but is '{filter}'"),
        };
        List<int> users = [.. Enumerable.Range(0, exchange.Site.Users.Count)
            .Where(user => (guests is null || exchange.Site.Users.IsGuest(user) == guests) && matches(user))
            .Take(MaximumFound)
            .Skip(list.Start)
            .Take(list.Limit)];

        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (int ordinal in users)
            {
                UserAccount user = exchange.Site.Users.Get(ordinal);
                writer.WriteStartObject();
                writer.WriteStartObject("user"u8);
                UserJson.WriteMembers(writer, exchange, user);
                writer.WriteEndObject();
                writer.WriteString("title"u8, user.DisplayName);
                writer.WriteString("excerpt"u8, ""u8);
                writer.WriteString("url"u8, "/people/" + user.AccountId);
                writer.WriteStartArray("breadcrumbs"u8);
                writer.WriteEndArray();
                writer.WriteString("entityType"u8, "user"u8);
                writer.WriteString("iconCssClass"u8, "aui-iconfont-user"u8);
                writer.WriteDate("lastModified"u8, Dates.Epoch.AddHours(ordinal));
                writer.WriteNumber("score"u8, 0);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            V1List.WritePlace(writer, list.Start, list.Limit, users.Count);
            writer.WriteNumber("totalSize"u8, users.Count);
            writer.WriteString("cqlQuery"u8, exchange.Request.Query["cql"]);
            writer.WriteNumber("searchDuration"u8, 1);
            V1List.WriteLinks(writer, exchange, next: null);
        });
    }
}
