using Confluence.Generated.Retrieval;
using Confluence.Generated.Tests.Retrieval;
using Confluence.Generated.Tests.Retrieval.Activity;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Shapes;

/// <summary>Addresses for people: on the site, and behind the gateway, where only answers tell the site.</summary>
public sealed class WebUrlTests
{
    private const string Listed = """{"id":"1","status":"current","title":"Plan","spaceId":"10","parentId":"5","parentType":"folder","version":{"number":1},"_links":{"webui":"/spaces/A/pages/1/Plan"}}""";
    private const string Base = "https://site.example/wiki";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://site.example/wiki", "/spaces/A/pages/1/Pl%C3%A4ne?x=1#c", "https://site.example/wiki/spaces/A/pages/1/Pl%C3%A4ne?x=1#c")]
    [InlineData("https://site.example/wiki/", "/x", "https://site.example/wiki/x")]
    [InlineData("https://site.example/wiki", "/wiki/x", "https://site.example/wiki/x")]
    [InlineData("https://site.example/wiki", "/wikipedia", "https://site.example/wiki/wikipedia")]
    [InlineData("https://site.example", "/wiki/x", "https://site.example/wiki/x")]
    [InlineData("http://127.0.0.1:8080/wiki", "/x", "http://127.0.0.1:8080/wiki/x")]
    [InlineData("https://site.example/wiki", null, null)]
    [InlineData("https://site.example/wiki", "", null)]
    [InlineData("https://site.example/wiki", "x", null)]
    [InlineData("https://site.example/wiki", "//evil.example/x", null)]
    [InlineData("https://site.example/wiki", "https://evil.example/x", null)]
    [InlineData("https://site.example", "@evil.example/", null)]
    [InlineData("https://ada:secret@site.example/wiki", "/x", null)]
    [InlineData("javascript:alert(1)", "/x", null)]
    [InlineData("file:///etc", "/x", null)]
    [InlineData("/wiki", "/x", null)]
    [InlineData("", "/x", null)]
    [InlineData(null, "/x", null)]
    public void Links_make_an_address_of_the_web_or_none(string? site, string? place, string? expected)
    {
        IWebLinks links = new CustomContentLinks { Base = site, WebUi = place };

        Assert.Equal(expected, links.GetWebUrl()?.AbsoluteUri);
    }

    [Fact]
    public void Links_that_do_not_tell_the_site_take_the_one_that_is_known()
    {
        Uri other = new("https://other.example/wiki");

        Assert.Equal("https://other.example/wiki/x", new CommentLinks { WebUi = "/x" }.GetWebUrl(other)?.AbsoluteUri);
        Assert.Equal("https://site.example/wiki/x", new CommentLinks { WebUi = "/x", Base = Base }.GetWebUrl(other)?.AbsoluteUri);
        Assert.Null(new CommentLinks().GetWebUrl(other));
        Assert.Throws<ArgumentNullException>(() => WebLinksExtensions.GetWebUrl(null!)); // What must not be given is given on purpose.
    }

    [Theory]
    [InlineData("""{"results":[],"_links":{"base":"https://site.example/wiki"}}""", Base)]
    [InlineData("""{"results":[],"_links":{"base":7}}""", null)]
    [InlineData("""{"results":[],"_links":[]}""", null)]
    [InlineData("""{"results":[]}""", null)]
    public async Task A_page_of_results_tells_the_site(string json, string? expected)
    {
        using ScriptedSite site = new(isGateway: true);
        site["/pages"] = json;

        ResultPage<Page> page = await site.Client.Pages.GetPagesAsync(cancellationToken: Token).AsPages(cancellationToken: Token).SingleAsync(Token);

        Assert.Equal(expected, page.WebBase?.AbsoluteUri);
    }

    [Theory]
    [InlineData(false, true, "https://other.example/wiki")]
    [InlineData(false, false, "https://site.example/wiki")]
    [InlineData(true, true, "https://other.example/wiki")]
    [InlineData(true, false, null)]
    public async Task Listed_pages_and_what_was_done_on_them_tell_their_address(bool isGateway, bool isTold, string? expected)
    {
        string links = isTold ? "\"base\":\"https://other.example/wiki\"" : "";
        using ScriptedSite site = new(isGateway);
        site["/pages"] = $$$"""{"results":[{{{Listed}}}],"_links":{{{{links}}}}}""";
        site["/pages/1/footer-comments"] = $$$"""{"results":[{"id":"20","version":{"number":1,"authorId":"dan"},"_links":{"webui":"/c20"}}],"_links":{{{{links}}}}}""";
        site["/footer-comments/20/children"] = $$$"""{"results":[{"id":"21","version":{"number":1,"authorId":"eve"},"_links":{"webui":"/c21"}}],"_links":{{{{links}}}}}""";
        site["/pages/1/likes/users"] = """{"results":[{"accountId":"joe"}],"_links":{}}""";

        RetrievedPage page = Assert.Single(await site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions(), Token).ToListAsync(Token));
        List<ActivityEvent> events = await site.Client.Retrieval.Activity.GetAsync(new ActivityOptions(), Token).ToListAsync(Token);

        string? pageUrl = At("/spaces/A/pages/1/Plan");
        Assert.Equal((pageUrl, "5", ParentContentType.Folder), (page.WebUrl?.AbsoluteUri, page.ParentId, page.ParentType));
        Assert.Equal(("Plan", "5"), (page.Content?.Title, page.Content?.ParentId));
        Assert.IsType<Page>(page.Content);
        Assert.Equal(At("/c20"), Event("commented:20").Comment?.WebUrl?.AbsoluteUri);
        Assert.Equal((At("/c20"), At("/c21"), pageUrl), (Url("commented:20"), Url("replied:21"), Url("liked:1:joe")));

        string? At(string place) => expected is null ? null : expected + place;
        ActivityEvent Event(string key) => events.Single(activity => activity.Key == key);
        string? Url(string key) => Event(key).WebUrl?.AbsoluteUri;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_read_by_id_tell_their_address(bool isGateway)
    {
        using ScriptedSite site = new(isGateway);
        site["/pages/1"] = Listed.Replace("\"webui\"", $"\"base\":\"{Base}\",\"webui\"", StringComparison.Ordinal);
        site.Refuse("/pages/2", System.Net.HttpStatusCode.NotFound, "Not Found");
        site.Refuse("/blogposts/2", System.Net.HttpStatusCode.NotFound, "Not Found");

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages.GetByIdsAsync(["1", "2"], cancellationToken: Token).ToListAsync(Token);

        Assert.Equal((Base + "/spaces/A/pages/1/Plan", "5", ParentContentType.Folder), (pages[0].WebUrl?.AbsoluteUri, pages[0].ParentId, pages[0].ParentType));
        Assert.Same(pages[0].Details, Assert.IsType<PageDetails>(pages[0].Content));
        Assert.Equal((RetrievedPageState.Gone, null, null), (pages[1].State, pages[1].WebUrl, pages[1].Content));
    }

    [Fact]
    public async Task Behind_the_gateway_a_request_for_the_page_alone_tells_what_the_list_did_not()
    {
        using ScriptedSite site = new(isGateway: true);
        site["/pages"] = $$$"""{"results":[{{{Listed}}}],"_links":{}}""";
        site["/pages/1"] = Listed.Replace("\"webui\"", $"\"base\":\"{Base}\",\"webui\"", StringComparison.Ordinal);

        RetrievedPage page = Assert.Single(await site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { Include = PageParts.ViewBody }, Token).ToListAsync(Token));

        Assert.Equal(Base + "/spaces/A/pages/1/Plan", page.WebUrl?.AbsoluteUri);
        Assert.IsType<Page>(page.Content);
        Assert.IsType<PageDetails>(page.Details);
    }

    [Fact]
    public async Task Every_page_and_comment_of_a_sandbox_has_an_address_on_it()
    {
        Uri address = new("https://people.example");
        await using TestSite site = await TestSite.StartAsync(options => options.SiteAddress = address);
        PageKind[] kinds = [PageKind.Page, PageKind.BlogPost];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { Kinds = kinds }, Token).ToListAsync(Token);
        List<ActivityEvent> events = await site.Client.Retrieval.Activity.GetAsync(new ActivityOptions { PageKinds = kinds }, Token).ToListAsync(Token);

        Assert.All(pages, page => Assert.StartsWith("https://people.example/wiki/spaces/", page.WebUrl?.AbsoluteUri, StringComparison.Ordinal));
        Assert.All(events, activity => Assert.StartsWith("https://people.example/wiki/spaces/", activity.WebUrl?.AbsoluteUri, StringComparison.Ordinal));
        Assert.Contains(events, static activity => activity.Comment is not null);
    }
}
