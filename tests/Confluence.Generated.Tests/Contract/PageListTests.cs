using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

public sealed class PageListTests : IDisposable
{
    private const string PagesPath = "/wiki/api/v2/pages";
    private const string SpacePath = "/wiki/api/v2/spaces/1001/pages";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task Pages_of_the_site_are_walked_by_cursor_wherever_it_stands_in_the_next_link()
    {
        const string Page = """{"id":"1","status":"becalmed","title":"One – ü","spaceId":"1001","parentId":null,"parentType":null,"position":2500,"authorId":"a-1","ownerId":null,"createdAt":"2026-05-27T07:09:13.034Z","version":{"number":3,"message":null,"minorEdit":false,"authorId":"a-1","createdAt":"2026-05-27T07:09:12Z","ncsStepVersion":"12"},"body":{"storage":{"representation":"storage","value":"<p>\"Grüße\" &amp; 図</p>"}},"_links":{"webui":"/spaces/DEV/pages/1","edituiv2":"/x"},"sourceTemplateEntityId":"t"}""";
        _wire.Script("GET", PagesPath,
            WireAnswer.Json($$$"""{"results":[{{{Page}}}],"_links":{"next":"/wiki/api/v2/pages?limit=1&cursor=eyJpZCI6MX0%2B%2Fw%3D%3D&body-format=storage","base":"https://site.example/wiki"}}"""),
            WireAnswer.Json("""{"results":[{"id":"2"}],"_links":{"next":"https://elsewhere.example/wiki/api/v2/pages?cursor=a+b/c==&limit=99#part","base":"https://site.example/wiki"}}"""),
            WireAnswer.Json("""{"results":[{"id":"3"}],"_links":{"base":"https://site.example/wiki"}}"""));

        List<Page> pages = await _wire.Client.Pages.GetPagesAsync(new GetPagesOptions
        {
            SpaceIds = ["1001", "1002"],
            Statuses = [ContentStatus.Current, ContentStatus.Archived],
            BodyFormat = BodyFormat.Storage,
            PageSize = 1,
        }).ToListAsync();

        Assert.Equal(["1", "2", "3"], pages.Select(static page => page.Id));
        Assert.Equal(new ContentStatus("becalmed"), pages[0].Status);
        Assert.Equal("<p>\"Grüße\" &amp; 図</p>", pages[0].Body?.Storage?.Value);
        Assert.Equal(2500, pages[0].Position);
        Assert.Null(pages[0].ParentId);
        Assert.Equal(3, pages[0].Version?.Number);
        Assert.Equal(13_034, (pages[0].CreatedAt.Second * 1000) + pages[0].CreatedAt.Millisecond);
        WireJson.AssertWritesBack(pages[0], Page);

        string[] query = ["space-id=1001", "space-id=1002", "status=current", "status=archived", "body-format=storage", "limit=1"];
        Assert.Collection(_wire.Requests,
            request => request.Is("GET", PagesPath, query),
            request => request.Is("GET", PagesPath, [.. query, "cursor=eyJpZCI6MX0%2B%2Fw%3D%3D"]),
            request => request.Is("GET", PagesPath, [.. query, "cursor=a%2Bb%2Fc%3D%3D"]));
    }

    [Fact]
    public async Task Pages_of_a_space_are_walked_by_the_link_header_when_the_body_has_no_links()
    {
        _wire.Script("GET", SpacePath,
            WireAnswer.Json("""{"results":[{"id":"1"}]}""").With("Link", "</wiki/api/v2/spaces/1001/pages?cursor=c-2,x&limit=1>; rel=\"next\", <https://site.example/wiki>; rel=\"base\""),
            WireAnswer.Json("""{"results":[{"id":"2"}]}""").With("Link", "<https://site.example/wiki>; rel=\"base\", <https://site.example/notice>; rel=\"deprecation\""));

        List<Page> pages = await _wire.Client.Pages.GetPagesInSpaceAsync(
            "1001", new GetPagesInSpaceOptions { Depth = PageDepth.Root, Sort = PageSortOrder.ModifiedDateDescending }).ToListAsync();

        Assert.Equal(["1", "2"], pages.Select(static page => page.Id));
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", SpacePath, "depth=root", "sort=-modified-date", "limit=250"),
            static request => request.Is("GET", SpacePath, "depth=root", "sort=-modified-date", "limit=250", "cursor=c-2%2Cx"));
    }

    [Theory]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"base":"https://site.example/wiki"}}""")]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":null}}""")]
    [InlineData("""{"results":[],"_links":{}}""")]
    public async Task A_page_without_a_next_link_is_the_last(string body)
    {
        _wire.Script("GET", PagesPath, WireAnswer.Json(body).With("Link", "<https://site.example/wiki>; rel=\"base\""));

        ResultPage<Page> page = await _wire.Client.Pages.GetPagesAsync().AsPages().SingleAsync();

        Assert.Null(page.ContinuationToken);
        _wire.Request.Is("GET", PagesPath, "limit=250");
    }

    [Fact]
    public async Task A_page_without_results_and_with_a_next_link_is_followed()
    {
        _wire.Script("GET", PagesPath,
            WireAnswer.Json("""{"results":[],"_links":{"next":"/wiki/api/v2/pages?cursor=more"}}"""),
            WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{}}"""));

        Assert.Equal("1", (await _wire.Client.Pages.GetPagesAsync().SingleAsync()).Id);
    }

    [Fact]
    public async Task A_next_link_without_a_cursor_is_an_error_after_its_page()
    {
        _wire.Script("GET", PagesPath, WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{"next":"/wiki/api/v2/pages?limit=25"}}"""));

        await using IAsyncEnumerator<Page> pages = _wire.Client.Pages.GetPagesAsync().GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        Assert.Equal("getPages", (await Assert.ThrowsAsync<ConfluencePagingException>(async () => await pages.MoveNextAsync())).Operation?.Id);
    }

    [Fact]
    public async Task A_walk_goes_on_from_a_token_in_another_process()
    {
        _wire.Script("GET", PagesPath, WireAnswer.Json("""{"results":[{"id":"8"}],"_links":{}}"""));

        ResultPage<Page> page = await _wire.Client.Pages.GetPagesAsync(new GetPagesOptions { Title = "a&b=c" }).AsPages("kept+cursor=").SingleAsync();

        Assert.Equal("8", Assert.Single(page.Items).Id);
        _wire.Request.Is("GET", PagesPath, "title=a%26b%3Dc", "limit=250", "cursor=kept%2Bcursor%3D");
    }

    [Fact]
    public async Task A_cursor_that_leads_in_a_circle_ends_the_walk_with_an_error()
    {
        _wire.Script("GET", PagesPath,
            WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c-1"}}"""),
            WireAnswer.Json("""{"results":[{"id":"2"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c-2"}}"""),
            WireAnswer.Json("""{"results":[{"id":"3"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c-1"}}"""));
        List<string?> ids = [];

        ConfluencePagingException exception = await WireServer.FailsAsync<ConfluencePagingException>(async () =>
        {
            await foreach (Page page in _wire.Client.Pages.GetPagesAsync())
            {
                ids.Add(page.Id);
            }
        });

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal("getPages", exception.Operation?.Id);
        Assert.Equal(3, _wire.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_in_the_middle_of_a_walk_ends_it_and_the_pages_before_are_kept()
    {
        _wire.Script("GET", PagesPath,
            WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c-1"}}"""),
            new WireAnswer(400, """{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"Provided value for 'cursor' is not right","detail":null}]}"""));
        List<string?> ids = [];

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(async () =>
        {
            await foreach (Page page in _wire.Client.Pages.GetPagesAsync())
            {
                ids.Add(page.Id);
            }
        });

        Assert.Equal(["1"], ids);
        Assert.Equal(ConfluenceErrorKind.InvalidCursor, exception.Kind);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_walk_begins_and_each_walk_begins_anew()
    {
        WireAnswer answer = WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{}}""");
        _wire.Script("GET", PagesPath, answer, answer);

        Paged<Page> pages = _wire.Client.Pages.GetPagesAsync();
        Assert.Empty(_wire.Requests);
        await pages.ToListAsync();
        await pages.ToListAsync();

        Assert.Equal(2, _wire.Requests.Count);
    }

    public void Dispose() => _wire.Dispose();
}
