using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>The audit log: all of it or a range of time, and how long records are kept. A rule refuses it to others than administrators.</summary>
internal static class AuditRoutes
{
    private const int DefaultLimit = 1_000;

    // Months and years are counted as on a real site by the calendar; the longer units reach beyond the life of any site.
    private static readonly string[] s_units =
        ["NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "HALF_DAYS", "DAYS", "WEEKS", "MONTHS", "YEARS", "DECADES", "CENTURIES"];

    public static void Add(RouteTable routes)
    {
        routes.Get("api/audit", static exchange => Write(exchange, exchange.EpochMoment("startDate"), exchange.EpochMoment("endDate")));
        routes.Get("api/audit/since", static exchange => Write(exchange, Since(exchange), null));
        routes.Get("api/audit/retention", static exchange => exchange.WriteObject(static writer =>
        {
            writer.WriteNumber("number"u8, 1);
            writer.WriteString("units"u8, "YEARS"u8);
        }));
    }

    private static DateTimeOffset Since(Exchange exchange)
    {
        string numberText = exchange.Request.Query["number"].ToString() is { Length: > 0 } given ? given : "3";
        string units = exchange.Request.Query["units"].ToString() is { Length: > 0 } unit ? unit : "MONTHS";
        if (!int.TryParse(numberText, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            throw V1Error.BadRequest($"'number' must be an integer of 0 or more, but is '{numberText}'");
        }

        DateTimeOffset now = exchange.Site.Clock.GetUtcNow();
        try
        {
            return units switch
            {
                "NANOS" => now.AddTicks(-number / 100),
                "MICROS" => now.AddMicroseconds(-number),
                "MILLIS" => now.AddMilliseconds(-number),
                "SECONDS" => now.AddSeconds(-number),
                "MINUTES" => now.AddMinutes(-number),
                "HOURS" => now.AddHours(-number),
                "HALF_DAYS" => now.AddDays(-number / 2.0),
                "DAYS" => now.AddDays(-number),
                "WEEKS" => now.AddDays(-7.0 * number),
                "MONTHS" => now.AddMonths(-number),
                "YEARS" => now.AddYears(-number),
                "DECADES" or "CENTURIES" => number == 0 ? now : DateTimeOffset.MinValue,
                _ => throw V1Error.BadRequest($"'units' must be one of {string.Join(", ", s_units)}, but is '{units}'"),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTimeOffset.MinValue; // Further back than a date can name.
        }
    }

    private static void Write(Exchange exchange, DateTimeOffset? from, DateTimeOffset? to)
    {
        string words = exchange.Request.Query["searchString"].ToString();
        List<AuditEntry> found = [.. exchange.Site.Audit.Records().Where(entry =>
            (from is null || entry.At >= from) && (to is null || entry.At <= to)
            && (words.Length == 0 || Texts(exchange, entry).Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))))];
        V1List.Read(exchange, DefaultLimit, DefaultLimit).Write(exchange, found, withTotal: false, (writer, entry) => Write(writer, exchange, entry));
    }

    private static IEnumerable<string> Texts(Exchange exchange, AuditEntry entry) =>
        [entry.Summary, entry.Category, entry.Affected, entry.Associated ?? "", AuthorName(exchange, entry)];

    private static string AuthorName(Exchange exchange, AuditEntry entry) =>
        entry.Author is int author ? exchange.Site.Users.Get(author).DisplayName : "System";

    private static void Write(Utf8JsonWriter writer, Exchange exchange, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("author"u8);
        writer.WriteString("type"u8, "user"u8);
        writer.WriteString("displayName"u8, AuthorName(exchange, entry));
        writer.WriteNull("operations"u8);
        writer.WriteBoolean("isExternalCollaborator"u8, false);
        if (entry.Author is int author)
        {
            writer.WriteString("accountId"u8, exchange.Site.Ids.AccountId(author));
        }

        writer.WriteString("accountType"u8, ""u8);
        writer.WriteString("publicName"u8, "Unknown user"u8);
        writer.WriteBoolean("externalCollaborator"u8, false);
        writer.WriteEndObject();
        writer.WriteString("remoteAddress"u8, entry.Author is null ? ""u8 : "192.0.2.1"u8);
        writer.WriteNumber("creationDate"u8, entry.At.ToUnixTimeMilliseconds());
        writer.WriteString("summary"u8, entry.Summary);
        writer.WriteString("description"u8, ""u8);
        writer.WriteString("category"u8, entry.Category);
        writer.WriteBoolean("sysAdmin"u8, false);
        writer.WriteBoolean("superAdmin"u8, false);
        writer.WritePropertyName("affectedObject"u8);
        WriteObject(writer, entry.Affected, entry.AffectedType);
        writer.WriteStartArray("changedValues"u8);
        foreach ((string name, string value) in entry.Changed)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, name);
            writer.WriteString("oldValue"u8, ""u8);
            writer.WriteString("newValue"u8, value);
            writer.WriteString("hiddenOldValue"u8, ""u8);
            writer.WriteString("hiddenNewValue"u8, ""u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("associatedObjects"u8);
        if (entry.Associated is not null)
        {
            WriteObject(writer, entry.Associated, "User");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, string name, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("objectType"u8, type);
        writer.WriteEndObject();
    }
}
