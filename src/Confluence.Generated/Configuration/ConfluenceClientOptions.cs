using Microsoft.Extensions.Logging;
using Polly;

namespace Confluence.Generated;

/// <summary>
/// The settings of a <see cref="ConfluenceClient"/>. The client takes a copy: later changes do not reach it.
/// The constructor of the client throws an <see cref="ArgumentException"/> when a setting is missing or out of range.
/// </summary>
public sealed class ConfluenceClientOptions
{
    /// <summary>One GiB: what fits into one buffer, with room to grow.</summary>
    private const long LargestResponse = 1024L * 1024 * 1024;

    /// <summary>The longest time limit that timers can express.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>
    /// The site to talk to, in any form that <see cref="ConfluenceSite.Parse"/> understands, such as <c>your-company</c>
    /// or <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>. Required.
    /// </summary>
    public string? Site { get; set; }

    /// <summary>Who is calling. Required.</summary>
    public ConfluenceCredential? Credential { get; set; }

    /// <summary>
    /// Whether the client finds the gateway by itself. True, the default: when the site refuses the credential the way it refuses tokens that work only at the gateway (those with
    /// scopes, of service accounts and of OAuth), the client asks the site for its cloud id, once and without a credential, and goes on at the gateway. All clients with the same site and
    /// credential object remember it. False: requests go to <see cref="Site"/> and nowhere else. Where <see cref="Site"/> is a gateway's address already, nothing is looked for.
    /// </summary>
    public bool FindsGateway { get; set; } = true;

    /// <summary>
    /// The address of the gateway up to <c>/ex</c>, such as <c>https://api.atlassian.com</c>; null, the default, for that of the cloud that <see cref="Site"/> belongs to.
    /// For another cloud, or a proxy in front of the gateway. For a site on this machine there is no other way to name one.
    /// </summary>
    public Uri? GatewayAddress { get; set; }

    /// <summary>
    /// The client to send requests with; null, the default, makes a suitable one. The Confluence client never disposes one that was given.
    /// Its handler should neither follow redirects, nor keep cookies, nor decompress, and its default headers must hold no <c>Authorization</c>.
    /// Its own <see cref="HttpClient.Timeout"/> ends an attempt too, when it is the shorter one.
    /// </summary>
    /// <remarks>
    /// <para><b>Handlers that repeat.</b> The Confluence client repeats what may be repeated, see <see cref="Retry"/>. A handler under this client that repeats too,
    /// such as the one of <c>AddStandardResilienceHandler</c>, multiplies the attempts. It cannot have a write carried out twice that must not be: the request fails
    /// when it is sent a second time, before anything of it leaves, and the call ends in a <see cref="ConfluenceOutcomeUnknownException"/>. That hides what the server
    /// said to the first sending, so let the handler not repeat unsafe methods (<c>Retry.DisableForUnsafeHttpMethods()</c>). The guard is in the content of the request:
    /// a handler that replaces the content, or sends what it has read into memory, gets around it. Writes without a body go through this client with HTTP/1.1 for its
    /// sake, unless <see cref="HttpClient.DefaultVersionPolicy"/> demands another version exactly; then such a write is not guarded.</para>
    /// <para><b>Redirects.</b> An answer that came after a redirect is not accepted as an answer of Confluence, whatever it says; a download may be redirected.
    /// A handler that sends requests to another address than the site's may do so, as long as it leaves the message and its <c>Authorization</c> as they are.</para>
    /// <para><b>Default headers.</b> They are sent to the site. When there are any (other than <c>User-Agent</c>, <c>Accept</c> and <c>Accept-Encoding</c>), the content
    /// of a download that lies on another host is fetched with a plain client of its own, so that cookies and keys among them do not reach that host; this client's
    /// proxy and handlers are not used for it. Set a proxy in the environment then (<c>HTTPS_PROXY</c>), or add the headers in a handler that looks at the host.</para>
    /// <para><b>Compression.</b> The Confluence client asks for compressed answers, except for the content of downloads, and decompresses by itself. It notices content
    /// that was cut off, which a handler that decompresses does not. Where the default headers hold an <c>Accept-Encoding</c>, that one is sent
    /// (<c>identity</c>, for a handler that reads answers).</para>
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The name of your application, with a version if you like: <c>Wiki-Mirror/1.4</c>. It is added to the <c>User-Agent</c>. None by default.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The longest that one call may take, with all attempts and the waits between them; for a paged operation, each page; for a download,
    /// until the content begins. Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is 5 minutes.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The longest that one attempt may take, the reading of the answer included. Requests that upload files are bounded by
    /// <see cref="Timeout"/> only; in a download it bounds the wait for each further piece of content.
    /// Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is 60 seconds.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The largest answer, in bytes after decompression, that is read into memory; downloads are not bounded. From 1 byte to 1 GiB; the default is 256 MiB.
    /// </summary>
    public long MaxResponseSize { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// How many results lists are asked for at a time, where the call does not say (<see cref="ConfluenceListOptions.PageSize"/>); an operation that allows fewer is asked
    /// for the most that it allows. Null, the default, asks each operation for its <see cref="ConfluenceOperation.DefaultPageSize"/>, which makes few requests. 1 or more.
    /// </summary>
    public int? PageSize { get; set; }

    /// <summary>
    /// Whether a call fails when its answer lacks a member whose property is never null, such as the id of a page. False, the default: such an answer is
    /// read like any other, and only the property fails, with a <see cref="ConfluenceResponseException"/>, when it is read. True: the call fails with
    /// that exception, which names the type, the member and the place in the answer. For tests, and where half an answer is worse than none.
    /// </summary>
    public bool ValidateResponses { get; set; }

    /// <summary>When and how failed attempts are repeated.</summary>
    public ConfluenceRetryOptions Retry { get; set; } = new();

    /// <summary>How the client keeps to the quota of the site.</summary>
    public ConfluenceQuotaOptions Quota { get; set; } = new();

    /// <summary>
    /// Polly strategies of your own around each call, with its attempts and waits; null, the default, for none. For a circuit breaker, a bulkhead, or the hedging of reads.
    /// A call that succeeds gives a result, one that fails its exception (<see cref="ConfluenceException"/>). A page of a list is a call.
    /// </summary>
    /// <remarks>
    /// The pipeline may execute a call several times, at once too, as hedging does; <see cref="ConfluenceResilience.Operation"/> in the properties of the context tells which operation it is.
    /// Executing a write twice may carry it out twice: look at <see cref="ConfluenceOperation.IsIdempotent"/>. What strategies reject (<c>BrokenCircuitException</c>) is thrown as it is.
    /// </remarks>
    public ResiliencePipeline<ConfluenceResponseDetails>? Pipeline { get; set; }

    /// <summary>What is told of every call of the client; null, the default, for nobody.</summary>
    public ConfluenceObserver? Observer { get; set; }

    /// <summary>Where the client logs: waits and repeated attempts, answers (at the level of debugging), gaps of retrievals, and notices that an operation is to change or to go. None by default. Neither secrets, nor queries, nor bodies are logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for timeouts and waits. Tests put a fake one here.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal ConfluenceClientOptions Copy()
    {
        ConfluenceClientOptions copy = (ConfluenceClientOptions)MemberwiseClone();
        copy.Quota = Quota?.Copy() ?? throw new ArgumentException($"The option {nameof(Quota)} is null. Leave it as it is, or give it a value.");
        copy.Retry = Retry?.Copy() ?? throw new ArgumentException($"The option {nameof(Retry)} is null. Leave it as it is, or give it a value.");
        return copy;
    }

    internal void Validate()
    {
        if (Credential is null)
        {
            throw new ArgumentException($"The option {nameof(Credential)} is missing. Give it an {nameof(ApiTokenCredential)}, or an OAuthCredential for people who consent.");
        }

        if (TimeProvider is null)
        {
            throw new ArgumentException($"The option {nameof(TimeProvider)} is null. Leave it as it is, or give it a value.");
        }

        if (MaxResponseSize < 1 || MaxResponseSize > LargestResponse)
        {
            throw new ArgumentException($"The option {nameof(MaxResponseSize)} is {MaxResponseSize}; it must lie between 1 and {LargestResponse} bytes.");
        }

        if (HttpClient?.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException($"The option {nameof(HttpClient)} has an Authorization among its default headers, which would reach every host that a download leads to. Remove it there and use the option {nameof(Credential)}.");
        }

        if (PageSize < 1)
        {
            throw new ArgumentException($"The option {nameof(PageSize)} is {PageSize}; a page has room for at least one result. Give 1 or more, or null for the default of each operation.");
        }

        CheckTimeout(Timeout, $"option {nameof(Timeout)}");
        CheckTimeout(AttemptTimeout, $"option {nameof(AttemptTimeout)}");
        Retry.Validate();
        Quota.Validate();
    }

    /// <summary>Refuses a longest wait that means nothing.</summary>
    internal static void CheckWait(TimeSpan? value, string what)
    {
        if (value < TimeSpan.Zero && value != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException($"The {what} is {value}; it must be zero or longer, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }

    /// <summary>Refuses a time limit that no timer can keep.</summary>
    internal static void CheckTimeout(TimeSpan value, string what)
    {
        if (value != System.Threading.Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > s_longest))
        {
            throw new ArgumentException($"The {what} is {value}; it must be longer than zero and at most {s_longest.Days} days, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }
}
