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
        site.Instead = static request => request.StartsWith("GET /pages/", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found") : null;

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => GetAsync(site, new PageRetrievalOptions { KnownIds = ["4711"] }));

        Assert.Equal(ConfluenceErrorKind.NotFoundOrNotVisible, error.Kind);
    }

    [Fact]
    public async Task Pages_by_id_keep_their_order_and_missing_ones_are_told()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] ids = [.. site.Truth.PageIds.Take(6).Reverse(), "999999999999", site.Truth.PageIds.First()];

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages
            .GetByIdsAsync(ids, new PageRetrievalOptions { Include = PageParts.StorageBody | PageParts.Labels | PageParts.Space }, Token).ToListAsync(Token);

        Assert.Equal(ids, pages.Select(static page => page.Id));
        Assert.Equal([RetrievedPageState.Gone], pages.Where(static page => page.PageDetails is null).Select(static page => page.State));
        Assert.All(pages.Where(static page => page.PageDetails is not null), page => Assert.Equal(site.Truth.PageStorageBody(page.Id), page.Storage?.Value));
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
