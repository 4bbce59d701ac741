using System.Globalization;
using System.Net.Http.Headers;

namespace Confluence.Generated.Answers;

/// <summary>Reads the <c>Retry-After</c> header, which servers send in many forms.</summary>
internal static class RetryAfter
{
    /// <summary>Quotas renew each hour, so a wait longer than this is an error of a clock or a proxy.</summary>
    private const double LongestSeconds = 24 * 60 * 60;

    /// <summary>Gets the wait that an answer asks for; null if there is none, or it is not valid (zero, negative, more than a day, not a time).</summary>
    public static TimeSpan? Of(HttpAnswer answer, DateTimeOffset now) =>
        // Compares a date with the server's own time if it is known: the clock of this machine may be wrong.
        answer.Header("Retry-After") is { } text ? Parse(text, answer.Response.Headers.Date ?? now) : null;

    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        double? wait = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds
            : RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? condition) ? (condition.Date - now)?.TotalSeconds
            : null;
        return wait is > 0 and <= LongestSeconds ? TimeSpan.FromSeconds(wait.Value) : null;
    }
}
