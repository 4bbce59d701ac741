using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Paging;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Walking a list: tokens, cancellation, what a page holds.</summary>
public class WalkTests
{
    [Theory]
    [InlineData(PagingStyle.Cursor, "/x?cursor=b%3D", "b=", "?cql=q&limit=1&cursor=b%3D")]
    [InlineData(PagingStyle.Offset, "/x?start=999", "1", "?cql=q&limit=1&start=1")]
    [InlineData(PagingStyle.Search, "/x?cursor=b%3D&cql=q", "cursor=b%3D&cql=q", "?cql=q&limit=1&cursor=b%3D")]
    public async Task A_walk_goes_on_elsewhere_with_the_token_of_a_page(object style, string next, string token, string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", next)).Json(Page("2", null));
        Paged<Item> list = harness.Page(Request(SearchUser, Query("cql=q&limit=1")), (PagingStyle)style);

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
    [InlineData("""{"results":1}""")]
    public async Task A_page_without_its_results_is_unreadable_and_not_the_end(string body)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
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

    [Theory]
    [InlineData("call")]
    [InlineData("pages")]
    [InlineData("walk")]
    public async Task A_cancelled_walk_ends_with_the_token_that_its_caller_gave(string place)
    {
        using Harness harness = Harness.Create();
        using CancellationTokenSource source = new();
        harness.Handler.Json(Page("1", "/x?cursor=b")).Hang();
        CancellationToken At(string wanted) => place == wanted ? source.Token : CancellationToken.None;
        Paged<Item> list = harness.Transport.Page<Item>(Request(GetPages), PagingStyle.Cursor, At("call"));

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ResultPage<Item> page in list.AsPages(cancellationToken: At("pages")).WithCancellation(At("walk")))
            {
                _ = harness.Handler.ArrivalAsync().ContinueWith(_ => harness.Handler.ArrivalAsync(), TaskScheduler.Default).Unwrap()
                    .ContinueWith(_ => source.Cancel(), TaskScheduler.Default);
            }
        });

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(2, harness.Handler.Requests.Count);
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
}
