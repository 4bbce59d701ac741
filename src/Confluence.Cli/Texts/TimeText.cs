using System.Globalization;

namespace Confluence.Cli.Texts;

/// <summary>Points in time as results have them, in UTC.</summary>
internal static class TimeText
{
    /// <summary>Gives a point in time as tables show it: to the second.</summary>
    public static string? Short(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Gives a point in time as CSV and JSON have it: ISO 8601, to the millisecond.</summary>
    public static string? Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
