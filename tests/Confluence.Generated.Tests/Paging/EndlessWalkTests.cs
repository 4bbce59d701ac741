using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Walks that must end, walks that must not, and what ends them.</summary>
public class EndlessWalkTests
{
    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=1&cursor=x")]
    public async Task A_page_that_leads_back_to_where_the_walk_went_on_ends_it(string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=a"));
        IAsyncEnumerable<ResultPage<Item>> pages = harness.Page(Request(GetPages, Query(query)), PagingStyle.Cursor).AsPages("a", TestContext.Current.CancellationToken);

        ConfluencePagingException exception = await Assert.ThrowsAsync<ConfluencePagingException>(async () =>
        {
            await foreach (ResultPage<Item> page in pages)
            {
                Assert.Single(page.Items);
            }
        });

        Assert.Equal("a", exception.ContinuationToken);
        Assert.Contains("a page led to one that had been read before", exception.Message, StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_long_list_is_walked_to_its_end()
    {
        using Harness harness = Harness.Create();
        for (int i = 1; i <= 150; i++)
        {
            harness.Handler.Json(Page($"{i}", i < 150 ? $"/x?cursor={i}" : null));
        }

        Assert.Equal(150, (await IdsAsync(harness.Page(Request(GetPages), PagingStyle.Cursor))).Count);
    }

    [Fact]
    public async Task Pages_without_results_count_only_in_a_row()
    {
        using Harness harness = Harness.Create();
        for (int i = 1; i <= 150; i++)
        {
            harness.Handler.Json(Page(i == 75 ? "1" : "", i < 150 ? $"/x?cursor={i}" : null));
        }

        Assert.Equal(["1"], await IdsAsync(harness.Page(Request(SearchUser), PagingStyle.Search)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_walk_names_the_token_that_the_caller_knows(bool isCall)
    {
        using Harness harness = Harness.Create();
        using CancellationTokenSource source = new();
        harness.Handler.Hang();
        Paged<Item> list = harness.Transport.Page<Item>(Request(GetPages), PagingStyle.Cursor, isCall ? source.Token : CancellationToken.None);
        Task<ResultPage<Item>> first = FirstAsync(list.AsPages(null, isCall ? CancellationToken.None : source.Token));
        await harness.Handler.ArrivalAsync();

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first)).CancellationToken);
    }

    [Fact]
    public void An_empty_token_is_refused_with_what_null_means()
    {
        using Harness harness = Harness.Create();

        Assert.StartsWith(
            "The continuation token is empty. Pass null to begin at the beginning; a page without a token was the last one.",
            Assert.Throws<ArgumentException>(() => harness.Page(Request(GetPages), PagingStyle.Cursor).AsPages("", TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_for_tests_refuse_what_they_cannot_be_made_of()
    {
        Assert.Equal("pages", Assert.Throws<ArgumentNullException>(() => Paged<string>.FromPages(null!)).ParamName); // What is tested is that null is refused.
        Assert.Equal("items", Assert.Throws<ArgumentNullException>(() => Paged<string>.FromItems(null!)).ParamName); // As above.
        Assert.StartsWith(
            "None of the pages has this continuation token.",
            Assert.Throws<ArgumentException>(() => Paged<string>.FromItems("a").AsPages("t", TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }
}
