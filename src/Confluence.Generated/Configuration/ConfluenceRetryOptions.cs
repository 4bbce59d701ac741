using Polly;

namespace Confluence.Generated;

/// <summary>
/// Settings for when and how failed attempts are repeated.
/// A call that was refused because of the rate limit (429) is repeated whatever its method; after 408, 502, 503, 504 and lost connections
/// only idempotent calls are repeated; after any other 5xx they are repeated only if the server names a time to wait.
/// A call that only reads is also repeated if its answer is not JSON, as when a proxy answers instead of the server.
/// A call whose body comes from a stream that cannot seek is never repeated, nor is one whose file cannot be read.
/// </summary>
/// <remarks>
/// If a server has not answered this client yet, its address is probably wrong: a host name that does not exist, a certificate that is not trusted and a
/// proxy that refuses are then not tried again, and a connection that cannot be made is tried once more. A failing name service is tried like any other failure, and so is
/// everything after the server has answered: the network is then the cause.
/// </remarks>
public sealed class ConfluenceRetryOptions
{
    /// <summary>
    /// The maximum number of repetitions of a call, after its first attempt. From 0, which turns repeating off, to 100; the default is 4.
    /// The waits that <see cref="ConfluenceRequestOptions.MaxWait"/> allows are not counted.
    /// </summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>
    /// The usual wait before the first repetition if the server names none. Each further wait is about twice as long, and all vary randomly, the first between zero and
    /// 1.4 times as long (Polly's decorrelated jitter). From zero to one day; the default is one second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that the client chooses itself. From zero to one day; the default is 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many repetitions the client may make in total beyond those that its successes earn: a call that succeeds immediately earns a tenth of one, and one that succeeds after
    /// repetitions returns one. This keeps the client from making five attempts per call at a site that is down. From 1; the default is 200. Null means no limit.
    /// Waits for the quota do not count.
    /// </summary>
    public int? Budget { get; set; } = 200;

    /// <summary>
    /// A Polly pipeline that repeats attempts in place of the client's own rules, executed around the attempts of each call; null, the default, for the client's rules.
    /// A refusal is a result, with its <see cref="ConfluenceResponseDetails.StatusCode"/> and <see cref="ConfluenceResponseDetails.Quota"/>; a connection that broke, an attempt
    /// that took too long and an answer that cannot be read are exceptions (<see cref="ConfluenceException"/>). The last outcome is that of the call.
    /// </summary>
    /// <remarks>
    /// The client still handles time limits, the quota and the renewal of credentials. Calls with <see cref="ConfluenceRequestOptions.MaxWait"/> and those of retrievals wait for the
    /// quota before the pipeline sees a refusal; other calls show it to the pipeline, and wait at the gate when it repeats them. Whatever the pipeline does, a write that may have been carried out and must not be repeated is
    /// not sent again: the pipeline gets its last outcome instead. <c>ResilienceContext.OperationKey</c> is <see cref="ConfluenceOperation.Name"/>;
    /// the operation itself is in the property <see cref="ConfluenceResilience.Operation"/>.
    /// </remarks>
    public ResiliencePipeline<ConfluenceResponseDetails>? Pipeline { get; set; }

    internal ConfluenceRetryOptions Copy() => (ConfluenceRetryOptions)MemberwiseClone();

    internal void Validate()
    {
        if (MaxRetries is < 0 or > 100)
        {
            throw new ArgumentException($"The option Retry.{nameof(MaxRetries)} is {MaxRetries}; it must be between 0 and 100.");
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
            throw new ArgumentException($"The option Retry.{name} is {value}; it must be between zero and one day.");
        }
    }
}
