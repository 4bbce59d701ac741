namespace Confluence.Generated;

/// <summary>
/// Settings of a single call. The options of every operation derive from it. They cannot change, so one object may serve any number of calls, at once too.
/// </summary>
public record ConfluenceRequestOptions
{
    /// <summary>
    /// The longest that this call may take, with all its attempts and the waits between them; for a paged operation, each page.
    /// Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); null, the default, takes <see cref="ConfluenceClientOptions.Timeout"/>.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    /// <exception cref="ArgumentException">The call was made with a time that is out of range.</exception>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// How long this call may wait in all for a quota or a maintenance, beside its <see cref="Timeout"/> and its attempts, which such waits do not use up;
    /// for a paged operation, each page. When the server asks for more, the call fails at once, and the message says for how long it asked and how long
    /// the call had waited. Null, the default, leaves it to <see cref="ConfluenceQuotaOptions.MaxWait"/>, which suits calls that a person waits for;
    /// retrievals wait longer by default (<see cref="ConfluenceQuotaOptions.RetrievalMaxWait"/>). <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    /// <remarks>
    /// It is for refusals with status 429, and for those with 503 that name a time (<c>Retry-After</c>). A 429 without a time, as burst limits send it, is waited for
    /// in steps of the client's own, which double up to <see cref="ConfluenceRetryOptions.MaxDelay"/>; they count too, so that the call outlasts the burst and still ends.
    /// The client never comes back earlier than asked, and later when a server keeps naming times that turn out too short. What chance adds to a wait,
    /// at most half of <see cref="ConfluenceRetryOptions.BaseDelay"/>, does not count.
    /// </remarks>
    /// <exception cref="ArgumentException">The call was made with a time that is negative and not infinite.</exception>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>Called before each wait between two attempts of the call; null, the default, for none.</summary>
    /// <remarks>It runs as a part of the call, on the thread that runs the call; calls that run at the same time may call it at the same time.
    /// An exception that it throws ends the call and is thrown by it.</remarks>
    public Action<ConfluenceWait>? OnWait { get; init; }

    /// <summary>
    /// Called with the status, headers, request id and quota of the answer, before the call returns its result or throws its <see cref="ConfluenceApiException"/>;
    /// for a paged operation, for each page. Null, the default, for none.
    /// </summary>
    /// <remarks>
    /// <para>It is called for the answer that ends the call, not for those that were followed by another attempt;
    /// <see cref="ConfluenceResponseDetails.Attempts"/> counts them. It is not called when no complete answer came.</para>
    /// <para>It runs as a part of the call, outside its time limit, on the thread that runs the call: calls that run at the same time may call it at the same time.
    /// An exception that it throws replaces the result of the call or its own exception; a write has been carried out by then.</para>
    /// <para>The headers are copied for it; calls without it do not pay for that.</para>
    /// </remarks>
    public Action<ConfluenceResponseDetails>? OnResponse { get; init; }
}
