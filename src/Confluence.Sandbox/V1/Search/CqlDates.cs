using System.Globalization;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1.Search;

/// <summary>Compares moments. Dates without a zone are those of the caller's time zone, which is UTC in the sandbox.</summary>
internal static class CqlDates
{
    private static readonly string[] s_dateForms = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    /// <summary>Makes the test of a comparison with a moment.</summary>
    public static Func<T, bool> Compare<T>(string text, CqlClause clause, Site site, Func<T, DateTimeOffset> date)
    {
        if (clause.Values.Count != 1)
        {
            throw Cql.Error(text, $"dates cannot be compared with '{clause.Operator}'");
        }

        DateTimeOffset from = Date(text, clause.Values[0], site, out TimeSpan width);
        DateTimeOffset to = from + width;
        return clause.Operator switch
        {
            ">=" => item => date(item) >= from,
            ">" => item => date(item) >= to,
            "<" => item => date(item) < from,
            "<=" => item => date(item) < to,
            "=" => item => date(item) >= from && date(item) < to,
            "!=" => item => date(item) < from || date(item) >= to,
            _ => throw Cql.Error(text, $"dates cannot be compared with '{clause.Operator}'"),
        };
    }

    // A date stands for the whole day or minute that it names.
    private static DateTimeOffset Date(string text, string value, Site site, out TimeSpan width)
    {
        width = value.Contains(':', StringComparison.Ordinal) ? TimeSpan.FromMinutes(1) : TimeSpan.FromDays(1);
        if (DateTimeOffset.TryParseExact(
            value, s_dateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date))
        {
            return date;
        }

        if (value.StartsWith("now(", StringComparison.Ordinal) && TryOffset(value[4..^1], out TimeSpan offset))
        {
            width = TimeSpan.Zero;
            return site.Clock.GetUtcNow() + offset;
        }

        throw Cql.Error(text, $"'{value}' is no date; write yyyy-MM-dd, yyyy-MM-dd HH:mm or now(\"-7d\")");
    }

    private static bool TryOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 0)
        {
            return true;
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        offset = (unit ?? TimeSpan.Zero) * count;
        return unit is not null;
    }
}
