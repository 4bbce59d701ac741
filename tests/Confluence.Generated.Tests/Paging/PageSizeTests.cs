using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V1;
using Confluence.Generated.V2;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>What the settings of a call mean for a list: the size of its pages, and what is told of each.</summary>
public class PageSizeTests
{
    [Theory]
    [InlineData(PagingStyle.Cursor, "/x?cursor=b&limit=2", "?space-id=1&limit=2&cursor=b")]
    [InlineData(PagingStyle.Offset, null, "?space-id=1&limit=2&start=2")]
    [InlineData(PagingStyle.Search, "/x?cursor=b&limit=2", "?space-id=1&limit=2&cursor=b")]
    public async Task The_page_size_goes_with_every_page(object style, string? next, string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1,2", next)).Json(Page("3", null));

        Assert.Equal(["1", "2", "3"], await IdsAsync(harness.Page(Request(GetPages, Query("space-id=1"), options: new ConfluenceListOptions { PageSize = 2 }), (PagingStyle)style)));

        Assert.Equal(["?space-id=1&limit=2", query], harness.Handler.Requests.Select(sent => sent.Uri.Query));
    }

    [Fact]
    public async Task It_works_without_any_other_parameter()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", null));

        await IdsAsync(harness.Page(Request(GetPages, options: new ConfluenceListOptions { PageSize = 250 }), PagingStyle.Cursor));

        Assert.Equal("?limit=250", harness.Handler.Last.Uri.Query);
    }

    [Theory]
    [InlineData(null, null, "?limit=250")]
    [InlineData(9, null, "?limit=9")]
    [InlineData(null, 100, "?limit=100")]
    [InlineData(null, 1_000, "?limit=250")]
    [InlineData(9, 100, "?limit=9")]
    [InlineData(250, null, "?limit=250")]
    public async Task The_call_says_it_else_the_client_else_the_operation(int? ofCall, int? ofClient, string query)
    {
        using Harness harness = Harness.Create(options => options.PageSize = ofClient);
        harness.Handler.Json(Page("", null));

        await CollectAsync(harness.Client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = ofCall }, TestContext.Current.CancellationToken));

        Assert.Equal(query, harness.Handler.Last.Uri.Query);
    }

    [Fact]
    public async Task What_names_no_largest_page_is_left_to_the_server()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("", null));

        await CollectAsync(harness.Client.V1.Watches.GetWatchersForSpaceAsync("DOCS", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(string.Empty, harness.Handler.Last.Uri.Query);
        Assert.Equal((200, null), (GroupsV1Client.Operations.GetGroups.DefaultPageSize, GroupsV1Client.Operations.GetGroups.MaxPageSize));
        Assert.Equal(200, SearchV1Client.Operations.SearchByCql.DefaultPageSize);
    }

    [Fact]
    public void More_than_the_operation_allows_is_refused_by_the_call()
    {
        using Harness harness = Harness.Create();

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => harness.Client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 251 }, TestContext.Current.CancellationToken));

        Assert.StartsWith("The pages of getPages have at most 250 results. Set PageSize to that or less, or to null for the default", error.Message, StringComparison.Ordinal);
        Assert.Equal(("options", 251), (error.ParamName, error.ActualValue));
        Assert.Empty(harness.Handler.Requests);
    }

    [Fact]
    public void A_client_whose_pages_have_no_room_is_refused() => Assert.Contains(
        "The option PageSize is 0; it must be 1 or more",
        Assert.Throws<ArgumentException>(() => Harness.Create(static options => options.PageSize = 0)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_says_which_page_comes_is_no_option_of_a_list()
    {
        Type[] lists = [.. typeof(ConfluenceClient).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(ConfluenceListOptions)) && type.Namespace != "Confluence.Generated.Retrieval")];

        Assert.True(lists.Length > 80, $"{lists.Length} operations give lists with options of their own.");
        Assert.All(lists, static type => Assert.DoesNotContain(
            type.GetProperties(), static property => property.Name is "Limit" or "Cursor" or "Start" or "Next" or "Prev"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_page_without_room_is_refused_where_it_is_written(int size)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new GetPagesOptions { PageSize = size });

        Assert.StartsWith("The page size must be 1 or more, or null for the default.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, new GetPagesOptions { PageSize = 1 }.PageSize);
        Assert.Equal("PageSize", exception.ParamName);
        Assert.Equal(size, exception.ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GetPagesOptions { PageSize = 1 } with { PageSize = size });
    }

    [Fact]
    public async Task Every_page_is_told_and_numbered_from_where_its_walk_began()
    {
        using Harness harness = Harness.Create();
        List<string> told = [];
        ConfluenceRequestOptions options = new() { OnResponse = details => told.Add($"{details.PageNumber}:{details.RequestId}") };
        foreach ((string? next, string id) in new[] { ("/x?cursor=b", "r1"), ("/x?cursor=c", "r2"), (null, "r3"), (null, "r4") })
        {
            harness.Handler.Answer(HttpStatusCode.OK, Page("1", next), "application/json", ("atl-request-id", id));
        }

        Paged<Item> list = harness.Page(Request(GetPages, options: options), PagingStyle.Cursor);
        Assert.Empty(told);
        await IdsAsync(list);
        Assert.Equal(["1:r1", "2:r2", "3:r3"], told);

        await FirstAsync(list.AsPages("b", TestContext.Current.CancellationToken));
        Assert.Equal("1:r4", told.Last());
    }
}
