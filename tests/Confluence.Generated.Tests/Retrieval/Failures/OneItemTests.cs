using System.Net;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Failures;

/// <summary>What one item is refused costs that item, in whatever words, and a sort of part is given up only when it never worked or fails on and on.</summary>
public sealed class OneItemTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Answers that could mean the whole operation or the whole site, and that come for one thing.</summary>
    public static TheoryData<string> Odd => ["html404", "410", "501", "302", "unavailable", "400", "403", "500"];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Comments_of_one_page_cost_only_them(string answer)
    {
        await using TestSite site = await TestSite.StartAsync();
        List<ActivityEvent> whole = await GetAsync(site, MaxConcurrency: 1);
        string page = whole.Where(static activity => activity.Kind == ActivityKind.Commented && activity.IsInline != true).Select(static activity => activity.PageId).Skip(3).First() ?? "";
        site.Instead = request => request.StartsWith($"GET /pages/{page}/footer-comments", StringComparison.Ordinal) ? Answer(answer) : null;

        List<ActivityEvent> events = await GetAsync(site, MaxConcurrency: 1);

        ActivityEvent gap = Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap);
        Assert.Equal($"The comments of the page {page}", gap.Gap?.Subject);
        Assert.Equal(
            whole.Where(activity => activity.PageId != page || activity.CommentId is null || activity.IsInline == true).Select(static activity => activity.Key),
            events.Where(static activity => activity.Kind != ActivityKind.Gap).Select(static activity => activity.Key));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task One_id_costs_only_itself(string answer)
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] ids = [.. site.Truth.CurrentPageIds.Take(3)];
        site.Instead = request => request.StartsWith($"GET /pages/{ids[1]}", StringComparison.Ordinal) ? Answer(answer) : null;

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetByIdsAsync(ids, new PageRetrievalOptions { OnGap = static _ => { } }, Token).ToListAsync(Token);

        Assert.Equal(ids, pages.Select(static page => page.Id));
        Assert.Equal([RetrievedPageState.Current, RetrievedPageState.Unreadable, RetrievedPageState.Current], pages.Select(static page => page.State));
    }

    [Theory]
    [InlineData("html404")]
    [InlineData("410")]
    [InlineData("501")]
    [InlineData("500")]
    public async Task One_list_costs_the_others_nothing(string answer)
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] keys = [.. site.Truth.SpaceKeys.Take(2)];
        string first = (await site.Client.Spaces.GetSpacesAsync(new V2.GetSpacesOptions { Keys = [keys[0]] }, Token).FirstAsync(Token)).Id;
        site.Instead = request => request.StartsWith("GET /pages?", StringComparison.Ordinal) && request.Contains($"space-id={first}", StringComparison.Ordinal) ? Answer(answer) : null;
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { SpaceKeys = keys, OnGap = gaps.Add }, Token).ToListAsync(Token);

        Assert.Equal(site.Truth.PageIdsInSpace(keys[1]).Order(), pages.Select(static page => page.Id).Order());
        Assert.Equal($"The pages of the space {keys[0]}", Assert.Single(gaps).Subject);
    }

    [Fact]
    public async Task Many_damaged_pages_in_a_row_cost_only_themselves()
    {
        await using TestSite site = await TestSite.StartAsync();
        HashSet<string> damaged = [.. site.Truth.CurrentPageIds.Take(12)];
        site.Instead = request => damaged.Any(page => request.StartsWith($"GET /pages/{page}/attachments", StringComparison.Ordinal)) ? Answer("500") : null;

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetAsync(new PageRetrievalOptions { Include = PageParts.Attachments, OnGap = static _ => { } }, Token).ToListAsync(Token);

        Assert.Equal(damaged.Order(), pages.Where(static page => page.Gaps.Count > 0).Select(static page => page.Id).Order());
        Assert.All(pages.Where(static page => page.Gaps.Count == 0), static page => Assert.NotNull(page.Attachments));
    }

    [Fact]
    public async Task An_operation_that_was_never_there_is_asked_for_a_few_times_only()
    {
        await using TestSite site = await TestSite.StartAsync();
        site.Instead = static request => request.Contains("/attachments", StringComparison.Ordinal) ? Answer("html404") : null;
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetAsync(new PageRetrievalOptions { Include = PageParts.Attachments, MaxConcurrency = 1, OnGap = gaps.Add }, Token).ToListAsync(Token);

        Assert.Equal(60, pages.Count);
        Assert.Equal(3, site.Count("/attachments"));
        Assert.Equal(3, gaps.Count);
        Assert.Equal("The attachments of all further pages", gaps[^1].Subject);
    }

    private static async Task<List<ActivityEvent>> GetAsync(TestSite site, int MaxConcurrency) => await site.Client.Retrieval.Activity
        .GetAsync(new ActivityOptions { MaxConcurrency = MaxConcurrency, Sources = ActivitySources.Comments | ActivitySources.Likes }, Token).ToListAsync(Token);

    private static HttpResponseMessage Answer(string kind)
    {
        switch (kind)
        {
            case "html404":
                return new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("<html><title>Not here</title></html>", System.Text.Encoding.UTF8, "text/html") };
            case "302":
                HttpResponseMessage moved = new(HttpStatusCode.Found);
                moved.Headers.Location = new Uri("https://elsewhere.example/login");
                return moved;
            case "unavailable":
                return TestSite.Json("""{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""", HttpStatusCode.NotFound);
            default:
                return TestSite.Refuse((HttpStatusCode)int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture), "Not this one");
        }
    }
}
