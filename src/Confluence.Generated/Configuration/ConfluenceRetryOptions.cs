using Polly;

namespace Confluence.Generated;

/// <summary>
/// When and how failed attempts are repeated.
/// A call that was refused because of the rate limit (429) is repeated whatever its method; after 408, 502, 503, 504 and lost connections
/// only idempotent calls are repeated; after any other 5xx they are repeated only when the server names a time to wait.
/// A call that only reads is repeated too when its answer is not JSON, as when a proxy answers in the server's place.
/// A call whose body comes from a stream that cannot seek is never repeated, nor is one whose file cannot be read.
/// </summary>
/// <remarks>
/// A server that has not answered this client yet is probably at another address: then a host name that does not exist, a certificate that is not trusted and a
/// proxy that refuses are not asked again, and a connection that cannot be made is tried once more. A failing name service is asked like any other, and so is
/// everything once the server has answered: then what fails is the network.
/// </remarks>
public sealed class ConfluenceRetryOptions
{
    /// <summary>
    /// How many times a call is repeated at most, after its first attempt. From 0, which turns repeating off, to 100; the default is 4.
    /// The waits that <see cref="ConfluenceRequestOptions.MaxWait"/> allows are not counted.
    /// </summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>
    /// The usual wait before the first repetition when the server names none. Each further wait is about twice as long, and all vary by chance, the first between nothing and
    /// 1.4 times as long (the decorrelated jitter of Polly). From zero to one day; the default is one second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that the client chooses by itself. From zero to one day; the default is 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many repetitions the client may make in all beyond what its successes earn: a call that succeeds at once earns a tenth of one, and one that succeeds after
    /// repetitions gives one back. So a site that is down is not asked five times for everything. From 1; the default is 200. Null means no limit.
    /// Waits for the quota do not count.
    /// </summary>
    public int? Budget { get; set; } = 200;

    /// <summary>
    /// What repeats attempts in place of the client's own rules: a Polly pipeline that is executed around the attempts of each call; null, the default, for the client's own.
    /// A refusal is a result, with its <see cref="ConfluenceResponseDetails.StatusCode"/> and <see cref="ConfluenceResponseDetails.Quota"/>; a connection that broke, an attempt
    /// that took too long and an answer that cannot be read are exceptions (<see cref="ConfluenceException"/>). The last outcome is that of the call.
    /// </summary>
    /// <remarks>
    /// The time limits, the quota and the renewal of credentials stay with the client. Whatever the pipeline does, a write that may have been carried out and must not be repeated is
    /// not sent again: the pipeline is given its last outcome instead. <c>ResilienceContext.OperationKey</c> is <see cref="ConfluenceOperation.Name"/>;
    /// the operation itself stands under <see cref="ConfluenceResilience.Operation"/>.
    /// </remarks>
    public ResiliencePipeline<ConfluenceResponseDetails>? Pipeline { get; set; }

    internal ConfluenceRetryOptions Copy() => (ConfluenceRetryOptions)MemberwiseClone();

    internal void Validate()
    {
        if (MaxRetries is < 0 or > 100)
        {
            throw new ArgumentException($"The option Retry.{nameof(MaxRetries)} is {MaxRetries}; it must lie between 0 and 100.");
        }

        Check(BaseDelay, nameof(BaseDelay));
        Check(MaxDelay, nameof(MaxDelay));
        if (Budget < 1)
        {
            throw new ArgumentException($"The option Retry.{nameof(Budget)} is {Budget}; it must be 1 or more, or null for no limit. To turn repeating off, set {nameof(MaxRetries)} to 0.");
        }
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"The option Retry.{name} is {value}; it must lie between zero and one day.");
        }
    }
}
