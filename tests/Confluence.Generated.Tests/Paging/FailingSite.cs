using System.Globalization;
using System.Net;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using Polly.CircuitBreaker;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>A list of v2 whose cursor is a position.</summary>
internal sealed class FailingSite
{
    private readonly Harness _harness;
    private readonly int _items;
    private readonly Func<int, int, bool> _failsAt;
    private readonly string _failure;

    public FailingSite(Harness harness, int items, Func<int, int, bool> failsAt, string failure)
    {
        _harness = harness;
        _items = items;
        _failsAt = failsAt;
        _failure = failure;
        harness.Handler.Then(AnswerAsync);
    }

    public List<int> Sizes { get; } = [];

    /// <summary>How it fails from the second request on; null for as at first.</summary>
    public string? Then { get; init; }

    /// <summary>How many requests it fails as at first, or answers, before <see cref="Then"/>.</summary>
    public int ThenAfter { get; init; } = 1;

    /// <summary>Fails at once or after few attempts, on the clock of the machine.</summary>
    public static void Configure(ConfluenceClientOptions options, int retries)
    {
        options.Retry = new ConfluenceRetryOptions { MaxRetries = retries, BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) };
        options.MaxResponseSize = 100_000;
        options.TimeProvider = TimeProvider.System;
    }

    private Task<HttpResponseMessage> AnswerAsync(Sent sent, CancellationToken cancellationToken)
    {
        _harness.Handler.Then(AnswerAsync);
        QueryBuilder query = QueryBuilder.Parse(sent.Uri.Query.TrimStart('?'));
        int size = int.Parse(query.Find("limit") ?? "25", CultureInfo.InvariantCulture);
        int start = int.Parse(query.Find("cursor") ?? "0", CultureInfo.InvariantCulture);
        Sizes.Add(size);
        if (_failsAt(start, size))
        {
            return FailAsync(Sizes.Count > ThenAfter ? Then ?? _failure : _failure, cancellationToken);
        }

        int end = Math.Min(_items, start + size);
        string ids = string.Join(',', Enumerable.Range(start, end - start));
        return Answer(HttpStatusCode.OK, Page(ids, end < _items ? $"/wiki/api/v2/pages?cursor={end}" : null));
    }

    private static Task<HttpResponseMessage> FailAsync(string failure, CancellationToken cancellationToken) => failure switch
    {
        "broken" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded)),
        "unreachable" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ConnectionError)),
        "rejected" => Task.FromException<HttpResponseMessage>(new BrokenCircuitException()),
        "proxy" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.UserAuthenticationError)),
        "slow" => HangAsync(cancellationToken),
        "cut" => Answer(HttpStatusCode.OK, """{"results":[{"id":"""),
        "large" => Answer(HttpStatusCode.OK, new string(' ', 200_000)),
        _ => Answer((HttpStatusCode)int.Parse(failure, CultureInfo.InvariantCulture), "{}"),
    };

    private static async Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("The wait has no end of its own.");
    }

    private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string body) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") });
}
