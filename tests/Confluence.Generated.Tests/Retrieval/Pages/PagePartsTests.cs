using System.Net;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Pages;

/// <summary>What comes along, and with how many requests.</summary>
public sealed class PagePartsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PageParts.None, 0)]
    [InlineData(PageParts.StorageBody, 0)]
    [InlineData(PageParts.AtlasDocFormatBody, 0)]
    [InlineData(PageParts.StorageBody | PageParts.AtlasDocFormatBody, 1)]
    [InlineData(PageParts.ViewBody, 1)]
    [InlineData(PageParts.StorageBody | PageParts.AtlasDocFormatBody | PageParts.ViewBody, 2)]
    [InlineData(PageParts.Versions | PageParts.Labels | PageParts.Properties, 1)]
    [InlineData(PageParts.ViewBody | PageParts.Versions | PageParts.Labels | PageParts.Properties, 2)]
    [InlineData(PageParts.ViewBody | PageParts.Labels | PageParts.Properties, 1)]
    [InlineData(PageParts.Attachments, 1)]
    [InlineData(PageParts.Labels | PageParts.Attachments, 2)]
    public async Task Each_page_costs_as_many_requests_as_documented(PageParts parts, int requests)
    {
        await using TestSite site = await StartAsync();

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = parts });

        Assert.Equal(12, pages.Count);
        Assert.Equal(1 + (12 * requests), site.Requests.Count);
        Assert.All(pages, page => Assert.Equal(
            (Has(PageParts.StorageBody), Has(PageParts.AtlasDocFormatBody), Has(PageParts.ViewBody), Has(PageParts.Versions), Has(PageParts.Labels), Has(PageParts.Properties), Has(PageParts.Attachments)),
            (page.Storage is not null, page.AtlasDocFormat is not null, page.View is not null, page.Versions is not null, page.Labels is not null, page.Properties is not null, page.Attachments is not null)));

        bool Has(PageParts part) => (parts & part) != 0;
    }

    [Fact]
    public async Task Versions_that_do_not_fit_into_the_answer_are_listed()
    {
        await using TestSite site = await StartAsync();
        site.Instead = static request => request.Contains("include-versions", StringComparison.Ordinal)
            ? TestSite.Json("""
                {"id":"1","status":"current","title":"T","_links":{"webui":"/x"},
                 "versions":{"results":[{"number":9}],"meta":{"hasMore":true,"cursor":"c"},"_links":{"self":"/x"}},
                 "labels":{"results":[{"id":"3","name":"a","prefix":"global"}],"meta":{"hasMore":false}}}
                """)
            : null;

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.Versions | PageParts.Labels });

        Assert.All(pages, page => Assert.Equal(site.Truth.PageVersionCount(page.Id), page.Versions?.Count));
        Assert.All(pages, page => Assert.Equal(site.Truth.PageVersionAuthors(page.Id).Reverse(), page.Versions?.Select(static version => version.AuthorId)));
        RetrievedPage[] several = [.. pages.Where(static page => page.Version?.Number > 1)];
        Assert.NotEmpty(several);
        Assert.All(several, static page => Assert.Equal(["a"], page.Labels?.Select(static label => label.Name)));
        Assert.Equal(several.Length, site.Count("/versions?limit=250"));
    }

    [Fact]
    public async Task A_part_that_is_refused_is_a_gap_and_the_rest_comes()
    {
        await using TestSite site = await StartAsync();
        string closed = site.Truth.PageIds.ElementAt(4);
        site.Instead = request => request.Contains($"/pages/{closed}/attachments", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.Forbidden, "restricted") : Attachments(request);

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.Attachments });

        Assert.Equal(12, pages.Count);
        RetrievedPage page = Assert.Single(pages, static page => page.Attachments is null);
        Assert.Equal(closed, page.Id);
        Assert.Equal($"The attachments of the page {closed}", Assert.Single(page.Gaps).Subject);
        Assert.All(pages.Where(other => other != page), static other => Assert.Empty(other.Gaps));
    }

    [Fact]
    public async Task Versions_are_never_asked_for_beside_a_body()
    {
        await using TestSite site = await StartAsync();

        await GetAsync(site, new PageRetrievalOptions { Include = PageParts.AtlasDocFormatBody | PageParts.StorageBody | PageParts.ViewBody | PageParts.Versions | PageParts.Labels });
        await site.Client.Retrieval.Pages.GetByIdsAsync(site.Truth.PageIds, new PageRetrievalOptions { Include = PageParts.StorageBody | PageParts.Versions }, Token).ToListAsync(Token);

        Assert.NotEqual(0, site.Count("include-versions"));
        Assert.DoesNotContain(site.Requests, static request => request.Contains("include-versions", StringComparison.Ordinal) && request.Contains("body-format", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_vanishes_meanwhile_is_one_gap()
    {
        await using TestSite site = await StartAsync();
        string gone = site.Truth.PageIds.First();
        site.Instead = request => request.Contains($"/pages/{gone}", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, $"Cannot find a page with id [{gone}]") : Attachments(request);
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.Versions | PageParts.Labels | PageParts.Attachments, OnGap = gaps.Add });

        Assert.Equal(12, pages.Count);
        Assert.Equal(gone, Assert.Single(gaps).ContentId);
        Assert.Equal(1, site.Count($"/pages/{gone}"));
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(1, 1)]
    [InlineData(9, 9)]
    public async Task No_more_requests_are_under_way_than_allowed_and_the_order_stays(int? allowed, int most)
    {
        await using TestSite site = await StartAsync();

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.Labels, MaxConcurrency = allowed });

        Assert.Equal(site.Truth.PageIds, pages.Select(static page => page.Id));
        Assert.InRange(site.LargestConcurrency, 1, most);
    }

    [Fact]
    public async Task The_walk_ends_when_it_is_cancelled()
    {
        await using TestSite site = await StartAsync();
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RetrievedPage page in site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { Include = PageParts.Labels }, source.Token))
            {
                await source.CancelAsync();
            }
        });

        Assert.InRange(site.Count("/pages/"), 1, 8);
    }

    [Fact]
    public async Task Estimates_say_what_a_retrieval_costs()
    {
        await using TestSite site = await TestSite.StartAsync(static options => options.Pages = 300);
        PageRetrievalOptions options = new() { SpaceKeys = [site.Truth.SpaceKeys.First()], Include = PageParts.StorageBody | PageParts.Labels };

        RequestEstimate estimate = await site.Client.Retrieval.Pages.EstimateRequestsAsync(options, Token);
        int before = site.Requests.Count;
        int pages = (await GetAsync(site, options)).Count;

        int current = site.Truth.CurrentPageIds.Intersect(site.Truth.PageIdsInSpace(options.SpaceKeys[0])).Count();
        Assert.Equal(["spaces by their keys", "lists", "pages by themselves"], estimate.Parts.Select(static part => part.Purpose));
        Assert.Equal([1, (current + 49) / 50, current], estimate.Parts.Select(static part => part.Requests));
        Assert.Equal(2, estimate.Least);
        Assert.InRange(estimate.Likely, site.Requests.Count - before - (pages - current) - 2, site.Requests.Count - before);
    }

    // The sandbox has no attachments; its answer to their route would say nothing about ours.
    private static async Task<TestSite> StartAsync()
    {
        TestSite site = await TestSite.StartAsync(static options => options.Pages = 12);
        site.Instead = Attachments;
        return site;
    }

    private static HttpResponseMessage? Attachments(string request) =>
        request.Contains("/attachments?limit=250", StringComparison.Ordinal)
            ? TestSite.Json("""{"results":[{"id":"att1","title":"a.png"}],"_links":{"base":"https://site.example/wiki"}}""")
            : null;

    private static async Task<List<RetrievedPage>> GetAsync(TestSite site, PageRetrievalOptions options) =>
        await site.Client.Retrieval.Pages.GetAsync(options, Token).ToListAsync(Token);
}
