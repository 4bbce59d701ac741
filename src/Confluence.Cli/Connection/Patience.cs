using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Connection;

/// <summary>How long a kind of command tries, as far as the command line does not say.</summary>
/// <param name="Retries">How often a request is repeated.</param>
/// <param name="Timeout">The limit for one attempt.</param>
/// <param name="MaxWait">How long a request may wait for the time that the site names.</param>
internal sealed record Patience(int Retries, TimeSpan Timeout, TimeSpan MaxWait)
{
    // What timers can express, with room.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);

    // Quotas renew each hour; some minutes more, because clocks differ and all come back at once.
    private static readonly TimeSpan s_quotaWindow = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_minute = TimeSpan.FromSeconds(60);

    /// <summary>A person waits for a short answer.</summary>
    public static Patience Interactive { get; } = new(4, s_minute, s_minute);

    /// <summary>A long list, which to begin again would cost more than to wait.</summary>
    public static Patience List { get; } = Interactive with { MaxWait = s_quotaWindow };

    /// <summary>An export sends so many requests that some meet several failures in a row.</summary>
    public static Patience Export { get; } = List with { Retries = 8 };

    /// <summary>Somebody sits and waits: better an answer now than the right to an answer after many attempts.</summary>
    public static Patience Doctor { get; } = new(1, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));

    /// <summary>Gives this patience as the command line changes it.</summary>
    public Patience With(RequestSettings given) => new(given.Retries ?? Retries, given.Timeout ?? Timeout, given.MaxWait ?? MaxWait);

    /// <summary>Sets a client up.</summary>
    public void ApplyTo(ConfluenceClientOptions client)
    {
        client.Retry.MaxRetries = Retries;
        client.Quota.MaxWait = MaxWait < s_day ? MaxWait : s_day;
        client.Quota.RetrievalMaxWait = MaxWait;
        client.AttemptTimeout = Timeout;

        // All attempts of a call together; what the site asks to wait does not count.
        client.Timeout = Timeout * Math.Min(Retries + 1, s_longest / Timeout);
    }
}
