using System.Threading.RateLimiting;
using Confluence.Generated.Answers;

namespace Confluence.Generated;

/// <summary>
/// Settings for the quota of the site: how long calls wait for it, and what limits the client itself.
/// A refusal with 429, or with 503 and <c>Retry-After</c>, makes all calls of the same site and credential object wait, including those of other clients in this process;
/// they then continue at the pace that the server accepted before, and faster as it allows. When answers say that little of the quota is left, calls slow down.
/// The very first calls go out 16 at a time, and then one every 4 milliseconds, until the site has answered 100.
/// </summary>
public sealed class ConfluenceQuotaOptions
{
    /// <summary>
    /// How long a call waits in total for the quota if it does not say so itself (<see cref="ConfluenceRequestOptions.MaxWait"/>). If the server asks for more, the call
    /// fails immediately, and the message says how long it should have waited. These waits count toward the call's time limit, and each counts toward
    /// <see cref="ConfluenceRetryOptions.MaxRetries"/>. From zero, which never waits, to one day; the default is 60 seconds, which suits interactive calls.
    /// </summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long each call of a retrieval (<c>client.Retrieval</c>) waits in total for the quota, if the options of the retrieval do not say. These waits
    /// count neither toward time limits nor as repetitions. Zero or longer; the default is 75 minutes, because quotas renew each hour.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan RetrievalMaxWait { get; set; } = TimeSpan.FromMinutes(75);

    /// <summary>
    /// A limiter of your own, from which each message of the client acquires permits before it is sent, including repetitions; null, the default, for none. Several clients can share
    /// a limiter, and so can processes if its state is in a common store. The client never disposes it. A <see cref="ConcurrencyLimiter"/> limits how many requests wait for
    /// their answers at the same time: permits are released when the answer has arrived, or the content of a download begins.
    /// </summary>
    /// <remarks>
    /// The wait for permits precedes the time limit of the attempt, and counts toward that of the call; for calls with <see cref="ConfluenceRequestOptions.MaxWait"/> and for
    /// retrievals, it counts toward that wait instead. A limiter that refuses is asked again, after the time that it names (<see cref="MetadataName.RetryAfter"/>) or at growing intervals.
    /// </remarks>
    public RateLimiter? Limiter { get; set; }

    /// <summary>
    /// Gets how many permits a message acquires from the <see cref="Limiter"/>, given the operation and the number of results that it asks for (null if it does not say); null, the
    /// default, means 1 for each message. If the limiter cannot grant that many at all, the message acquires as many as the limiter can grant.
    /// </summary>
    public Func<ConfluenceOperation, int?, int>? Cost { get; set; }

    internal ConfluenceQuotaOptions Copy() => (ConfluenceQuotaOptions)MemberwiseClone();

    internal void Validate()
    {
        if (MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"The option Quota.{nameof(MaxWait)} is {MaxWait}; it must be between zero and one day.");
        }

        ConfluenceClientOptions.CheckWait(RetrievalMaxWait, $"option Quota.{nameof(RetrievalMaxWait)}");
    }
}
