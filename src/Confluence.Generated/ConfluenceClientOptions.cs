using Microsoft.Extensions.Logging;

namespace Confluence.Generated;

/// <summary>The settings of a <see cref="ConfluenceClient"/>. The client takes a copy: later changes do not reach it.</summary>
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
    /// The client to send requests with; null, the default, makes one that suits. The Confluence client never disposes one that was given.
    /// Its handler should neither follow redirects nor keep cookies, and its default headers must hold no <c>Authorization</c>.
    /// Its own <see cref="HttpClient.Timeout"/> ends an attempt too, when it is the shorter one.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The name of your application, with a version if you like: <c>Wiki-Mirror/1.4</c>. It is added to the <c>User-Agent</c>. None by default.
    /// </summary>
    public string? ApplicationName { get; set; }

    /// <summary>
    /// The longest that one call may take, with all attempts and the waits between them; for a paged operation, each page; for a download,
    /// until the content begins. The default is 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The longest that one attempt may take, the reading of the answer included. Requests that upload files are bounded by
    /// <see cref="Timeout"/> only; in a download it bounds the wait for each further piece of content.
    /// The default is 60 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The largest answer, in bytes after decompression, that is read into memory; downloads are not bounded. The default is 256 MiB, the largest value 1 GiB.
    /// </summary>
    public long MaxResponseSize { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// Whether a call fails when its answer lacks a member whose property is never null, such as the id of a page. False, the default: such an answer is
    /// read like any other, and only the property fails, with a <see cref="ConfluenceResponseException"/>, when it is read. True: the call fails with
    /// that exception, which names the type, the member and the place in the answer. For tests, and where half an answer is worse than none.
    /// </summary>
    public bool ValidateResponses { get; set; }

    /// <summary>When and how failed attempts are repeated.</summary>
    public ConfluenceRetryOptions Retry { get; set; } = new();

    /// <summary>Where the client logs repeated attempts and incomplete answers. None by default. Neither secrets, nor queries, nor bodies are logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for timeouts and waits. Tests put a fake one here.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal ConfluenceClientOptions Copy()
    {
        ConfluenceClientOptions copy = (ConfluenceClientOptions)MemberwiseClone();
        copy.Retry = Retry?.Copy() ?? throw new ArgumentException($"The option {nameof(Retry)} is null. Leave it as it is, or give it a value.");
        return copy;
    }

    internal void Validate()
    {
        if (Credential is null)
        {
            throw new ArgumentException($"The option {nameof(Credential)} is missing. Give it an {nameof(ApiTokenCredential)} or a {nameof(BearerTokenCredential)}.");
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

        CheckTimeout(Timeout, $"option {nameof(Timeout)}");
        CheckTimeout(AttemptTimeout, $"option {nameof(AttemptTimeout)}");
        Retry.Validate();
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
