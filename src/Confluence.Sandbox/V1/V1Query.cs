using System.Globalization;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>Reads values out of queries of v1; one that does not fit ends the request with status 400.</summary>
internal static class V1Query
{
    /// <summary>Reads a text that must be there.</summary>
    public static string Required(this Exchange exchange, string name) =>
        exchange.Request.Query[name].ToString() is { Length: > 0 } value ? value : throw V1Error.BadRequest($"'{name}' is required");

    /// <summary>Reads a date or a moment in ISO 8601; null when it is absent. Without a zone it is UTC.</summary>
    public static DateTimeOffset? IsoMoment(this Exchange exchange, string name)
    {
        string? text = exchange.Request.Query[name];
        if (text is null)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : throw V1Error.BadRequest($"'{name}' must be a date in ISO 8601, but is '{text}'");
    }

    /// <summary>Reads a moment in milliseconds since 1970; null when it is absent.</summary>
    public static DateTimeOffset? EpochMoment(this Exchange exchange, string name)
    {
        string? text = exchange.Request.Query[name];
        if (text is null)
        {
            return null;
        }

        // The largest value that a date can hold; beyond it, the conversion would throw.
        const long Largest = 253_402_300_799_999;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds) && milliseconds <= Largest
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw V1Error.BadRequest($"'{name}' must be a time in milliseconds since 1970, but is '{text}'");
    }
}
