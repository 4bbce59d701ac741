using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>A token says where to go on in its own list, and nothing else.</summary>
public class ForeignTokenTests
{
    [Theory]
    [InlineData("cursor=a&cql=type%3Dblogpost")]
    [InlineData("cql=type%3Dblogpost&next=true&cursor=a&limit=25&start=25")]
    [InlineData("cursor=a&cql=type%3Dpage&cql=type%3Dblogpost")]
    [InlineData("cursor=a&cql=type%3Dpage&excerpt=highlight")]
    [InlineData("cql=type%3Dpage")]
    [InlineData("cursor=&cql=type%3Dpage")]
    [InlineData("start=x&cql=type%3Dpage")]
    [InlineData("25")]
    [InlineData("eyJpZCI6IjEifQ==")]
    public void A_search_refuses_the_token_of_another_list(string token) =>
        AssertRefused(PagingStyle.Search, "cql=type%3Dpage&excerpt=none", token);

    [Fact]
    public void A_token_cannot_add_a_query_to_a_list_that_has_none() => AssertRefused(PagingStyle.Search, "limit=1", "cursor=a&cql=type%3Dpage");

    [Theory]
    [InlineData("next=true&cursor=a%3D&limit=25&start=25&cql=type%3Dpage")]
    [InlineData("start=25&cql=type%3Dpage")]
    public void A_list_that_goes_on_by_cursor_refuses_the_token_of_a_search(string token) => AssertRefused(PagingStyle.Cursor, "limit=1", token);

    [Theory]
    [InlineData("next=true&cursor=a%3D&limit=25&start=25&cql=type%3Dpage")]
    [InlineData("eyJpZCI6IjEifQ==")]
    public void A_list_that_goes_on_by_offset_refuses_the_others(string token) => AssertRefused(PagingStyle.Offset, "limit=1", token);

    [Theory]
    [InlineData("next=true&cursor=a%3D&limit=25&start=25&cql=type%3Dpage", "?cql=type%3Dpage&excerpt=none&next=true&cursor=a%3D&limit=25&start=25")]
    [InlineData("cursor=a", "?cql=type%3Dpage&excerpt=none&cursor=a")]
    [InlineData("cursor=a&includeArchivedSpaces=true&expand=body", "?cql=type%3Dpage&excerpt=none&cursor=a")]
    public async Task A_stored_token_of_the_same_search_leads_on_and_adds_nothing_else(string token, string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("2", null));

        await FirstAsync(harness.Page(Request(SearchUser, Query("cql=type%3Dpage&excerpt=none")), PagingStyle.Search).AsPages(token, TestContext.Current.CancellationToken));

        Assert.Equal(query, harness.Handler.Last.Uri.Query);
    }

    [Fact]
    public async Task The_link_of_a_search_does_not_replace_what_is_searched_for()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json(Page("1", "/rest/api/search?next=true&cursor=a&limit=25&cql=type%20%3D%20page&includeArchivedSpaces=true&excerpt=highlight"))
            .Json(Page("2", null)).Json(Page("3", null));
        Paged<Item> list = harness.Page(Request(SearchUser, Query("cql=type%3Dpage&excerpt=none")), PagingStyle.Search);

        List<string?> tokens = [.. (await CollectAsync(list.AsPages(cancellationToken: TestContext.Current.CancellationToken))).Select(static page => page.ContinuationToken)];

        // The token holds the caller's words of the query, so it is known again although the server wrote them in another way.
        Assert.Equal(["next=true&cursor=a&limit=25&cql=type%3Dpage", null], tokens);
        await FirstAsync(list.AsPages(tokens[0], TestContext.Current.CancellationToken));
        Assert.All(harness.Handler.Requests.Skip(1), static sent => Assert.Equal("?cql=type%3Dpage&excerpt=none&next=true&cursor=a&limit=25", sent.Uri.Query));
    }

    private static void AssertRefused(PagingStyle style, string query, string token)
    {
        using Harness harness = Harness.Create();

        ArgumentException error = Assert.Throws<ArgumentException>(() => harness.Page(Request(SearchUser, Query(query)), style).AsPages(token, TestContext.Current.CancellationToken));

        Assert.Equal("continuationToken", error.ParamName);
        Assert.StartsWith("The continuation token does not belong to this list: it must come from a page of the same operation, with the same options.", error.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }
}
