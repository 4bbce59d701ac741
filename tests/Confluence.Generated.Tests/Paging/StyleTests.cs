using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>How each style of paging finds its next page, and the traps on the way.</summary>
public class StyleTests
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
    public async Task The_link_header_leads_on_in_offset_lists_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, """{"results":[{"id":"1"}]}""", headers: ("Link", """</x?start=1>; rel="next" """.Trim())).Json("""{"results":[{"id":"2"}]}""");

        Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));

        Assert.Equal(["", "?start=1"], harness.Handler.Requests.Select(sent => sent.Uri.Query));
    }

    [Fact]
    public async Task A_negative_start_tells_nothing_and_stops_no_walk()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"}],"start":-1,"limit":1}""")
            .Json("""{"results":[{"id":"2"}],"start":-1,"limit":2}""");

        Assert.Equal(["1", "2"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));
    }

    [Fact]
    public async Task A_server_that_begins_again_at_zero_is_noticed()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"}],"start":0,"limit":1}""")
            .Json("""{"results":[{"id":"1"}],"start":0,"limit":1,"size":1}""");

        await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Offset)));
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
}
