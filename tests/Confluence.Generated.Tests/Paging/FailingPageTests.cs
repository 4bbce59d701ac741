using System.Globalization;
using System.Net;
using Confluence.Generated.Http;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>A page that the site fails to give for its size is asked for again in smaller parts, by every list.</summary>
public sealed class FailingPageTests
{
    public static TheoryData<string> Failures => ["500", "502", "504", "broken", "cut", "large"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task It_comes_in_smaller_parts_and_the_size_grows_again(string failure)
    {
        using Harness harness = Harness.Create(options => Configure(options, retries: 1));
        Site site = new(harness, items: 600, failsAt: static (start, size) => start <= 300 && start + size > 300 && size > 10, failure);

        List<Page> pages = await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(Enumerable.Range(0, 600).Select(static number => number.ToString(CultureInfo.InvariantCulture)), pages.Select(static page => page.Id));
        Assert.Equal(250, site.Sizes[0]);
        Assert.Contains(3, site.Sizes);
        Assert.Equal(250, site.Sizes[^1]);
        Assert.InRange(site.Sizes.Count, 6, 30);
    }

    [Fact]
    public async Task A_site_that_gives_nothing_at_all_costs_a_handful_more_and_says_why_at_first()
    {
        using Harness harness = Harness.Create(options => Configure(options, retries: 2));
        Site site = new(harness, items: 600, failsAt: static (_, _) => true, "502");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        // Three attempts for the page as it was wanted, one for each smaller one.
        Assert.Equal([250, 250, 250, 62, 15, 3, 1], site.Sizes);
        Assert.Equal((HttpStatusCode.BadGateway, 3), (error.StatusCode, error.Attempts));
    }

    [Theory]
    [InlineData("400")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("unreachable")]
    public async Task What_has_nothing_to_do_with_the_size_ends_the_list(string failure)
    {
        using Harness harness = Harness.Create(options => Configure(options, retries: 0));
        Site site = new(harness, items: 600, failsAt: static (_, _) => true, failure);

        await Assert.ThrowsAnyAsync<ConfluenceException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250], site.Sizes);
    }

    [Fact]
    public async Task Another_failure_on_the_way_down_is_told_as_it_is()
    {
        using Harness harness = Harness.Create(options => Configure(options, retries: 0));
        Site site = new(harness, items: 600, failsAt: static (_, _) => true, "502") { Then = "unreachable" };

        await Assert.ThrowsAsync<ConfluenceConnectionException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250, 62], site.Sizes);
    }

    [Fact]
    public async Task A_list_that_is_left_to_the_server_goes_down_from_what_servers_give()
    {
        using Harness harness = Harness.Create(options => Configure(options, retries: 0));
        List<string> queries = [];
        harness.Handler
            .Then((sent, _) => Remember(sent, HttpStatusCode.InternalServerError, "{}"))
            .Then((sent, _) => Remember(sent, HttpStatusCode.OK, """{"results":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"},{"id":"f"}],"start":0,"limit":6,"size":6}"""))
            .Then((sent, _) => Remember(sent, HttpStatusCode.OK, """{"results":[{"id":"g"}],"start":6,"limit":25,"size":1}"""));

        var groups = await CollectAsync(harness.Client.V1.Watches.GetWatchersForSpaceAsync("DOCS", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(7, groups.Count);
        Assert.Equal(["", "?limit=6", "?start=6&limit=4"], queries);

        Task<HttpResponseMessage> Remember(Sent sent, HttpStatusCode status, string body)
        {
            queries.Add(sent.Uri.Query);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") });
        }
    }

    private static void Configure(ConfluenceClientOptions options, int retries)
    {
        options.Retry = new ConfluenceRetryOptions { MaxRetries = retries, BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) };
        options.MaxResponseSize = 100_000;
        options.TimeProvider = TimeProvider.System;
    }

    /// <summary>A list of v2 whose cursor is a position.</summary>
    private sealed class Site
    {
        private readonly Harness _harness;
        private readonly int _items;
        private readonly Func<int, int, bool> _failsAt;
        private readonly string _failure;

        public Site(Harness harness, int items, Func<int, int, bool> failsAt, string failure)
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

        private Task<HttpResponseMessage> AnswerAsync(Sent sent, CancellationToken cancellationToken)
        {
            _harness.Handler.Then(AnswerAsync);
            QueryBuilder query = QueryBuilder.Parse(sent.Uri.Query.TrimStart('?'));
            int size = int.Parse(query.Find("limit") ?? "25", CultureInfo.InvariantCulture);
            int start = int.Parse(query.Find("cursor") ?? "0", CultureInfo.InvariantCulture);
            Sizes.Add(size);
            if (_failsAt(start, size))
            {
                return FailAsync(Sizes.Count > 1 ? Then ?? _failure : _failure);
            }

            int end = Math.Min(_items, start + size);
            string ids = string.Join(',', Enumerable.Range(start, end - start));
            return Answer(HttpStatusCode.OK, Page(ids, end < _items ? $"/wiki/api/v2/pages?cursor={end}" : null));
        }

        private static Task<HttpResponseMessage> FailAsync(string failure) => failure switch
        {
            "broken" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded)),
            "unreachable" => Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ConnectionError)),
            "cut" => Answer(HttpStatusCode.OK, """{"results":[{"id":"""),
            "large" => Answer(HttpStatusCode.OK, new string(' ', 200_000)),
            _ => Answer((HttpStatusCode)int.Parse(failure, CultureInfo.InvariantCulture), "{}"),
        };

        private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string body) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") });
    }
}
