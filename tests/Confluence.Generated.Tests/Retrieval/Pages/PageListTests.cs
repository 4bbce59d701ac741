using System.Net;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Retrieval.Pages;

/// <summary>Which pages come, in which order, and what it costs.</summary>
public sealed class PageListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_pages_come_once_by_ascending_id()
    {
        await using TestSite site = await TestSite.StartAsync(static options => options.Pages = 600);

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions());

        Assert.Equal(site.Truth.PageIds, pages.Select(static page => page.Id));
        Assert.All(pages, static page => Assert.Null(page.Storage));
        Assert.All(pages, static page => Assert.Equal((PageKind.Page, true), (page.Kind, page.Content is Page && page.Details is null)));
        Assert.Equal(3, site.Requests.Count);
        Assert.All(site.Requests, static request => Assert.Contains("sort=id&limit=250", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spaces_are_found_by_key_once_and_walked_in_their_order()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] keys = [.. site.Truth.SpaceKeys];

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions
        {
            SpaceKeys = [keys[2].ToLowerInvariant(), keys[0], keys[2]],
            Include = PageParts.StorageBody | PageParts.Space,
        });

        Assert.Equal([.. site.Truth.PageIdsInSpace(keys[2]), .. site.Truth.PageIdsInSpace(keys[0])], pages.Select(static page => page.Id));
        Assert.All(pages, page => Assert.Equal(site.Truth.PageStorageBody(page.Id), page.Storage?.Value));
        Assert.All(pages, page => Assert.Equal(page.SpaceId, page.Space?.Id));
        Assert.Equal(2, site.Count("GET /spaces?"));
        Assert.Equal(4, site.Requests.Count);
    }

    [Fact]
    public async Task An_unknown_key_is_an_error_that_says_where_keys_stand()
    {
        await using TestSite site = await TestSite.StartAsync();

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(() => GetAsync(site, new PageRetrievalOptions { SpaceKeys = ["NOPE"] }));

        Assert.StartsWith("No space has the key 'NOPE', or the account may not see it. The key of a space stands in its address, after /wiki/spaces/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_and_status_narrow_the_list()
    {
        await using TestSite site = await TestSite.StartAsync();
        string id = site.Truth.CurrentPageIds.Skip(5).First();
        await site.Client.Pages.DeletePageAsync(id, cancellationToken: Token);

        List<RetrievedPage> trashed = await GetAsync(site, new PageRetrievalOptions { Statuses = [ContentStatus.Trashed] });
        string other = site.Truth.CurrentPageIds.First();
        string title = site.Truth.PageTitle(other);
        List<RetrievedPage> titled = await GetAsync(site, new PageRetrievalOptions { Title = title });

        Assert.Contains(id, trashed.Select(static page => page.Id));
        Assert.All(trashed, static page => Assert.Equal(RetrievedPageState.Trashed, page.State));
        Assert.Empty(trashed.Select(static page => page.Id).Intersect(site.Truth.PageIds));
        Assert.Equal(site.Truth.PageIds.Where(page => site.Truth.PageTitle(page) == title), titled.Select(static page => page.Id));
    }

    [Fact]
    public async Task Only_what_changed_is_read_when_a_time_is_given()
    {
        await using TestSite site = await TestSite.StartAsync(static options => options.Pages = 600);
        DateTimeOffset before = DateTimeOffset.UtcNow.AddSeconds(-1);
        string[] changed = [.. site.Truth.CurrentPageIds.Skip(7).Take(2)];
        foreach (string id in changed)
        {
            PageDetails page = await site.Client.Pages.GetPageByIdAsync(id, new V2.GetPageByIdOptions { BodyFormat = BodyDetailsFormat.Storage }, Token);
            await site.Client.Pages.UpdatePageAsync(id, PageUpdateRequest.From(page, title: $"Changed {id}"), cancellationToken: Token);
        }

        int requests = site.Requests.Count;
        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { ChangedSince = before });

        Assert.Equal(changed.Reverse(), pages.Select(static page => page.Id));
        Assert.Equal(1, site.Requests.Count - requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task One_damaged_body_costs_a_handful_of_requests(int kind)
    {
        await using TestSite site = await TestSite.StartAsync(static options => options.Pages = 300);
        string[] ids = [.. site.Truth.PageIds];
        string broken = ids[120];
        site.Instead = request => !request.Contains("body-format", StringComparison.Ordinal) || !Portion(site, request).Contains(broken) ? null : kind switch
        {
            0 => TestSite.Json("{}", HttpStatusCode.InternalServerError),
            1 => TestSite.Refuse(HttpStatusCode.NotFound, "Not Found"),
            2 => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
            3 => TestSite.Json("{\"results\":["),
            _ => TestSite.Refuse((HttpStatusCode)kind, "no"),
        };

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.StorageBody });

        Assert.Equal(ids, pages.Select(static page => page.Id));
        Assert.Equal(broken, Assert.Single(pages, static page => page.Storage is null).Id);
        Assert.Equal([broken], pages.Where(static page => page.Gaps.Count > 0).Select(static page => page.Id));
        Assert.InRange(site.Requests.Count(static request => request.Contains("body-format", StringComparison.Ordinal)), 7, 16);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_of_size_is_asked_for_in_halves()
    {
        await using TestSite site = await TestSite.StartAsync(client: static options => options.MaxResponseSize = 60_000);

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.StorageBody });

        Assert.Equal(site.Truth.PageIds, pages.Select(static page => page.Id));
        Assert.All(pages, static page => Assert.NotNull(page.Storage));
    }

    [Fact]
    public async Task A_space_whose_list_fails_costs_the_others_nothing()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] keys = [.. site.Truth.SpaceKeys.Take(2)];
        string first = (await site.Client.Spaces.GetSpacesAsync(new V2.GetSpacesOptions { Keys = [keys[0]] }, Token).FirstAsync(Token)).Id;
        site.Instead = request => request.StartsWith("GET /pages?", StringComparison.Ordinal) && request.Contains($"space-id={first}", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.Forbidden, "no") : null;
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { SpaceKeys = keys, OnGap = gaps.Add });

        Assert.Equal(site.Truth.PageIdsInSpace(keys[1]).Order(), pages.Select(static page => page.Id).Order());
        Assert.Equal($"The pages of the space {keys[0]}", Assert.Single(gaps).Subject);
    }

    [Fact]
    public async Task One_item_out_of_order_does_not_end_the_list_of_changes()
    {
        await using TestSite site = await TestSite.StartAsync();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        site.Instead = request => request.StartsWith("GET /pages?", StringComparison.Ordinal)
            ? TestSite.Json($$$"""{"results":[{{{Item(1, now.AddDays(-9))}}},{{{Item(2, now)}}},{{{Item(3, now.AddMinutes(-1))}}},{{{Item(4, now.AddMinutes(-2))}}},{{{Item(5, now.AddDays(-8))}}}],"_links":{}}""")
            : null;

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { ChangedSince = now.AddHours(-1) });

        Assert.Equal(["2", "3", "4"], pages.Select(static page => page.Id));

        static string Item(int id, DateTimeOffset at) =>
            $$$"""{"id":"{{{id}}}","status":"current","title":"T","spaceId":"1","createdAt":"2026-01-01T00:00:00Z","version":{"number":2,"createdAt":"{{{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"_links":{"webui":"/x"}}""";
    }

    [Fact]
    public async Task One_item_out_of_order_at_the_end_of_a_portion_does_not_end_the_list_of_changes()
    {
        await using TestSite site = await TestSite.StartAsync();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        site.Instead = request => !request.StartsWith("GET /pages?", StringComparison.Ordinal) ? null
            : request.Contains("cursor=", StringComparison.Ordinal) ? TestSite.Json($$$"""{"results":[{{{Items(13, 18)}}}],"_links":{}}""")
            : TestSite.Json($$$"""{"results":[{{{Items(1, 12)}}}],"_links":{"next":"/wiki/api/v2/pages?cursor=x"}}""");

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { ChangedSince = now.AddHours(-1), PageSize = 12 });

        Assert.Equal(29, pages.Count);

        string Items(int first, int count) => string.Join(',', Enumerable.Range(first, count).Select(id => $$$"""
            {"id":"{{{id}}}","status":"current","title":"T","spaceId":"1","version":{"number":2,"createdAt":"{{{(id == 12 ? now.AddYears(-6) : now.AddMinutes(-id)).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"}}
            """));
    }

    [Fact]
    public async Task Halves_are_asked_for_where_a_portion_with_bodies_fails()
    {
        await using TestSite site = await TestSite.StartAsync();
        string[] ids = [.. site.Truth.PageIds];
        string broken = ids[20];
        site.Instead = request => request.Contains("body-format", StringComparison.Ordinal) && Portion(site, request).Contains(broken) ? TestSite.Json("{}", HttpStatusCode.GatewayTimeout) : null;
        List<RetrievalGap> gaps = [];

        List<RetrievedPage> pages = await GetAsync(site, new PageRetrievalOptions { Include = PageParts.StorageBody, OnGap = gaps.Add });

        Assert.Equal(ids, pages.Select(static page => page.Id));
        Assert.Equal([broken], pages.Where(static page => page.Storage is null).Select(static page => page.Id));
        Assert.Equal($"The body of the page {broken}", Assert.Single(gaps).Subject);
        Assert.Equal(broken, gaps[0].ContentId);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_on_is_named_after_everything_was_given()
    {
        await using TestSite site = await TestSite.StartAsync();
        site.Instead = static request => request.Contains("cursor", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.BadRequest, "no") : null;

        List<RetrievedPage> given = [];

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(async () =>
        {
            await foreach (RetrievedPage page in site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { PageSize = 20, Include = PageParts.Labels }, Token))
            {
                given.Add(page);
            }
        });

        Assert.Equal(site.Truth.PageIds.Take(20), given.Select(static page => page.Id));
        Assert.Equal(RetrievalFailure.Incomplete, error.Failure);
        Assert.Equal("The pages, from some point on", Assert.Single(error.Gaps).Subject);
        Assert.Equal(HttpStatusCode.BadRequest, Assert.IsType<ConfluenceApiException>(error.InnerException).StatusCode);
    }

    [Theory]
    [InlineData("SpaceKeys")]
    [InlineData("SpaceIds")]
    [InlineData("KnownIds")]
    [InlineData("Title")]
    [InlineData("Statuses")]
    [InlineData("Kinds")]
    public async Task What_no_list_can_give_is_refused_at_once(string member)
    {
        await using TestSite site = await TestSite.StartAsync();
        PageRetrievalOptions options = member switch
        {
            "SpaceKeys" => new() { SpaceKeys = [""] },
            "SpaceIds" => new() { SpaceIds = [""] },
            "KnownIds" => new() { KnownIds = [""] },
            "Title" => new() { Title = "" },
            "Statuses" => new() { Statuses = [ContentStatus.Draft] },
            _ => new() { Kinds = [new PageKind("Whiteboard")] },
        };

        ArgumentException error = Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Pages.GetAsync(options, Token));

        Assert.StartsWith(member, error.Message, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    // What the sandbox would give for the same request without a body.
    private static string[] Portion(TestSite site, string request)
    {
        string[] query = request[(request.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&');
        int limit = int.Parse(query.Single(static part => part.StartsWith("limit=", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);
        string? cursor = query.SingleOrDefault(static part => part.StartsWith("cursor=", StringComparison.Ordinal));
        V2.GetPagesOptions options = new() { Sort = PageSortOrder.Id, PageSize = limit };
        string? token = cursor is null ? null : Uri.UnescapeDataString(cursor[7..]);
        return site.Client.Pages.GetPagesAsync(options, Token).AsPages(token, Token).FirstAsync(Token).AsTask().GetAwaiter().GetResult().Items.Select(static page => page.Id).ToArray();
    }

    private static async Task<List<RetrievedPage>> GetAsync(TestSite site, PageRetrievalOptions options) =>
        await site.Client.Retrieval.Pages.GetAsync(options, Token).ToListAsync(Token);
}
