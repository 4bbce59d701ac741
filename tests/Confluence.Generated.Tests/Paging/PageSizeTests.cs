using System.Net;
using Confluence.Generated.Http;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using static Confluence.Generated.Tests.Http.Operations;
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

        Assert.Equal(["1", "2", "3"], await IdsAsync(harness.Page(Request(GetPages, Query("space-id=1"), options: new ConfluenceRequestOptions { PageSize = 2 }), (PagingStyle)style)));

        Assert.Equal(["?space-id=1&limit=2", query], harness.Handler.Requests.Select(sent => sent.Uri.Query));
    }

    [Fact]
    public async Task It_works_without_any_other_parameter()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", null));

        await IdsAsync(harness.Page(Request(GetPages, options: new ConfluenceRequestOptions { PageSize = 250 }), PagingStyle.Cursor));

        Assert.Equal("?limit=250", harness.Handler.Last.Uri.Query);
    }

    [Theory]
    [InlineData(null, 9, "?limit=9")]
    [InlineData(3, 9, "?limit=3")]
    [InlineData(3, null, "?limit=3")]
    [InlineData(null, null, "")]
    public async Task The_own_limit_of_an_operation_comes_first(int? limit, int? pageSize, string query)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("", null));

        await CollectAsync(harness.Client.Pages.GetPagesAsync(new GetPagesOptions { Limit = limit, PageSize = pageSize }, TestContext.Current.CancellationToken));

        Assert.Equal(query, harness.Handler.Last.Uri.Query);
    }

    [Fact]
    public async Task A_call_that_is_not_paged_pays_no_heed_to_it()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"9"}""");

        await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { PageSize = 5 }));

        Assert.Equal(string.Empty, harness.Handler.Last.Uri.Query);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_page_without_room_is_refused_where_it_is_written(int size)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new GetPagesOptions { PageSize = size });

        Assert.StartsWith("A page has room for at least one result. Give a size of 1 or more, or null to leave it to the server.", exception.Message, StringComparison.Ordinal);
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
