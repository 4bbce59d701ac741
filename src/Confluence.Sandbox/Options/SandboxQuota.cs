namespace Confluence.Sandbox;

/// <summary>
/// The points that each credential may use up in a window of time; the tokens of one <see cref="SandboxApp"/> share theirs. A request costs 1 point, and a read 1 more for each object in its
/// answer, 2 for each account or group. Every answer tells the state in <c>X-RateLimit-*</c> headers, and what is asked when the points are used up gets
/// 429 with <c>Retry-After</c> and <c>RateLimit-Reason</c>.
/// </summary>
/// <remarks>
/// Windows begin at full multiples of their length since midnight UTC, so that those of an hour begin at each full hour, as on a real site.
/// The last request that finds a point left is answered, whatever it costs. The clock is <see cref="SandboxOptions.TimeProvider"/>.
/// </remarks>
public sealed class SandboxQuota
{
    /// <summary>The largest accepted value of <see cref="Points"/>.</summary>
    public const int MaximumPoints = 10_000_000;

    /// <summary>Gets or sets the points of a window: 1 to <see cref="MaximumPoints"/>. The default is 65,000, that of an app for all its sites together.</summary>
    public int Points { get; set; } = 65_000;

    /// <summary>Gets or sets the length of a window: 1 second to 1 day. The default is an hour.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets what <c>RateLimit-Reason</c> says. The default is <c>confluence-quota-tenant-based</c>; another that Atlassian names is
    /// <c>confluence-quota-global-based</c>.
    /// </summary>
    public string Reason { get; set; } = "confluence-quota-tenant-based";

    internal void Validate()
    {
        const string Name = nameof(SandboxOptions.Quota);
        OptionRange.Require($"{Name}.{nameof(Points)}", Points, 1, MaximumPoints);
        OptionRange.Require($"{Name}.{nameof(Window)}", Window, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        if (!CredentialText.IsToken(Reason))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{Name}.{nameof(Reason)} is empty or holds a character that no header can carry. Give a word such as confluence-quota-tenant-based.");
        }
    }
}
