using System.Net;
using System.Text.Json;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2.Models;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Raw;

/// <summary>Raw lists go on to their end, whatever their results are read as.</summary>
public sealed class ListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_gives_json_models_and_types_of_the_caller()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 3; i++)
        {
            harness.Handler.Json(Page("1,2", "/wiki/api/v2/things?cursor=b")).Json(Page("3", null));
        }

        List<JsonElement> any = await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things?status=open", cancellationToken: Token));
        List<PageDetails> models = await CollectAsync(harness.Client.Raw.GetListAsync<PageDetails>("/wiki/api/v2/things?status=open", cancellationToken: Token));
        List<Thing> own = await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things?status=open", ThingContext.Default.Thing, cancellationToken: Token));

        Assert.Equal(["1", "2", "3"], any.Select(static item => item.GetProperty("id").GetString()));
        Assert.Equal(["1", "2", "3"], models.Select(static item => item.Id));
        Assert.Equal([new Thing("1"), new Thing("2"), new Thing("3")], own);
        Assert.Equal(
            ["?status=open", "?status=open&cursor=b", "?status=open", "?status=open&cursor=b", "?status=open", "?status=open&cursor=b"],
            harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Fact]
    public async Task A_list_of_v1_goes_on_by_position()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"1"},{"id":"2"}],"start":0,"limit":2,"size":2}""").Json("""{"results":[{"id":"3"}],"start":2,"limit":2,"size":1}""");

        Assert.Equal([new Thing("1"), new Thing("2"), new Thing("3")], await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/rest/api/things?limit=2", ThingContext.Default.Thing, cancellationToken: Token)));

        Assert.Equal(["?limit=2", "?limit=2&start=2"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Theory]
    [InlineData("/wiki/rest/api/search", null)]
    [InlineData("/wiki/rest/api/content/search", null)]
    [InlineData("/wiki/rest/api/finder", RawPaging.Search)]
    public async Task A_search_goes_on_with_the_place_in_its_next_link(string path, RawPaging? paging)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1,2", "/rest/api/search?next=true&cursor=_f_&limit=2&start=2&cql=type%3Dpage")).Json(Page("3", null));

        List<JsonElement> found = await CollectAsync(harness.Client.Raw.GetListAsync(path + "?cql=type=page", new RawListOptions { Paging = paging, PageSize = 2 }, Token));

        Assert.Equal(3, found.Count);
        Assert.Contains("cursor=_f_", harness.Handler.Last.Uri.Query, StringComparison.Ordinal);
        Assert.Contains("cql=type%3Dpage", harness.Handler.Last.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_can_be_continued_with_its_token()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", "/x?cursor=b")).Json(Page("2", null));
        Paged<JsonElement> list = harness.Client.Raw.GetListAsync("/wiki/api/v2/things", cancellationToken: Token);

        string? token = (await FirstAsync(list.AsPages(cancellationToken: Token))).ContinuationToken;
        ResultPage<JsonElement> second = await FirstAsync(list.AsPages(token, Token));

        Assert.Equal(("b", "2", null), (token, Assert.Single(second.Items).GetProperty("id").GetString(), second.ContinuationToken));
    }

    [Fact]
    public async Task A_limit_in_the_path_is_the_size_from_which_smaller_pages_are_taken()
    {
        using Harness harness = Harness.Create(static options =>
        {
            options.PageSize = 100;
            options.Retry.MaxRetries = 0;
        });
        harness.Handler.Answer(HttpStatusCode.InternalServerError).Json(Page("1,2", "/x?cursor=b")).Json(Page("3", null));

        Assert.Equal(3, (await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things?limit=8", new RawListOptions { PageSize = 50 }, Token))).Count);

        Assert.Equal(["?limit=8", "?limit=2"], harness.Handler.Requests.Take(2).Select(static sent => sent.Uri.Query));
    }

    [Theory]
    [InlineData("""{"results":[{"id":"1"},{"id":"22","size":"large"}]}""", "In item 1:", "large")]
    [InlineData("{\"other\":true,\n\"results\":[{\"id\":\"1\"},\n{\"id\":\"22\",\n\"size\":\"large\"}]}", "In item 1:", "large")]
    [InlineData("""{"results":[{"id":"1"},{"id":"22","size":"large",}]}""", "In item 1:", "}]}")]
    public async Task A_result_that_cannot_be_read_is_told_with_its_place(string body, string where, string culprit)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Json(body);

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(
            () => CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things", ThingContext.Default.Thing, cancellationToken: Token)));

        Assert.Contains("cannot be read as a list of Thing: " + where, error.Message, StringComparison.Ordinal);
        int start = body.IndexOf(culprit, StringComparison.Ordinal);
        Assert.InRange(Assert.NotNull(error.BytePosition), start - 1, start + culprit.Length + 1);
    }

    [Fact]
    public async Task A_null_among_the_results_is_an_element_and_no_object_of_the_caller()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[null,{"id":"1"}]}""").Json("""{"results":[null,{"id":"1"}]}""");

        Assert.Equal(2, (await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things", cancellationToken: Token))).Count);
        Assert.Equal([new Thing("1")], await CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things", ThingContext.Default.Thing, cancellationToken: Token)));
    }

    [Fact]
    public async Task What_is_no_list_says_so()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"7"}""");

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(() => CollectAsync(harness.Client.Raw.GetListAsync("/wiki/api/v2/things/7", cancellationToken: Token)));

        Assert.Contains("must have an array 'results'", error.Message, StringComparison.Ordinal);
    }
}
