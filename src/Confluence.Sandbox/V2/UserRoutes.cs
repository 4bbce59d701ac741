using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V2;

/// <summary>Looking up accounts by id: <c>POST /users-bulk</c>, which leaves out the ids that it does not know.</summary>
internal static class UserRoutes
{
    private const int MaximumIds = 250;

    public static void Add(RouteTable routes) => routes.Add("POST", "users-bulk", LookUpAsync);

    private static async Task LookUpAsync(Exchange exchange)
    {
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        List<int> users = Read(exchange, document.RootElement);
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (int user in users)
            {
                Write(writer, exchange, user);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("_links"u8);
            writer.WriteString("base"u8, exchange.Base);
            writer.WriteEndObject();
        });
    }

    private static List<int> Read(Exchange exchange, JsonElement root)
    {
        if (!root.TryGetProperty("accountIds", out JsonElement ids) || ids.ValueKind != JsonValueKind.Array)
        {
            throw V2Error.InvalidBody("'accountIds' is required and must be an array");
        }

        if (ids.GetArrayLength() is 0 or > MaximumIds)
        {
            throw V2Error.InvalidBody($"'accountIds' must hold 1 to {Exchange.Text(MaximumIds)} ids");
        }

        List<int> users = [];
        foreach (JsonElement id in ids.EnumerateArray())
        {
            if (id.ValueKind != JsonValueKind.String)
            {
                throw V2Error.InvalidBody("'accountIds' must hold strings only");
            }

            if (exchange.Site.Ids.TryGetUser(id.GetString(), out int user) && !users.Contains(user))
            {
                users.Add(user);
            }
        }

        return users;
    }

    private static void Write(Utf8JsonWriter writer, Exchange exchange, int ordinal)
    {
        UserAccount user = exchange.Site.Users.Get(ordinal);
        writer.WriteStartObject();
        writer.WriteString("accountId"u8, user.AccountId);
        writer.WriteString("accountType"u8, user.AccountType);
        writer.WriteString("accountStatus"u8, user.Active ? "active"u8 : "inactive"u8);
        writer.WriteString("displayName"u8, user.DisplayName);
        writer.WriteString("publicName"u8, user.PublicName);
        writer.WriteString("email"u8, user.Email);
        writer.WriteString("timeZone"u8, user.TimeZone);
        writer.WriteId("personalSpaceId"u8, exchange.Site.Spaces.PersonalSpaceOf(ordinal) is int space ? exchange.Site.Ids.SpaceId(space) : null);
        writer.WriteBoolean("isExternalCollaborator"u8, user.Guest);
        writer.WriteStartObject("profilePicture"u8);
        writer.WriteString("path"u8, $"/wiki/aa-avatar/{user.AccountId}");
        writer.WriteBoolean("isDefault"u8, user.DefaultPicture);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
