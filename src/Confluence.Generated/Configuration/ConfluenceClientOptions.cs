using Microsoft.Extensions.Logging;
using Polly;

namespace Confluence.Generated;

/// <summary>
/// The settings of a <see cref="ConfluenceClient"/>. The client keeps a copy, so later changes do not affect it.
/// The constructor of the client throws an <see cref="ArgumentException"/> if a setting is missing or out of range.
/// </summary>
public sealed class ConfluenceClientOptions
{
    /// <summary>One GiB: the most that fits into one buffer, with room to grow.</summary>
    private const long LargestResponse = 1024L * 1024 * 1024;

    /// <summary>The longest time that a timer supports.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>
    /// The site to call, in any form that <see cref="ConfluenceSite.Parse"/> accepts, such as <c>your-company</c>
    /// or <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>. Required.
    /// </summary>
    public string? Site { get; set; }

    /// <summary>The credential of the caller. Required.</summary>
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
    /// The HTTP client that sends requests; null, the default, creates a suitable one. The Confluence client never disposes a given one.
    /// Its handler should not follow redirects, keep cookies or decompress, and its default headers must not contain <c>Authorization</c>.
    /// Its own <see cref="HttpClient.Timeout"/> also ends an attempt if it is shorter.
    /// </summary>
    /// <remarks>
    /// <para><b>Handlers that repeat.</b> The Confluence client repeats what may be repeated, see <see cref="Retry"/>. A handler of this client that also repeats,
    /// such as that of <c>AddStandardResilienceHandler</c>, multiplies the attempts. It cannot cause a write to be carried out twice that must not be: the request fails
    /// when it is sent a second time, before any of it leaves, and the call ends with a <see cref="ConfluenceOutcomeUnknownException"/>. That hides the server's
    /// answer to the first request, so configure the handler not to repeat unsafe methods (<c>Retry.DisableForUnsafeHttpMethods()</c>). The guard is in the content of the request:
    /// a handler that replaces the content, or sends a buffered copy, bypasses it. Writes without a body use HTTP/1.1 through this client to keep the
    /// guard, unless <see cref="HttpClient.DefaultVersionPolicy"/> requires exactly another version; such a write is not guarded.</para>
    /// <para><b>Redirects.</b> An answer after a redirect is not accepted as an answer of Confluence, whatever it says; a download may be redirected.
    /// A handler may send requests to an address other than the site's if it leaves the message and its <c>Authorization</c> unchanged.</para>
    /// <para><b>Default headers.</b> They are sent to the site. If there are any (other than <c>User-Agent</c>, <c>Accept</c> and <c>Accept-Encoding</c>), the content
    /// of a download on another host is fetched with a separate plain client, so that cookies and keys do not reach that host; this client's
    /// proxy and handlers are then not used. In that case, set a proxy in the environment (<c>HTTPS_PROXY</c>), or add the headers in a handler that checks the host.</para>
    /// <para><b>Compression.</b> The Confluence client asks for compressed answers, except for the content of downloads, and decompresses them itself. It detects content
    /// that was cut off, which a decompressing handler does not. If the default headers contain an <c>Accept-Encoding</c>, that one is sent
    /// (<c>identity</c>, for a handler that reads answers).</para>
    /// </remarks>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The name of your application, optionally with a version: <c>Wiki-Mirror/1.4</c>. It is added to the <c>User-Agent</c>. None by default.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The time limit of a call, with all attempts and the waits between them; for a paged operation, of each page; for a download,
    /// until the content begins. Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is 5 minutes.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The time limit of an attempt, including reading the answer. Requests that upload files are limited by
    /// <see cref="Timeout"/> only; in a download, it limits each read of the content.
    /// Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is 60 seconds.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The largest answer, in bytes after decompression, that is read into memory; downloads are not limited. From 1 byte to 1 GiB; the default is 256 MiB.
    /// </summary>
    public long MaxResponseSize { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// The number of results that a page of a list is asked for, if the call does not say (<see cref="ConfluenceListOptions.PageSize"/>); at most what the operation
    /// allows. Null, the default, uses the <see cref="ConfluenceOperation.DefaultPageSize"/> of each operation, which results in few requests. 1 or more.
    /// </summary>
    public int? PageSize { get; set; }

    /// <summary>
    /// Whether a call fails if its answer lacks a member whose property is never null, such as the id of a page. False, the default: such an answer is
    /// read like any other, and only the property throws a <see cref="ConfluenceResponseException"/> when it is read. True: the call throws
    /// that exception, which names the type, the member and the position in the answer. For tests, and where an incomplete answer is worse than none.
    /// </summary>
    public bool ValidateResponses { get; set; }

    /// <summary>When and how failed attempts are repeated.</summary>
    public ConfluenceRetryOptions Retry { get; set; } = new();

    /// <summary>How the client keeps to the quota of the site.</summary>
    public ConfluenceQuotaOptions Quota { get; set; } = new();

    /// <summary>
    /// Polly strategies of your own around each call, including its attempts and waits; null, the default, for none. For a circuit breaker, a bulkhead, or the hedging of reads.
    /// A call that succeeds returns a result, one that fails throws its exception (<see cref="ConfluenceException"/>). A page of a list is a call.
    /// </summary>
    /// <remarks>
    /// The pipeline may execute a call several times, also simultaneously, as hedging does; <see cref="ConfluenceResilience.Operation"/> in the properties of the context is the operation.
    /// Executing a write twice may carry it out twice: check <see cref="ConfluenceOperation.IsIdempotent"/>. Exceptions of strategies, such as <c>BrokenCircuitException</c>, are thrown unchanged.
    /// </remarks>
    public ResiliencePipeline<ConfluenceResponseDetails>? Pipeline { get; set; }

    /// <summary>Observes every call of the client; null, the default, for none.</summary>
    public ConfluenceObserver? Observer { get; set; }

    /// <summary>Creates the logger for waits and repeated attempts, answers (at debug level), gaps of retrievals, and notices that an operation will change or be removed. None by default. Secrets, queries and bodies are never logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for timeouts and waits. Tests can set a fake one.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal ConfluenceClientOptions Copy()
    {
        ConfluenceClientOptions copy = (ConfluenceClientOptions)MemberwiseClone();
        copy.Quota = Quota?.Copy() ?? throw new ArgumentException($"The option {nameof(Quota)} is null. Keep its default, or set a value.");
        copy.Retry = Retry?.Copy() ?? throw new ArgumentException($"The option {nameof(Retry)} is null. Keep its default, or set a value.");
        return copy;
    }

    internal void Validate()
    {
        if (Credential is null)
        {
            throw new ArgumentException($"The option {nameof(Credential)} is missing. Set it to an {nameof(ApiTokenCredential)}, or to an OAuthCredential for people who consent.");
        }

        if (TimeProvider is null)
        {
            throw new ArgumentException($"The option {nameof(TimeProvider)} is null. Keep its default, or set a value.");
        }

        if (MaxResponseSize < 1 || MaxResponseSize > LargestResponse)
        {
            throw new ArgumentException($"The option {nameof(MaxResponseSize)} is {MaxResponseSize}; it must be between 1 and {LargestResponse} bytes.");
        }

        if (HttpClient?.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException($"The option {nameof(HttpClient)} has an Authorization header among its defaults, which would reach every host that a download leads to. Remove it and use the option {nameof(Credential)}.");
        }

        if (PageSize < 1)
        {
            throw new ArgumentException($"The option {nameof(PageSize)} is {PageSize}; it must be 1 or more, or null for the default of each operation.");
        }

        CheckTimeout(Timeout, $"option {nameof(Timeout)}");
        CheckTimeout(AttemptTimeout, $"option {nameof(AttemptTimeout)}");
        Retry.Validate();
        Quota.Validate();
    }

    /// <summary>Throws if a longest wait is not valid.</summary>
    internal static void CheckWait(TimeSpan? value, string what)
    {
        if (value < TimeSpan.Zero && value != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException($"The {what} is {value}; it must be zero or longer, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }

    /// <summary>Throws if a time limit is out of the range of timers.</summary>
    internal static void CheckTimeout(TimeSpan value, string what)
    {
        if (value != System.Threading.Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > s_longest))
        {
            throw new ArgumentException($"The {what} is {value}; it must be longer than zero and at most {s_longest.Days} days, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }
}
