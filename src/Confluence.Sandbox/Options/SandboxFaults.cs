using System.Globalization;

namespace Confluence.Sandbox;

/// <summary>
/// How often which fault strikes a request to one of the APIs, or, when asked for, for tokens. A rate is a share of the requests: 0 never, 0.05 one in twenty, 1 each.
/// At most one fault strikes a request, so the rates together must not exceed 1. All are 0 by default.
/// </summary>
/// <remarks>
/// Whether a fault strikes follows from the seed of the site and the number of the request since the start, so that a caller which sends the
/// same requests in the same order meets the same faults. The answers to <c>/_edge/tenant_info</c> and
/// <c>/oauth/token/accessible-resources</c> are never struck, nor is the page that asks for consent.
/// </remarks>
public sealed class SandboxFaults
{
    /// <summary>Gets or sets the rate of <see cref="SandboxFault.TooManyRequests"/>.</summary>
    public double TooManyRequests { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.TooManyRequestsWithoutRetryAfter"/>.</summary>
    public double TooManyRequestsWithoutRetryAfter { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.Unavailable"/>.</summary>
    public double Unavailable { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.UnavailableWithoutRetryAfter"/>.</summary>
    public double UnavailableWithoutRetryAfter { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.ResetBeforeAnswer"/>.</summary>
    public double ResetBeforeAnswer { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.ClosedInBody"/>.</summary>
    public double ClosedInBody { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.Slow"/>.</summary>
    public double Slow { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.TruncatedBody"/>.</summary>
    public double TruncatedBody { get; set; }

    /// <summary>Gets or sets the rate of <see cref="SandboxFault.HtmlAsJson"/>.</summary>
    public double HtmlAsJson { get; set; }

    /// <summary>Gets or sets what <c>Retry-After</c> asks for, in full seconds: 0 to 1 day. The default is 1 second.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how long a slow answer is held back, in real time whatever the clock of the site: 0 to 10 minutes. The default is 1 second.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets how many faults in a row strike the same request (method, path and query) at most: 0 to 1,000. The default, 0, sets no
    /// bound. With a bound of n, a caller that repeats a failed request n times always gets through, whatever it sends at the same time.
    /// </summary>
    public int MaximumInARow { get; set; }

    /// <summary>Gets or sets whether writes are struck too. The default is <see cref="SandboxFaultedWrites.None"/>.</summary>
    public SandboxFaultedWrites Writes { get; set; }

    /// <summary>
    /// Gets or sets whether requests for tokens at the authorization server are struck too. The default is false. They are struck like writes:
    /// before tokens are given, or, when <see cref="Writes"/> is <see cref="SandboxFaultedWrites.AfterChange"/>, after that, so that a refresh token is
    /// replaced and the new one lost.
    /// </summary>
    public bool StrikesTokens { get; set; }

    /// <summary>The rates, in the order of the faults.</summary>
    internal IReadOnlyList<double> Rates =>
    [
        TooManyRequests, TooManyRequestsWithoutRetryAfter, Unavailable, UnavailableWithoutRetryAfter,
        ResetBeforeAnswer, ClosedInBody, Slow, TruncatedBody, HtmlAsJson,
    ];

    internal void Validate()
    {
        const string Name = nameof(SandboxOptions.Faults);
        foreach (SandboxFault fault in Enum.GetValues<SandboxFault>())
        {
            OptionRange.Require($"{Name}.{fault}", Rates[(int)fault], 0, 1);
        }

        // Rates such as 0.1 are not exact, and ten of them may sum to a little more than 1.
        if (Rates.Sum() > 1.000_001)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The rates of {nameof(SandboxOptions)}.{Name} are {Rates.Sum()} together. Give rates that are 1 at most together: one fault strikes a request."));
        }

        OptionRange.Require($"{Name}.{nameof(RetryAfter)}", RetryAfter, TimeSpan.Zero, TimeSpan.FromDays(1));
        OptionRange.Require($"{Name}.{nameof(Delay)}", Delay, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        OptionRange.Require($"{Name}.{nameof(MaximumInARow)}", MaximumInARow, 0, 1_000);
        if (!Enum.IsDefined(Writes))
        {
            throw new ArgumentException($"{nameof(SandboxOptions)}.{Name}.{nameof(Writes)} is {Writes}. Give one of {string.Join(", ", Enum.GetNames<SandboxFaultedWrites>())}.");
        }
    }
}
