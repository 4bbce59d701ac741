using System.Globalization;

namespace Confluence.Generated.Answers;

/// <summary>Reads the quota from the headers of an answer. No header is trusted to have the documented form.</summary>
internal static class QuotaHeaders
{
    private const int MaxReasonLength = 200;

    /// <summary>Atlassian sends a point in time, other servers send seconds. A number is ambiguous, so it is ignored.</summary>
    private static readonly string[] s_instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Gets the quota; null if no header has useful information about it.</summary>
    public static ConfluenceQuota? Of(HttpAnswer answer, DateTimeOffset now)
    {
        long? limit = Count(answer.Header("X-RateLimit-Limit"));
        long? remaining = Count(answer.Header("X-RateLimit-Remaining"));
        DateTimeOffset? reset = Instant(answer.Header("X-RateLimit-Reset"));
        bool? nearLimit = bool.TryParse(answer.Header("X-RateLimit-NearLimit"), out bool isNear) ? isNear : null;
        string? reason = answer.Clean(answer.Header("RateLimit-Reason"), MaxReasonLength);
        TimeSpan? retryAfter = RetryAfter.Of(answer, now);
        return limit is null && remaining is null && reset is null && nearLimit is null && reason is null && retryAfter is null
            ? null
            : new ConfluenceQuota { Limit = limit, Remaining = remaining, Reset = reset, NearLimit = nearLimit, Reason = reason, RetryAfter = retryAfter };
    }

    private static long? Count(string? text)
    {
        // A comma or semicolon precedes another count or a parameter: a server or proxy wrote the header of a later draft, or wrote it twice.
        ReadOnlySpan<char> first = text;
        int end = first.IndexOfAny(',', ';');
        return long.TryParse(end < 0 ? first : first[..end], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long count) ? count : null;
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite, out DateTimeOffset instant) ? instant : null;
}
