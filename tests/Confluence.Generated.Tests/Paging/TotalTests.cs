using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>A total that the server counts, compared with the room of the pages that came: an end that it contradicts is followed or an error.</summary>
public class TotalTests
{
    [Theory]
    [InlineData(PagingStyle.Cursor, "")]
    [InlineData(PagingStyle.Cursor, ",\"limit\":100,\"_links\":{}")]
    [InlineData(PagingStyle.Search, "")]
    [InlineData(PagingStyle.Search, ",\"limit\":100,\"_links\":{}")]
    public async Task A_total_beyond_the_room_of_all_pages_is_no_end(object style, string more)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(97, 250, more));

        await AssertLostAfterAsync(harness.Page(Request(GetPages), (PagingStyle)style), 97, "the server counts 250 results, 97 were returned, and nothing leads to the rest");
    }

    [Theory]
    [InlineData("{\"results\":[],\"totalSize\":1,\"_links\":{}}")] // A total counts what is hidden from the caller.
    [InlineData("{\"results\":[],\"totalSize\":25}")]
    [InlineData("{\"results\":[{\"id\":\"1\"}],\"limit\":100,\"totalSize\":100,\"_links\":{}}")]
    [InlineData("{\"results\":[{\"id\":\"1\"}],\"totalSize\":-5}")]
    public async Task A_total_that_the_pages_had_room_for_raises_no_alarm(string page)
    {
        foreach (PagingStyle style in new[] { PagingStyle.Cursor, PagingStyle.Search })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Json(page);

            Assert.True((await IdsAsync(harness.Page(Request(GetPages), style))).Count < 2);
        }
    }

    [Fact]
    public async Task Short_pages_of_a_search_add_their_room_and_not_their_rows()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"}],"limit":100,"totalSize":290,"_links":{"next":"/x?cursor=a"}}""")
            .Json("""{"results":[{"id":"2"}],"limit":100,"totalSize":290,"_links":{"next":"/x?cursor=b"}}""")
            .Json("""{"results":[{"id":"3"}],"limit":100,"totalSize":290,"_links":{}}""");

        Assert.Equal(["1", "2", "3"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Search)));
    }

    [Fact]
    public async Task A_page_has_the_room_of_the_limit_that_its_link_named()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"}],"totalSize":300,"_links":{"next":"/x?cursor=a&limit=25"}}""")
            .Json("""{"results":[{"id":"2"}],"totalSize":300,"_links":{}}""");

        await AssertLostAfterAsync(
            harness.Page(Request(SearchUser, options: new ConfluenceListOptions { PageSize = 200 }), PagingStyle.Search), 2, "the server counts 300 results, 2 were returned, and nothing leads to the rest");

        Assert.Equal(["?limit=200", "?limit=25&cursor=a"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Theory]
    [InlineData(PagingStyle.Search, "cql=q", "cql=q&cursor=z")]
    [InlineData(PagingStyle.Cursor, "limit=1", "z")]
    public async Task A_walk_that_began_in_the_middle_cannot_compare_totals(object style, string query, string token)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(2, 250, ""));

        Assert.Equal(2, (await CollectAsync(harness.Page(Request(SearchUser, Query(query)), (PagingStyle)style).AsPages(token, TestContext.Current.CancellationToken))).Sum(static page => page.Items.Count));
    }

    [Fact]
    public async Task An_offset_list_goes_on_while_the_server_counts_more()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(97, 250, ",\"limit\":100,\"_links\":{}")).Json(Counted(100, 250, ",\"limit\":100,\"start\":97")).Json(Counted(53, 250, ",\"limit\":100"));

        Assert.Equal(250, (await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset))).Count);

        Assert.Equal(["", "?start=97", "?start=197"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Fact]
    public async Task An_offset_list_that_stops_giving_what_the_server_counts_is_an_error()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(97, 250, ",\"limit\":100,\"_links\":{}")).Json(Counted(0, 250, ",\"limit\":100,\"_links\":{}"));

        await AssertLostAfterAsync(harness.Page(Request(SearchUser), PagingStyle.Offset), 97, "the server counts 250 results, 97 were returned, and nothing leads to the rest");
    }

    [Fact]
    public async Task A_page_without_a_total_takes_no_earlier_one_back()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(97, 1000, ",\"limit\":100,\"_links\":{}")).Json("""{"results":[],"limit":100,"_links":{}}""");

        await AssertLostAfterAsync(harness.Page(Request(SearchUser), PagingStyle.Offset), 97, "the server counts 1000 results, 97 were returned, and nothing leads to the rest");
    }

    [Fact]
    public async Task Hidden_results_at_the_end_of_an_offset_list_raise_no_alarm()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Counted(97, 100, ",\"limit\":100,\"_links\":{}")).Json(Counted(0, 100, ",\"limit\":100,\"_links\":{}"));

        Assert.Equal(97, (await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset))).Count);
    }

    private static string Counted(int results, int total, string more) =>
        $$"""{"results":[{{string.Join(',', Enumerable.Range(0, results).Select(i => $$"""{"id":"{{total}}-{{more.Length}}-{{i}}"}"""))}}],"totalSize":{{total}}{{more}}}""";
}
