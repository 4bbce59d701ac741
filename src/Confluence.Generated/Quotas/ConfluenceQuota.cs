using System.Diagnostics;
using System.Globalization;
using Confluence.Generated.Answers;

namespace Confluence.Generated;

/// <summary>
/// Describes the caller's rate limit as one answer reported it. Confluence counts the calls of apps in points: one for each call, and more for what the call returns.
/// Calls with an API token have separate limits, which answers rarely mention before one is reached.
/// A member is null when the answer did not include it, or its value was not valid.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceQuota
{
    /// <summary>The quota of the current period, in the server's units (<c>X-RateLimit-Limit</c>).</summary>
    public long? Limit { get; init; }

    /// <summary>The part of the quota that is left (<c>X-RateLimit-Remaining</c>).</summary>
    public long? Remaining { get; init; }

    /// <summary>When the quota is renewed (<c>X-RateLimit-Reset</c>).</summary>
    public DateTimeOffset? Reset { get; init; }

    /// <summary>
    /// Whether little of the quota is left, currently less than a fifth (<c>X-RateLimit-NearLimit</c>). Servers sometimes omit it, even when the quota is used up.
    /// </summary>
    public bool? NearLimit { get; init; }

    /// <summary>
    /// Which limit was reached (<c>RateLimit-Reason</c>), such as <c>confluence-burst-based</c>. The values are not fixed: look for a significant part, such as <c>burst</c>.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>How long the server asks the client to wait before the next call (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Returns the members that are set.</summary>
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
