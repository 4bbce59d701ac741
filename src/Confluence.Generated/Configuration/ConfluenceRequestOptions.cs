using Confluence.Generated.Configuration;

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
    public TimeSpan? Timeout
    {
        get => Settings.Timeout;
        init => Settings = Settings with { Timeout = value };
    }

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
    public TimeSpan? MaxWait
    {
        get => Settings.MaxWait;
        init => Settings = Settings with { MaxWait = value };
    }

    /// <summary>Called before each wait between two attempts of the call, and before its first attempt where that has to wait because the quota is used up; null, the default, for none.</summary>
    /// <remarks>It runs as a part of the call, on the thread that runs the call; calls that run at the same time may call it at the same time.
    /// An exception that it throws ends the call and is thrown by it.</remarks>
    public Action<ConfluenceWait>? OnWait
    {
        get => Settings.OnWait;
        init => Settings = Settings with { OnWait = value };
    }

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
    public Action<ConfluenceResponseDetails>? OnResponse
    {
        get => Settings.OnResponse;
        init => Settings = Settings with { OnResponse = value };
    }

    /// <summary>
    /// Query parameters to send beside those of the operation, for what Atlassian adds and this version does not know; null, the default, for none. In a list each
    /// page is asked for with them, and in a retrieval each call. Names and values are plain text, which the client encodes.
    /// </summary>
    /// <remarks>The client keeps a copy. Values appear in no message and no log.</remarks>
    /// <exception cref="ArgumentException">
    /// A name is empty or a value is null; or, thrown by the call, one has the name of a parameter that the operation sends in this call, in whatever case. The message names it.
    /// </exception>
    public IReadOnlyDictionary<string, string>? AdditionalQuery
    {
        get => Settings.AdditionalQuery;
        init => Settings = Settings with { AdditionalQuery = value };
    }

    /// <summary>
    /// Headers to send beside those of the client; null, the default, for none. In a list each page is asked for with them, and in a retrieval each call. They take
    /// the place of default headers of <see cref="ConfluenceClientOptions.HttpClient"/> with the same names. They are sent to the site only: where a download
    /// leads to another host, that one does not get them.
    /// </summary>
    /// <remarks>The client keeps a copy. Values appear in no message and no log. A handler of yours that follows redirects by itself may take the headers along.</remarks>
    /// <exception cref="ArgumentException">
    /// A header cannot be added, and the message names it: <c>Authorization</c>, <c>Host</c>, <c>Cookie</c>, <c>Accept</c>, <c>Accept-Encoding</c>, <c>User-Agent</c>,
    /// <c>Expect</c>, the headers of a body (<c>Content-*</c>) and of the connection (such as <c>Transfer-Encoding</c>); or a name or a value that HTTP does not allow.
    /// </exception>
    public IReadOnlyDictionary<string, string>? AdditionalHeaders
    {
        get => Settings.AdditionalHeaders;
        init => Settings = Settings with { AdditionalHeaders = value };
    }

    /// <summary>All of the settings, to be handed on whole.</summary>
    internal CallSettings Settings { get; init; } = CallSettings.Default;
}
