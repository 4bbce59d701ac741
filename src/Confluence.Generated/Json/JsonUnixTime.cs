using System.Globalization;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>Points in time that are numbers on the wire: the milliseconds since the beginning of 1970, in UTC.</summary>
internal static class JsonUnixTime
{
    private static readonly long s_least = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long s_most = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads the current token.</summary>
    /// <param name="reader">A reader on any token.</param>
    /// <param name="value">The point in time.</param>
    /// <param name="exact">Whether writing the value gives back the very text that was read.</param>
    /// <returns>False when the token is no whole number, or lies outside the years 1 to 9999.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value, out bool exact)
    {
        bool isThere = JsonNumbers.TryReadInt64(ref reader, out long milliseconds, out exact) && milliseconds >= s_least && milliseconds <= s_most;
        value = isThere ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return isThere;
    }

    /// <summary>The text of a point in time, for a query.</summary>
    public static string Text(DateTimeOffset value) => value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
