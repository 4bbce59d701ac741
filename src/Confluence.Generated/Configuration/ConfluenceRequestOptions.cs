using Confluence.Generated.Configuration;

namespace Confluence.Generated;

/// <summary>
/// Settings of a single call. The options of every operation derive from it. They are immutable, so one object can be used for any number of calls, also simultaneously.
/// </summary>
public record ConfluenceRequestOptions
{
    /// <summary>
    /// The time limit of this call, with all its attempts and the waits between them; for a paged operation, of each page.
    /// Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); null, the default, uses <see cref="ConfluenceClientOptions.Timeout"/>.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    /// <exception cref="ArgumentException">Thrown by the call: the time is out of range.</exception>
    public TimeSpan? Timeout
    {
        get => Settings.Timeout;
        init => Settings = Settings with { Timeout = value };
    }

    /// <summary>
    /// How long this call may wait in total for a quota or maintenance, in addition to its <see cref="Timeout"/> and its attempts, which such waits do not use up;
    /// for a paged operation, each page. If the server asks for more, the call fails immediately, and the message says how long a wait it asked for and how long
    /// the call had waited. Null, the default, uses <see cref="ConfluenceQuotaOptions.MaxWait"/>, which suits interactive calls;
    /// retrievals wait longer by default (<see cref="ConfluenceQuotaOptions.RetrievalMaxWait"/>). <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    /// <remarks>
    /// It applies to refusals with status 429, and to those with 503 that name a time (<c>Retry-After</c>). After a 429 without a time, as burst limits send it, the client waits
    /// in steps of its own, which double up to <see cref="ConfluenceRetryOptions.MaxDelay"/>; they count too, so that the call outlasts the burst and still ends.
    /// The client never retries earlier than asked, and retries later if a server keeps naming times that are too short. The random part of a wait,
    /// at most half of <see cref="ConfluenceRetryOptions.BaseDelay"/>, does not count.
    /// </remarks>
    /// <exception cref="ArgumentException">Thrown by the call: the time is negative and not infinite.</exception>
    public TimeSpan? MaxWait
    {
        get => Settings.MaxWait;
        init => Settings = Settings with { MaxWait = value };
    }

    /// <summary>Called before each wait between two attempts of the call, and before its first attempt if that must wait because the quota is used up; null, the default, for none.</summary>
    /// <remarks>It runs as part of the call, on the thread of the call; simultaneous calls may invoke it simultaneously.
    /// An exception that it throws ends the call, which throws it.</remarks>
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
    /// <para>It is called for the answer that ends the call, not for answers that were followed by another attempt;
    /// <see cref="ConfluenceResponseDetails.Attempts"/> counts them. It is not called if no complete answer arrived.</para>
    /// <para>It runs as part of the call, outside its time limit, on the thread of the call; simultaneous calls may invoke it simultaneously.
    /// An exception that it throws replaces the result or the exception of the call; a write has been carried out by then.</para>
    /// <para>The headers are copied for it; calls without it avoid that cost.</para>
    /// </remarks>
    public Action<ConfluenceResponseDetails>? OnResponse
    {
        get => Settings.OnResponse;
        init => Settings = Settings with { OnResponse = value };
    }

    /// <summary>
    /// Query parameters to send in addition to those of the operation, for parameters that this version does not know yet; null, the default, for none. They are sent with each
    /// page of a list and each call of a retrieval. Names and values are plain text, which the client encodes.
    /// </summary>
    /// <remarks>The client keeps a copy. Values never appear in messages or logs.</remarks>
    /// <exception cref="ArgumentException">
    /// A name is empty or a value is null; or, thrown by the call, the operation sends a parameter of that name itself, in any case. The message names it.
    /// </exception>
    public IReadOnlyDictionary<string, string>? AdditionalQuery
    {
        get => Settings.AdditionalQuery;
        init => Settings = Settings with { AdditionalQuery = value };
    }

    /// <summary>
    /// Headers to send in addition to those of the client; null, the default, for none. They are sent with each page of a list and each call of a retrieval. They
    /// replace default headers of <see cref="ConfluenceClientOptions.HttpClient"/> with the same names. They are sent to the site only: if a download
    /// leads to another host, that host does not get them.
    /// </summary>
    /// <remarks>The client keeps a copy. Values never appear in messages or logs. A handler of yours that follows redirects may pass the headers on.</remarks>
    /// <exception cref="ArgumentException">
    /// A header cannot be added, and the message names it: <c>Authorization</c>, <c>Host</c>, <c>Cookie</c>, <c>Accept</c>, <c>Accept-Encoding</c>, <c>User-Agent</c>,
    /// <c>Expect</c>, the headers of a body (<c>Content-*</c>) and of the connection (such as <c>Transfer-Encoding</c>); or a name or a value that HTTP does not allow.
    /// </exception>
    public IReadOnlyDictionary<string, string>? AdditionalHeaders
    {
        get => Settings.AdditionalHeaders;
        init => Settings = Settings with { AdditionalHeaders = value };
    }

    /// <summary>All settings, to be passed on together.</summary>
    internal CallSettings Settings { get; init; } = CallSettings.Default;
}
