using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.V1.Search;

namespace Confluence.Sandbox.V1;

/// <summary>Accounts in v1: the caller, one by id, several by id, and the search that lists them all.</summary>
internal static class UserRoutes
{
    private const int MaximumBulk = 100;
    private const int MaximumFound = 10_000;

    public static void Add(RouteTable routes)
    {
        routes.Get("api/user/current", static exchange =>
            exchange.WriteObject(writer => UserJson.WriteMembers(writer, exchange, exchange.Site.Users.Get(0))));
        routes.Get("api/user", static exchange =>
        {
            UserAccount user = Find(exchange, Required(exchange, "accountId"))
                ?? throw V1Error.NotFound("No user found with this account id: " + exchange.Request.Query["accountId"]);
            exchange.WriteObject(writer => UserJson.WriteMembers(writer, exchange, user));
        });
        routes.Get("api/user/bulk", Bulk);
        routes.Get("api/search/user", Search);
    }

    private static UserAccount? Find(Exchange exchange, string accountId) =>
        exchange.Site.Ids.TryGetUser(accountId, out int ordinal) ? exchange.Site.Users.Get(ordinal) : null;

    private static string Required(Exchange exchange, string name) =>
        exchange.Request.Query[name].ToString() is { Length: > 0 } value ? value : throw V1Error.BadRequest($"'{name}' is required");

    /// <summary>Looks up several accounts; everything after the hundredth id is dropped without a word, as on a real site.</summary>
    private static void Bulk(Exchange exchange)
    {
        List<UserAccount> users = [.. Required(exchange, "accountId")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MaximumBulk)
            .Select(id => Find(exchange, id))
            .OfType<UserAccount>()];
        new V1List(0, MaximumBulk).Write(exchange, users, withTotal: false, (writer, user) => UserJson.Write(writer, exchange, user));
    }

    /// <summary>
    /// Searches accounts. It never sends a next link, and its total is the size of the page: callers go on until a short page.
    /// </summary>
    private static void Search(Exchange exchange)
    {
        V1List list = V1List.Read(exchange, defaultLimit: 25);
        Func<int, bool> matches = UserCql.Parse(Required(exchange, "cql"), exchange.Site);
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
