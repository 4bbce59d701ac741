using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;

namespace Confluence.Sandbox.V1;

/// <summary>Writes accounts as v1 has them. A hidden e-mail address is empty, or missing altogether.</summary>
internal static class UserJson
{
    public static void Write(Utf8JsonWriter writer, Exchange exchange, UserAccount user)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exchange, user);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, UserAccount user)
    {
        string? expand = exchange.Request.Query["expand"];
        bool withOperations = expand?.Split(',').Contains("operations") == true;
        writer.WriteString("type"u8, "known"u8);
        writer.WriteString("accountId"u8, user.AccountId);
        writer.WriteString("accountType"u8, user.AccountType);
        if (user.Email.Length > 0 || user.Ordinal % 2 == 0)
        {
            writer.WriteString("email"u8, user.Email);
        }

        writer.WriteString("publicName"u8, user.PublicName);
        writer.WriteStartObject("profilePicture"u8);
        writer.WriteString("path"u8, $"/wiki/aa-avatar/{user.AccountId}");
        writer.WriteNumber("width"u8, 48);
        writer.WriteNumber("height"u8, 48);
        writer.WriteBoolean("isDefault"u8, user.DefaultPicture);
        writer.WriteEndObject();
        writer.WriteString("displayName"u8, user.DisplayName);
        writer.WriteBoolean("isExternalCollaborator"u8, user.Guest);
        if (user.TimeZone is not null)
        {
            writer.WriteString("timeZone"u8, user.TimeZone);
        }

        if (withOperations)
        {
            WriteOperations(writer, user);
        }

        writer.WriteStartObject("_expandable"u8);
        if (!withOperations)
        {
            writer.WriteString("operations"u8, ""u8);
        }

        writer.WriteString("personalSpace"u8, ""u8);
        writer.WriteEndObject();
        writer.WriteStartObject("_links"u8);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/api/user?accountId={user.AccountId}");
        writer.WriteEndObject();
    }

    // A deactivated account may do nothing, not even use the product.
    private static void WriteOperations(Utf8JsonWriter writer, UserAccount user)
    {
        writer.WriteStartArray("operations"u8);
        if (user.Active)
        {
            writer.WriteStartObject();
            writer.WriteString("operation"u8, "use"u8);
            writer.WriteString("targetType"u8, "application"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
