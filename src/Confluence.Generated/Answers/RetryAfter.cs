using System.Globalization;
using System.Net.Http.Headers;

namespace Confluence.Generated.Answers;

/// <summary>Reads the <c>Retry-After</c> header, of which the wild knows every kind.</summary>
internal static class RetryAfter
{
    /// <summary>Quotas renew each hour, so a longer wait than this is a mistake of a clock or of a proxy.</summary>
    private const double LongestSeconds = 24 * 60 * 60;

    /// <summary>The wait that an answer asks for; null when it asks for none, or for one that makes no sense (zero, less, more than a day, garbage).</summary>
    public static TimeSpan? Of(HttpAnswer answer, DateTimeOffset now) =>
        // A date is measured with the server's own clock, when it tells its time: the clock of this machine may be wrong.
        answer.Header("Retry-After") is { } text ? Parse(text, answer.Response.Headers.Date ?? now) : null;

    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        double? wait = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds
            : RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? condition) ? (condition.Date - now)?.TotalSeconds
            : null;
        return wait is > 0 and <= LongestSeconds ? TimeSpan.FromSeconds(wait.Value) : null;
    }
}
