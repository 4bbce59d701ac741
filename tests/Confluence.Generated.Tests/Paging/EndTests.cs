using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>What is certain to be an end ends a walk; what contradicts itself is followed where possible, and otherwise an error.</summary>
public class EndTests
{
    private const string NotUnderstood = "the server named a next page, but not in a way that leads there";

    [Theory]
    [InlineData(PagingStyle.Cursor, "null")]
    [InlineData(PagingStyle.Cursor, "false")]
    [InlineData(PagingStyle.Cursor, "\"\"")]
    [InlineData(PagingStyle.Offset, "null")]
    [InlineData(PagingStyle.Search, "null")]
    [InlineData(PagingStyle.Search, "\"\"")]
    public async Task A_next_link_that_says_none_is_the_end(object style, string next)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, Body(next), headers: ("Link", "</x?cursor=b&start=1>; rel=\"next\""));

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(GetPages), (PagingStyle)style)));
    }

    [Theory]
    [InlineData(PagingStyle.Cursor, """{"href":"/wiki/api/v2/pages?cursor=b%3D"}""")]
    [InlineData(PagingStyle.Cursor, "\"/wiki/api/v2/pages?Cursor=b%3D\"")]
    [InlineData(PagingStyle.Cursor, "\"?CURSOR=b=\"")]
    [InlineData(PagingStyle.Search, """{"href":"/rest/api/search?Cursor=b%3D"}""")]
    public async Task A_cursor_is_found_in_every_form_of_link(object style, string next)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Body(next)).Json(Page("2", null));

        Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(GetPages), (PagingStyle)style)));

        Assert.Equal("?cursor=b%3D", harness.Handler.Last.Uri.Query);
    }

    [Theory]
    [InlineData("\"/wiki/api/v2/pages\"")]
    [InlineData("\"/wiki/api/v2/pages?limit=2\"")]
    [InlineData("\"/wiki/api/v2/pages?cursor=\"")]
    [InlineData("{}")]
    [InlineData("""{"href":5}""")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("true")]
    public async Task A_next_link_that_is_not_understood_is_an_error_unless_the_header_has_a_good_one(string next)
    {
        foreach (PagingStyle style in new[] { PagingStyle.Cursor, PagingStyle.Search })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Json(Body(next));
            await AssertLostAfterAsync(harness.Page(Request(GetPages), style), 1, NotUnderstood);

            harness.Handler.Answer(HttpStatusCode.OK, Body(next), headers: ("Link", "</x?cursor=b>; rel=\"next\"")).Json(Page("2", null));
            Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(GetPages), style)));
            Assert.Equal("?cursor=b", harness.Handler.Last.Uri.Query);
        }
    }

    [Theory]
    [InlineData("\"odd\"")]
    [InlineData("5")]
    [InlineData("""[{"rel":"next","href":"/x?cursor=b"}]""")]
    public async Task Links_that_are_not_understood_are_no_end(string links)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json($$"""{"results":[{"id":"1"}],"_links":{{links}}}""");

        await AssertLostAfterAsync(harness.Page(Request(GetPages), PagingStyle.Cursor), 1, NotUnderstood);
    }

    [Fact]
    public async Task A_link_header_that_is_not_understood_is_no_end()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, """{"results":[{"id":"1"}]}""", headers: ("Link", "</wiki/api/v2/pages>; rel=\"next\""));

        await AssertLostAfterAsync(harness.Page(Request(GetPages), PagingStyle.Cursor), 1, NotUnderstood);
    }

    [Fact]
    public async Task What_stands_in_a_link_that_is_not_understood_is_not_repeated()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Body("\"https://evil.example/secret?token=abc\""));

        ConfluencePagingException error = await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));

        Assert.DoesNotContain("evil", error.ToString(), StringComparison.Ordinal);
        Assert.All(harness.Handler.Requests, static sent => Assert.Equal("acme.atlassian.net", sent.Uri.Host));
    }

    [Fact]
    public async Task Who_goes_page_by_page_with_the_tokens_gets_the_error_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Body("5"));
        Paged<Item> list = harness.Page(Request(GetPages), PagingStyle.Cursor);

        ResultPage<Item> page = await FirstAsync(list.AsPages(cancellationToken: TestContext.Current.CancellationToken));

        Assert.NotNull(page.ContinuationToken);
        ConfluencePagingException error = await Assert.ThrowsAsync<ConfluencePagingException>(() => FirstAsync(list.AsPages(page.ContinuationToken, TestContext.Current.CancellationToken)));
        Assert.Contains("the previous page said that there are more results, but not how to reach them", error.Message, StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_page_of_a_cursor_list_without_results_is_followed()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=a")).Json(Page("", "/x?cursor=b")).Json(Page("", "/x?cursor=c")).Json(Page("2", null));

        Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor)));
    }

    [Fact]
    public async Task Cursor_lists_without_results_end_sometime_and_never_go_in_a_circle()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("", "/x?cursor=a")).Json(Page("", "/x?cursor=a"));
        await AssertLostAfterAsync(harness.Page(Request(GetPages), PagingStyle.Cursor), 0, "a page led to one that had been read before");

        for (int i = 0; i < 101; i++)
        {
            harness.Handler.Json(Page("", $"/x?cursor={i}"));
        }

        await AssertLostAfterAsync(harness.Page(Request(GetPages), PagingStyle.Cursor), 0, "it returned 100 pages in a row without a result");
        Assert.Equal(102, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task An_offset_list_follows_the_link_of_one_page_without_results_and_ends_with_the_second()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[],"_links":{"next":"/x?start=25"}}""")
            .Json("""{"results":[{"id":"1"}],"_links":{"next":"/x?start=50"}}""")
            .Json("""{"results":[],"_links":{"next":"/x?start=50"}}""")
            .Json("""{"results":[],"_links":{"next":"/x?start=75"}}""");

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));

        Assert.Equal(["", "?start=25", "?start=26", "?start=50"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"/x\"")]
    public async Task A_page_of_an_offset_list_without_results_and_with_a_link_that_is_not_understood_is_no_end(string next)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json($$$"""{"results":[],"_links":{"next":{{{next}}}}}""");

        await AssertLostAfterAsync(harness.Page(Request(SearchUser), PagingStyle.Offset), 0, NotUnderstood);
    }

    private static string Body(string next) => $$$"""{"results":[{"id":"1"}],"_links":{"next":{{{next}}},"base":"https://acme.atlassian.net/wiki"}}""";
}
