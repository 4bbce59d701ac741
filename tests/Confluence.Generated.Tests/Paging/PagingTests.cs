using System.Net;
using System.Text.Json;
using Confluence.Generated.Http;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.Operations;

namespace Confluence.Generated.Tests.Paging;

public class PagingTests
{
    [Fact]
    public async Task Cursor_lists_go_on_with_the_cursor_of_the_next_link_on_the_path_of_the_first_request()
    {
        using Harness harness = Harness.Create(site: "https://api.atlassian.com/ex/confluence/abc-1");
        harness.Handler
            .Json(Page("1,2", "/wiki/api/v2/pages?limit=2&cursor=eyJ%2Bx%3D%3D&other=ignored"))
            .Json(Page("3", "https://evil.example/steal?cursor=c3&limit=2"))
            .Json(Page("4", null));

        Assert.Equal(["1", "2", "3", "4"], await IdsAsync(harness.Page(Request(GetPages, Query("space-id=7&limit=2")), PagingStyle.Cursor)));

        Assert.Equal(
            [
                "https://api.atlassian.com/ex/confluence/abc-1/wiki/api/v2/pages?space-id=7&limit=2",
                "https://api.atlassian.com/ex/confluence/abc-1/wiki/api/v2/pages?space-id=7&limit=2&cursor=eyJ%2Bx%3D%3D",
                "https://api.atlassian.com/ex/confluence/abc-1/wiki/api/v2/pages?space-id=7&limit=2&cursor=c3",
            ],
            harness.Handler.Requests.Select(sent => sent.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task A_cursor_that_the_caller_gave_is_replaced_in_its_place()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=b")).Json(Page("2", null));

        await IdsAsync(harness.Page(Request(GetPages, Query("cursor=a&limit=1")), PagingStyle.Cursor));

        Assert.Equal("?cursor=b&limit=1", harness.Handler.Last.Uri.Query);
    }

    [Theory]
    [InlineData("/wiki/api/v2/pages?limit=2")]
    [InlineData("/wiki/api/v2/pages")]
    [InlineData("/wiki/api/v2/pages?cursor=")]
    [InlineData("")]
    public async Task A_next_link_without_a_cursor_ends_a_cursor_list(string next)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", next));

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));
    }

    [Fact]
    public async Task An_empty_page_ends_a_cursor_list_whatever_its_next_link_says()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("", "/x?cursor=b"));

        Assert.Empty(await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));
    }

    [Theory]
    [InlineData("""</wiki/api/v2/pages?cursor=b&limit=1>; rel="next", <https://acme.atlassian.net/wiki>; rel="base" """, true)]
    [InlineData("""<https://acme.atlassian.net/wiki>; rel="base", </wiki/api/v2/pages?ids=1,2&cursor=b>; title="a, b"; rel=next""", true)]
    [InlineData("""<https://acme.atlassian.net/wiki?cursor=b>; rel="base" """, false)]
    [InlineData("""<https://x/?cursor=b>; rel="deprecation", <https://acme.atlassian.net/wiki>; rel="base" """, false)]
    [InlineData("garbage <", false)]
    public async Task The_link_header_leads_on_when_the_body_has_no_links(string header, bool hasNext)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, """{"results":[{"id":"1"}]}""", headers: ("Link", header.Trim())).Json(Page("2", null));

        Assert.Equal(hasNext ? ["1", "2"] : ["1"], await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));
    }

    [Fact]
    public async Task The_link_header_does_not_count_when_the_body_has_links()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, Page("1", null), headers: ("Link", """</x?cursor=b>; rel="next" """.Trim()));

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));
    }

    [Theory]
    [InlineData("cursor=a", "a")]
    [InlineData("limit=1", "b,b")]
    [InlineData("limit=1", "b,c,b")]
    public async Task A_cursor_that_comes_twice_ends_the_walk_after_the_page_it_came_with(string query, string cursors)
    {
        using Harness harness = Harness.Create();
        string[] all = cursors.Split(',');
        for (int i = 0; i < all.Length; i++)
        {
            harness.Handler.Json(Page($"{i}", $"/x?cursor={all[i]}"));
        }

        List<string?> ids = [];
        ConfluencePagingException exception = await Assert.ThrowsAsync<ConfluencePagingException>(async () =>
        {
            await foreach (Item item in harness.Page(Request(GetPages, Query(query)), PagingStyle.Cursor))
            {
                ids.Add(item.Id);
            }
        });

        Assert.Equal(all.Length, ids.Count);
        Assert.Equal(all[^1], exception.ContinuationToken);
        Assert.Contains("getPages (GET /wiki/api/v2/pages)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offset_lists_count_the_results_and_end_with_a_short_page_without_a_next_link()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"},{"id":"2"}],"start":5,"limit":2,"size":2,"totalSize":10}""")
            .Json("""{"results":[{"id":"3"}],"start":7,"limit":2,"size":1,"_links":{"next":"/rest/api/x?next=true&start=999"}}""")
            .Json("""{"results":[{"id":"4"}],"start":8,"limit":2,"size":1}""");

        Assert.Equal(["1", "2", "3", "4"], await IdsAsync(harness.Page(Request(SearchUser, Query("cql=x&start=5&limit=2")), PagingStyle.Offset)));

        Assert.Equal(["?cql=x&start=5&limit=2", "?cql=x&start=7&limit=2", "?cql=x&start=8&limit=2"], harness.Handler.Requests.Select(sent => sent.Uri.Query));
    }

    [Fact]
    public async Task The_limit_that_the_server_took_counts_and_not_the_one_that_was_asked_for()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"1"},{"id":"2"}],"limit":2}""").Json("""{"results":[],"limit":2}""");

        Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(SearchUser, Query("limit=1000")), PagingStyle.Offset)));

        Assert.Equal("?limit=1000&start=2", harness.Handler.Last.Uri.Query);
    }

    [Fact]
    public async Task Without_any_limit_known_a_page_without_a_next_link_is_the_last()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"1"}]}""");

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));
    }

    [Theory]
    [InlineData("""{"results":[{"id":"1"}],"start":0,"limit":1}""")]
    [InlineData("""{"results":[{"id":"1"}],"limit":1}""")]
    public async Task A_server_that_does_not_move_on_is_noticed(string page)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(page).Json(page);

        await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));
    }

    [Fact]
    public async Task A_search_puts_the_next_links_query_over_the_original_and_takes_no_short_page_for_the_end()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json(Page("1,2,3", "/rest/api/search?next=true&cursor=_f_MQ%3D%3D&limit=3&start=3&cql=type%3Dpage"))
            .Json(Page("4", "/rest/api/search?next=true&cursor=_f_Mg%3D%3D&limit=3&start=6&cql=type%3Dpage"))
            .Json(Page("", "/rest/api/search?next=true&cursor=_f_Mw%3D%3D&limit=3&start=9&cql=type%3Dpage"))
            .Json("""{"results":[{"id":"5"}],"totalSize":1,"_links":{}}""");

        Assert.Equal(["1", "2", "3", "4", "5"], await IdsAsync(harness.Page(Request(SearchUser, Query("cql=type%3Dpage&excerpt=none&limit=3")), PagingStyle.Search)));

        Assert.Equal("?cql=type%3Dpage&excerpt=none&limit=3&next=true&cursor=_f_MQ%3D%3D&start=3", harness.Handler.Requests.ElementAt(1).Uri.Query);
        Assert.Equal("?cql=type%3Dpage&excerpt=none&limit=3&next=true&cursor=_f_Mw%3D%3D&start=9", harness.Handler.Last.Uri.Query);
    }

    [Fact]
    public async Task A_search_whose_next_link_comes_twice_ends()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=a")).Json(Page("2", "/x?cursor=a"));

        await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Search)));
    }

    [Fact]
    public async Task A_search_that_gives_nothing_for_ever_ends()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 200; i++)
        {
            harness.Handler.Json(Page("", $"/x?cursor={i}"));
        }

        ConfluencePagingException exception = await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Search)));

        Assert.Contains("100 pages in a row", exception.Message, StringComparison.Ordinal);
        Assert.Equal(100, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(PagingStyle.Cursor, "/x?cursor=b%3D", "b=", "?limit=1&cursor=b%3D")]
    [InlineData(PagingStyle.Offset, "/x?start=999", "1", "?limit=1&start=1")]
    [InlineData(PagingStyle.Search, "/x?cursor=b%3D&cql=q", "cursor=b%3D&cql=q", "?limit=1&cursor=b%3D&cql=q")]
    public async Task A_walk_goes_on_elsewhere_with_the_token_of_a_page(object style, string next, string token, string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", next)).Json(Page("2", null));
        Paged<Item> list = harness.Page(Request(SearchUser, Query("limit=1")), (PagingStyle)style);

        ResultPage<Item> first = await FirstAsync(list.AsPages(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(token, first.ContinuationToken);

        ResultPage<Item> second = await FirstAsync(list.AsPages(first.ContinuationToken, TestContext.Current.CancellationToken));
        Assert.Equal("2", Assert.Single(second.Items).Id);
        Assert.Equal(query, harness.Handler.Last.Uri.Query);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData(PagingStyle.Cursor, "")]
    [InlineData(PagingStyle.Offset, "abc")]
    [InlineData(PagingStyle.Offset, "-1")]
    [InlineData(PagingStyle.Search, "&")]
    public void A_token_that_is_none_is_refused_before_anything_is_sent(object style, string token)
    {
        using Harness harness = Harness.Create();

        Assert.Equal("continuationToken", Assert.Throws<ArgumentException>(() => harness.Page(Request(SearchUser), (PagingStyle)style).AsPages(token, TestContext.Current.CancellationToken)).ParamName);
    }

    [Fact]
    public async Task A_page_keeps_what_else_arrived()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"meta":{"x":1},"results":[],"start":"odd","totalSize":42,"cqlQuery":"q","_links":{"base":"https://acme.atlassian.net/wiki"}}""");

        ResultPage<Item> page = await FirstAsync(harness.Page(Request(GetPages), PagingStyle.Cursor).AsPages(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(42, page.TotalSize);
        Assert.Equal(["meta", "start", "cqlQuery", "_links"], page.AdditionalProperties.Keys);
        Assert.Equal("https://acme.atlassian.net/wiki", page.AdditionalProperties["_links"].GetProperty("base").GetString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"results":null}""")]
    [InlineData("""{"results":[{"id":"1"}""")]
    public async Task A_page_without_its_results_is_unreadable_and_not_the_end(string body)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(body);

        Assert.Equal("PageAnswer<Item>", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)))).TypeName);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_walk_and_each_page_when_the_walk_gets_to_it()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1,2", "/x?cursor=b")).Json(Page("3", null)).Json(Page("1", null));
        Paged<Item> list = harness.Page(Request(GetPages), PagingStyle.Cursor);
        Assert.Empty(harness.Handler.Requests);

        List<int> requests = [];
        await foreach (Item item in list)
        {
            requests.Add(harness.Handler.Requests.Count);
        }

        Assert.Equal([1, 1, 2], requests);
        Assert.Equal(["1"], await IdsAsync(list)); // A second walk begins anew.
    }

    [Fact]
    public async Task Each_of_the_tokens_ends_the_walk()
    {
        foreach (int which in new[] { 0, 1, 2 })
        {
            using Harness harness = Harness.Create();
            using CancellationTokenSource call = new();
            using CancellationTokenSource pages = new();
            using CancellationTokenSource walk = new();
            CancellationTokenSource[] sources = [call, pages, walk];
            harness.Handler.Json(Page("1", "/x?cursor=b")).Hang();
            Paged<Item> list = harness.Transport.Page<Item>(Request(GetPages), PagingStyle.Cursor, call.Token);

            OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (ResultPage<Item> page in list.AsPages(cancellationToken: pages.Token).WithCancellation(walk.Token))
                {
                    _ = harness.Handler.ArrivalAsync().ContinueWith(_ => harness.Handler.ArrivalAsync(), TaskScheduler.Default).Unwrap()
                        .ContinueWith(_ => sources[which].Cancel(), TaskScheduler.Default);
                }
            });

            Assert.True(sources[which].IsCancellationRequested);
            Assert.True(exception.CancellationToken.IsCancellationRequested);
            Assert.Equal(2, harness.Handler.Requests.Count);
        }
    }

    [Fact]
    public async Task Items_that_are_fetched_already_are_not_given_after_cancellation()
    {
        using Harness harness = Harness.Create();
        using CancellationTokenSource source = new();
        harness.Handler.Json(Page("1,2,3", null));
        List<string?> ids = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Item item in harness.Page(Request(GetPages), PagingStyle.Cursor).WithCancellation(source.Token))
            {
                ids.Add(item.Id);
                await source.CancelAsync();
            }
        });

        Assert.Equal(["1"], ids);
    }

    [Fact]
    public async Task A_refused_page_is_repeated_like_any_call_and_then_thrown()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=b")).Answer(HttpStatusCode.TooManyRequests).Json(Page("2", "/x?cursor=c"))
            .Answer(HttpStatusCode.BadRequest, """{"errors":[{"status":400,"code":"X","title":"'cursor' expired"}]}""");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));

        Assert.Equal(ConfluenceErrorKind.InvalidCursor, exception.Kind);
        Assert.Equal(4, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Lists_can_be_made_for_tests_of_calling_code()
    {
        Paged<string> list = Paged<string>.FromPages(new ResultPage<string>(["a", "b"], "t") { TotalSize = 3 }, new ResultPage<string>(["c"]));

        Assert.Equal(["a", "b", "c"], await CollectAsync(list));
        Assert.Equal("c", Assert.Single((await FirstAsync(list.AsPages("t", TestContext.Current.CancellationToken))).Items));
        Assert.Throws<ArgumentException>(() => list.AsPages("other", TestContext.Current.CancellationToken));
        Assert.Equal(["x", "y"], await CollectAsync(Paged<string>.FromItems("x", "y")));
        Assert.Empty(await CollectAsync(Paged<string>.FromPages()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await FirstAsync(list.AsPages(null, new CancellationToken(canceled: true))));
    }

    private static QueryBuilder Query(string text) => QueryBuilder.Parse(text);

    private static string Page(string ids, string? next)
    {
        string results = string.Join(',', ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"id":"{{id}}"}"""));
        string links = next is null ? string.Empty : $"\"next\":{JsonSerializer.Serialize(next)},";
        return $$$"""{"results":[{{{results}}}],"_links":{{{{links}}}"base":"https://acme.atlassian.net/wiki"}}""";
    }

    private static async Task<List<string?>> IdsAsync(Paged<Item> list) => [.. (await CollectAsync(list)).Select(item => item.Id)];

    private static async Task<List<T>> CollectAsync<T>(Paged<T> list)
    {
        List<T> items = [];
        await foreach (T item in list)
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<ResultPage<T>> FirstAsync<T>(IAsyncEnumerable<ResultPage<T>> pages)
    {
        await foreach (ResultPage<T> page in pages)
        {
            return page;
        }

        throw new InvalidOperationException("There is no page.");
    }
}
