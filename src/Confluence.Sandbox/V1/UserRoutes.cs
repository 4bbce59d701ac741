using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>Accounts in v1: the caller, one by id and several by id.</summary>
internal static class UserRoutes
{
    private const int MaximumBulk = 100;

    public static void Add(RouteTable routes)
    {
        routes.Get("api/user/current", static exchange =>
            exchange.WriteObject(writer => UserJson.WriteMembers(writer, exchange, exchange.Site.Users.Get(0))));
        routes.Get("api/user", static exchange =>
        {
            UserAccount user = Find(exchange, exchange.Required("accountId"))
                ?? throw V1Error.NotFound("No user found with this account id: " + exchange.Request.Query["accountId"]);
            exchange.WriteObject(writer => UserJson.WriteMembers(writer, exchange, user));
        });
        routes.Get("api/user/bulk", Bulk);
    }

    private static UserAccount? Find(Exchange exchange, string accountId) =>
        exchange.Site.Ids.TryGetUser(accountId, out int ordinal) ? exchange.Site.Users.Get(ordinal) : null;

    /// <summary>Looks up several accounts; everything after the hundredth id is dropped without a word, as on a real site.</summary>
    private static void Bulk(Exchange exchange)
    {
        List<UserAccount> users = [.. exchange.Required("accountId")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MaximumBulk)
            .Select(id => Find(exchange, id))
            .OfType<UserAccount>()];
        new V1List(0, MaximumBulk).Write(exchange, users, withTotal: false, (writer, user) => UserJson.Write(writer, exchange, user));
    }
}
