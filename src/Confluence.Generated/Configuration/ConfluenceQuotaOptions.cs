using System.Threading.RateLimiting;
using Confluence.Generated.Answers;

namespace Confluence.Generated;

/// <summary>
/// How the client keeps to the quota of the site: how long calls wait for it, and what limits the client itself.
/// A refusal with 429, or with 503 and <c>Retry-After</c>, makes all calls of the same site and credential object wait, those of other clients in this process too;
/// then they go on at the pace that the server took before, and faster as it lets them. When answers say that little of the quota is left, calls slow down by themselves.
/// The first calls of all go out 16 at a time, and then one every 4 milliseconds, until the site has answered 100.
/// </summary>
public sealed class ConfluenceQuotaOptions
{
    /// <summary>
    /// How long a call waits in all for the quota when it does not say so itself (<see cref="ConfluenceRequestOptions.MaxWait"/>). When the server asks for more, the call
    /// fails at once, and the message tells how long it should have waited. These waits count for the call's time limit, and each for
    /// <see cref="ConfluenceRetryOptions.MaxRetries"/>. From zero, which waits for none, to one day; the default is 60 seconds, which suits calls that a person waits for.
    /// </summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long each call of a retrieval (<c>client.Retrieval</c>) waits in all for the quota, where the options of the retrieval do not say. These waits
    /// count neither for time limits nor as repetitions. Zero or longer; the default is 75 minutes, since quotas renew each hour.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan RetrievalMaxWait { get; set; } = TimeSpan.FromMinutes(75);

    /// <summary>
    /// A limiter of your own, which each message of the client asks for permits before it is sent, repetitions too; null, the default, for none. Several clients may share
    /// one, and processes may through one that lies in a common store. The client never disposes it. A <see cref="ConcurrencyLimiter"/> bounds how many requests wait for
    /// their answers at the same time: permits are given back when the answer has arrived, or the content of a download begins.
    /// </summary>
    /// <remarks>
    /// The wait for it comes before the time limit of the attempt, and counts for that of the call; for calls with <see cref="ConfluenceRequestOptions.MaxWait"/> and
    /// retrievals it counts for that wait instead. A limiter that refuses is asked again, after the time that it names (<see cref="MetadataName.RetryAfter"/>) or in growing steps.
    /// </remarks>
    public RateLimiter? Limiter { get; set; }

    /// <summary>
    /// How many permits a message takes from the <see cref="Limiter"/>, from the operation and the number of results that it asks for (null when it does not say); null, the
    /// default, takes 1 for each. When the limiter cannot give that many at all, it is asked for as many as it can.
    /// </summary>
    public Func<ConfluenceOperation, int?, int>? Cost { get; set; }

    internal ConfluenceQuotaOptions Copy() => (ConfluenceQuotaOptions)MemberwiseClone();

    internal void Validate()
    {
        if (MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"The option Quota.{nameof(MaxWait)} is {MaxWait}; it must lie between zero and one day.");
        }

        ConfluenceClientOptions.CheckWait(RetrievalMaxWait, $"option Quota.{nameof(RetrievalMaxWait)}");
    }
}
