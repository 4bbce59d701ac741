using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>The CQL search, whose pages are short, whose total is an estimate and whose next link leaves parameters out.</summary>
public sealed class SearchTests : IDisposable
{
    private const string SearchPath = "/wiki/rest/api/search";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task Short_and_empty_pages_are_not_the_end_and_dropped_parameters_are_sent_again()
    {
        const string Hit = """{"content":{"id":"1","type":"slide","status":"current","title":"One"},"title":"@@@hl@@@One@@@endhl@@@","excerpt":"","url":"/x","resultGlobalContainer":{"title":"Dev","displayUrl":"/spaces/DEV"},"breadcrumbs":[],"entityType":"content","iconCssClass":"i","lastModified":"2026-05-28T07:09:12.000Z","friendlyLastModified":"May 28, 2026","score":1.25,"timestamp":1779952152000}""";
        const string Next = "/rest/api/search?next=true&cursor=_f_MQ%3D%3D_sa_WyJcdDEiXQ%3D%3D&limit=3&start=1&cql=type%3Dpage+and+text+~+%22a%2Bb%22";
        _wire.Script("GET", SearchPath,
            WireAnswer.Json($$$"""{"results":[{{{Hit}}}],"start":0,"limit":3,"size":1,"totalSize":1,"cqlQuery":"x","searchDuration":7,"_links":{"next":"{{{Next}}}","context":"/wiki"}}"""),
            WireAnswer.Json("""{"results":[],"start":1,"limit":3,"size":0,"totalSize":9,"_links":{"next":"/rest/api/search?cursor=third&cql=type%3Dpage"}}"""),
            WireAnswer.Json("""{"results":[{"content":{"id":"2"}}],"start":0,"limit":3,"size":1,"totalSize":0,"_links":{}}"""));

        List<ResultPage<SearchResult>> pages = await _wire.Client.V1.Search.SearchByCqlAsync("type=page and text ~ \"a+b\"", new SearchByCqlOptions
        {
            PageSize = 3,
            Excerpt = SearchExcerpt.None,
            IncludeArchivedSpaces = true,
            Expand = ["content.version", "content.space"],
        }).AsPages().ToListAsync();

        Assert.Equal([1L, 9L, 0L], pages.Select(static page => page.TotalSize ?? -1));
        SearchResult hit = Assert.Single(pages[0].Items);
        Assert.Equal("slide", hit.Content?.Type);
        Assert.Equal(1.25, hit.Score);
        Assert.Equal("Dev", hit.ResultGlobalContainer?.Title);
        WireJson.AssertWritesBack(hit, Hit);
        Assert.Empty(pages[1].Items);
        Assert.Equal("2", Assert.Single(pages[2].Items).Content?.Id);

        string[] kept = ["excerpt=none", "includeArchivedSpaces=true", "expand=content.version%2Ccontent.space"];
        const string Cql = "cql=type%3Dpage%20and%20text%20~%20%22a%2Bb%22";
        Assert.Collection(_wire.Requests,
            request => request.Is("GET", SearchPath, [.. kept, Cql, "limit=3"]),
            request => request.Is("GET", SearchPath, [.. kept, Cql, "limit=3", "next=true", "start=1", "cursor=_f_MQ%3D%3D_sa_WyJcdDEiXQ%3D%3D"]),
            request => request.Is("GET", SearchPath, [.. kept, Cql, "limit=3", "cursor=third"]));
    }

    [Fact]
    public async Task A_search_goes_on_from_a_kept_token()
    {
        _wire.Script("GET", SearchPath,
            WireAnswer.Json("""{"results":[{"title":"1"}],"_links":{"next":"/rest/api/search?cursor=c%2B1&cql=text~%22x%22"}}"""),
            WireAnswer.Json("""{"results":[{"title":"2"}],"_links":{}}"""));

        ResultPage<SearchResult> first = await _wire.Client.V1.Search.SearchByCqlAsync("text~\"x\"").AsPages().FirstAsync();
        ResultPage<SearchResult> second = await _wire.Client.V1.Search.SearchByCqlAsync("text~\"x\"").AsPages(first.ContinuationToken).SingleAsync();

        Assert.Equal("2", Assert.Single(second.Items).Title);
        _wire.Requests[1].Is("GET", SearchPath, "cql=text~%22x%22", "cursor=c%2B1", "limit=200");
    }

    [Fact]
    public async Task A_search_that_only_ever_gives_empty_pages_ends_with_an_error()
    {
        _wire.Script("GET", SearchPath, [.. Enumerable.Range(0, 101).Select(static number =>
            WireAnswer.Json($$$"""{"results":[],"_links":{"next":"/rest/api/search?cql=type%3Dpage&cursor=c{{{number}}}"}}"""))]);

        ConfluencePagingException exception = await WireServer.FailsAsync<ConfluencePagingException>(
            async () => await _wire.Client.V1.Search.SearchByCqlAsync("type=page").ToListAsync());

        Assert.Equal("searchByCQL", exception.Operation?.Id);
        Assert.Equal(100, _wire.Requests.Count);
    }

    public void Dispose() => _wire.Dispose();
}
