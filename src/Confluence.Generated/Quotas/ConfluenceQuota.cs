using System.Diagnostics;
using System.Globalization;
using Confluence.Generated.Answers;

namespace Confluence.Generated;

/// <summary>
/// What one answer said about the rate limit of the caller. Confluence counts the calls of apps in points: one for each call, and more for what the call returns.
/// Calls with an API token have limits of their own, of which answers mostly say nothing before one is reached.
/// Every member is null when the answer did not have it, or had something in its place that makes no sense.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceQuota
{
    /// <summary>The quota of the present period, in the server's units (<c>X-RateLimit-Limit</c>).</summary>
    public long? Limit { get; init; }

    /// <summary>What is left of it (<c>X-RateLimit-Remaining</c>).</summary>
    public long? Remaining { get; init; }

    /// <summary>When the quota is renewed (<c>X-RateLimit-Reset</c>).</summary>
    public DateTimeOffset? Reset { get; init; }

    /// <summary>
    /// Whether little of the quota is left, less than a fifth of it at present (<c>X-RateLimit-NearLimit</c>). Servers leave it out at times, even when the quota is used up.
    /// </summary>
    public bool? NearLimit { get; init; }

    /// <summary>
    /// Which limit was reached (<c>RateLimit-Reason</c>), such as <c>confluence-burst-based</c>. The values are not fixed: look for a telling part, such as <c>burst</c>.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>How long the server asks to wait before the next call (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The members that are there.</summary>
    /// <returns>For example <c>Limit = 65000, Remaining = 120, Reset = 2026-07-20T11:00:00Z</c>.</returns>
    public override string ToString()
    {
        List<string> parts = [];
        AddPart(parts, nameof(Limit), Limit?.ToString(CultureInfo.InvariantCulture));
        AddPart(parts, nameof(Remaining), Remaining?.ToString(CultureInfo.InvariantCulture));
        AddPart(parts, nameof(Reset), Reset?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        AddPart(parts, nameof(NearLimit), NearLimit?.ToString());
        AddPart(parts, nameof(Reason), Reason);
        AddPart(parts, nameof(RetryAfter), RetryAfter?.ToString("c", CultureInfo.InvariantCulture));
        return string.Join(", ", parts);
    }

    private static void AddPart(List<string> parts, string name, string? value)
    {
        if (value is not null)
        {
            parts.Add($"{name} = {value}");
        }
    }
}
