using System.Net;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Retrieval.Pages;

/// <summary>What became of pages that the caller knows, and pages by their ids.</summary>
public sealed class TombstoneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Known_pages_that_are_not_there_come_last_with_their_state()
    {
        await using TestSite site = await TestSite.StartAsync();
        string key = site.Truth.SpaceKeys.First();
        string[] known = [.. site.Truth.PageIdsInSpace(key)];
        DateTimeOffset before = DateTimeOffset.UtcNow.AddSeconds(-1);
        string[] leaves = await LeavesAsync(site, known);
        (string trashed, string gone, string changed) = (leaves[0], leaves[1], leaves[2]);
        await site.Client.Pages.DeletePageAsync(trashed, cancellationToken: Token);
        await site.Client.Pages.DeletePageAsync(gone, cancellationToken: Token);
        await site.Client.Pages.DeletePageAsync(gone, new DeletePageOptions { Purge = true }, Token);
        PageDetails page = await site.Client.Pages.GetPageByIdAsync(changed, new GetPageByIdOptions { BodyFormat = BodyDetailsFormat.Storage }, Token);
        await site.Client.Pages.UpdatePageAsync(changed, PageUpdateRequest.From(page, title: "A new title"), cancellationToken: Token);
        string elsewhere = site.Truth.PageIdsInSpace(site.Truth.SpaceKeys.Last()).First();

        PageRetrievalOptions options = new() { SpaceKeys = [key], ChangedSince = before, KnownIds = [.. known, elsewhere] };
        List<RetrievedPage> pages = await GetAsync(site, options);

        Assert.Equal((changed, RetrievedPageState.Current), (pages[0].Id, pages[0].State));
        Assert.Equal(
            new[] { (trashed, RetrievedPageState.Trashed), (gone, RetrievedPageState.Gone), (elsewhere, RetrievedPageState.Moved) }.OrderBy(static entry => entry.Item1, StringComparer.Ordinal),
            pages.Skip(1).Select(static tombstone => (tombstone.Id, tombstone.State)));
    }

    [Fact]
    public async Task Known_pages_need_no_second_list_when_all_were_listed()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] known = [.. site.Truth.PageIds];

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { KnownIds = known });

        Assert.Equal(known, pages.Select(static page => page.Id));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_refused_credential_is_no_tombstone()
    {
        await using TestSite site = await TestSite.StartAsync();
        bool isRefused = false;
        site.Instead = request => (isRefused |= request.StartsWith("GET /pages/", StringComparison.Ordinal)) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found") : null;

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => GetAsync(site, new PageRetrievalOptions { KnownIds = ["4711"] }));

        Assert.Equal(ConfluenceErrorKind.NotFoundOrCredentialRefused, error.Kind);
    }

    [Fact]
    public async Task A_purged_page_is_gone_although_the_site_names_nothing()
    {
        await using TestSite site = await TestSite.StartAsync();
        string purged = site.Truth.PageIds.ElementAt(1);
        site.Instead = request => request.Contains($"/pages/{purged}", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found") : null;
        string[] ids = [.. site.Truth.PageIds.Take(3)];

        List<RetrievedPage> byId = await site.Client.Retrieval.Pages.GetByIdsAsync(ids, cancellationToken: Token).ToListAsync(Token);
        List<RetrievedPage> known = await GetAsync(site, new PageRetrievalOptions { KnownIds = ["4711", .. ids] });

        Assert.Equal(ids, byId.Select(static page => page.Id));
        Assert.Equal([RetrievedPageState.Current, RetrievedPageState.Gone, RetrievedPageState.Current], byId.Select(static page => page.State));
        Assert.Equal(["4711"], known.Where(static page => page.State == RetrievedPageState.Gone).Select(static page => page.Id));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_page_that_cannot_be_read_is_neither_gone_nor_the_end(HttpStatusCode status)
    {
        await using TestSite site = await TestSite.StartAsync();
        site.Instead = request => request.Contains("/pages/4711", StringComparison.Ordinal) ? TestSite.Refuse(status, "no") : null;
        string other = site.Truth.PageIds.First();
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> byId = await site.Client.Retrieval.Pages.GetByIdsAsync(["4711", other], cancellationToken: Token).ToListAsync(Token);
        List<RetrievedPage> known = await GetAsync(site, new PageRetrievalOptions { KnownIds = ["4711"], OnGap = gaps.Add });

        Assert.Equal([RetrievedPageState.Unreadable, RetrievedPageState.Current], byId.Select(static page => page.State));
        Assert.Equal(("The page 4711", "4711"), (byId[0].Gaps[0].Subject, byId[0].Gaps[0].ContentId));
        Assert.Equal(RetrievedPageState.Unreadable, known[^1].State);
        Assert.Same(known[^1].Gaps[0], Assert.Single(gaps));
    }

    [Fact]
    public async Task A_known_page_that_the_lists_passed_over_is_given_whole()
    {
        await using TestSite site = await TestSite.StartAsync();
        string hidden = site.Truth.CurrentPageIds.ElementAt(3);
        site.Instead = request => request.StartsWith("GET /pages?", StringComparison.Ordinal) ? TestSite.Json("""{"results":[],"_links":{}}""") : null;

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { KnownIds = [hidden], Include = PageParts.StorageBody | PageParts.Labels });

        RetrievedPage page = Assert.Single(pages);
        Assert.Equal((hidden, RetrievedPageState.Current, site.Truth.PageStorageBody(hidden)), (page.Id, page.State, page.Storage?.Value));
        Assert.NotNull(page.Labels);
    }

    [Fact]
    public async Task Pages_by_id_keep_their_order_and_missing_ones_are_told()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] ids = [.. site.Truth.PageIds.Take(6).Reverse(), "999999999999", site.Truth.PageIds.First()];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetByIdsAsync(ids, new PageRetrievalOptions { Include = PageParts.StorageBody | PageParts.Labels | PageParts.Space }, Token).ToListAsync(Token);

        Assert.Equal(ids, pages.Select(static page => page.Id));
        Assert.Equal([RetrievedPageState.Gone], pages.Where(static page => page.Details is null).Select(static page => page.State));
        Assert.All(pages.Where(static page => page.Details is not null), page => Assert.Equal(site.Truth.PageStorageBody(page.Id), page.Storage?.Value));
        Assert.Equal(8, site.Count("GET /pages/"));
        Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Pages.GetByIdsAsync(["1", ""], cancellationToken: Token));
    }

    [Fact]
    public async Task An_id_of_the_other_kind_is_found_when_both_are_asked_for()
    {
        await using TestSite site = await TestSite.StartAsync();
        site.Instead = static request => request switch
        {
            _ when request.StartsWith("GET /pages/5", StringComparison.Ordinal) => TestSite.Refuse(HttpStatusCode.NotFound, "Cannot find a page with id [5]"),
            _ when request.StartsWith("GET /blogposts/5", StringComparison.Ordinal) => TestSite.Json("""{"id":"5","status":"current","title":"News","body":{}}"""),
            _ => null,
        };

        RetrievedPage post = Assert.Single(await site.Client.Retrieval.Pages
            .GetByIdsAsync(["5"], new PageRetrievalOptions { Kinds = [PageKind.BlogPost, PageKind.Page] }, Token).ToListAsync(Token));

        Assert.Equal((PageKind.BlogPost, "News", RetrievedPageState.Current), (post.Kind, post.Title, post.State));
    }

    private static async Task<string[]> LeavesAsync(TestSite site, string[] ids)
    {
        HashSet<string?> parents = [.. await site.Client.Pages.GetPagesAsync(cancellationToken: Token).Select(static page => page.ParentId).ToListAsync(Token)];
        return [.. ids.Where(id => !parents.Contains(id)).Take(3)];
    }

    private static async Task<List<RetrievedPage>> GetAsync(TestSite site, PageRetrievalOptions options) =>
        await site.Client.Retrieval.Pages.GetAsync(options, Token).ToListAsync(Token);
}
