using System.Net;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>Which pages are looked into: through lists, through the search, through tasks.</summary>
public sealed class FindingTests
{
    private static readonly DateTimeOffset s_since = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_finds_pages_by_themselves_their_comments_and_their_files_each_once()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["v1/search"] = """
            {"results":[{"content":{"id":"20","type":"comment","container":{"id":"1","type":"page"}}},
             {"content":{"id":"1","type":"page","title":"Plan"}},
             {"content":{"id":"att30","type":"attachment","container":{"id":1,"type":"page"}}},
             {"content":{"id":"7","type":"comment","container":{"id":"8","type":"whiteboard"}}},
             {"content":{"id":"9","type":"comment","container":{"id":"5","type":"blogpost"}}}],"_links":{}}
            """;

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { Since = s_since });

        Assert.Equal(["edited:1:3", "commented:20"], events.Take(2).Select(static activity => activity.Key));
        Assert.All(events, static activity => Assert.Equal("1", activity.PageId));
        string query = Assert.Single(site.Requests, static request => request.StartsWith("v1/search", StringComparison.Ordinal));
        Assert.Contains("cql=type in (page, comment, attachment) and lastmodified >= \"2026-01-01 21:00\" order by created asc", query, StringComparison.Ordinal);
        Assert.Contains("expand=content.container", query, StringComparison.Ordinal);
        Assert.Contains("includeArchivedSpaces=true", query, StringComparison.Ordinal);
        Assert.Equal(1, site.Requests.Count(static request => request is "/pages/1"));
        Assert.Equal(0, site.Count("/blogposts/5"));
    }

    [Fact]
    public async Task Blog_posts_are_found_when_they_are_asked_for()
    {
        using ScriptedSite site = new();
        site["v1/search"] = """{"results":[{"content":{"id":"9","type":"comment","container":{"id":"5","type":"blogpost"}}}],"_links":{}}""";
        site["/blogposts/5"] = """{"id":"5","status":"current","title":"News","authorId":"ann","createdAt":"2026-01-03T00:00:00Z","version":{"number":1,"authorId":"ann","createdAt":"2026-01-03T00:00:00Z"}}""";

        ActivityEvent created = Assert.Single(await GetAsync(site, new ActivityOptions { Since = s_since, PageKinds = [PageKind.BlogPost] }));

        Assert.Equal((ActivityKind.Created, PageKind.BlogPost, "News"), (created.Kind, created.PageKind, created.Title));
        Assert.Equal(1, site.Count("/blogposts/5/footer-comments"));
        Assert.Equal(1, site.Count("/tasks?blogpost-id=5"));
    }

    [Fact]
    public async Task A_task_that_was_ticked_off_brings_its_page()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["/tasks?status=complete"] = """{"results":[{"id":"50","status":"complete","pageId":"1"}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { AccountIds = ["bob"] });

        Assert.Equal(["edited:1:2", "task-completed:50"], events.Select(static activity => activity.Key));
        Assert.Contains("contributor in (\"bob\")", Assert.Single(site.Requests, static request => request.StartsWith("v1/search", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("completed-by=bob", Assert.Single(site.Requests, static request => request.StartsWith("/tasks?status=complete", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spaces_are_named_by_key_in_the_search_and_by_id_in_the_list_of_tasks()
    {
        using ScriptedSite site = new();
        const string Space = """{"results":[{"id":"10","key":"DOCS","name":"D","type":"global","status":"current","_links":{"webui":"/s"}}],"_links":{}}""";
        site["/spaces"] = Space;

        Assert.Empty(await GetAsync(site, new ActivityOptions { SpaceKeys = ["docs"], Since = s_since }));
        Assert.Empty(await GetAsync(site, new ActivityOptions { SpaceIds = ["10"], Since = s_since }));

        Assert.Equal(2, site.Count("space in (\"DOCS\")"));
        Assert.Equal(2, site.Count("/tasks?status=complete&space-id=10"));
        await Assert.ThrowsAsync<ConfluenceRetrievalException>(() => GetAsync(site, new ActivityOptions { SpaceIds = ["11"], Since = s_since }));
    }

    [Fact]
    public async Task A_long_list_of_users_is_searched_in_portions()
    {
        using ScriptedSite site = new();

        Assert.Empty(await GetAsync(site, new ActivityOptions { AccountIds = [.. Enumerable.Range(0, 90).Select(static number => $"account-{number}")], Sources = ActivitySources.Versions }));

        Assert.Equal(3, site.Requests.Count);
        Assert.All(Enumerable.Range(0, 90), number => Assert.Equal(1, site.Count($"\"account-{number}\"")));
    }

    [Fact]
    public async Task Refused_tasks_and_hits_without_a_page_are_gaps()
    {
        using ScriptedSite site = new();
        site.Refuse("/tasks", HttpStatusCode.Forbidden, "no");
        site["v1/search"] = """{"results":[{"content":{"id":"20","type":"comment"}},{"space":{"key":"A"}}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { Since = s_since });

        Assert.Equal(["The page of the comment 20", "Pages on which nothing but tasks changed"], events.Select(static activity => activity.Gap?.Subject));
    }

    [Fact]
    public async Task Without_a_period_every_page_is_looked_into()
    {
        await using TestSite site = await TestSite.StartAsync();

        List<ActivityEvent> events = await site.Client.Retrieval.Activity
            .GetAsync(new ActivityOptions { Sources = ActivitySources.Versions | ActivitySources.Likes }, Token).ToListAsync(Token);

        Assert.Equal(site.Truth.PageIds, events.Select(static activity => activity.PageId).Distinct());
        Assert.All(events.GroupBy(static activity => activity.PageId), page =>
        {
            string id = page.Key ?? "";
            ActivityEvent[] versions = [.. page.Where(static activity => activity.Kind == ActivityKind.Created || activity.Kind == ActivityKind.Edited)];
            Assert.Equal(site.Truth.PageVersionAuthors(id), versions.Select(static activity => activity.ActorId));
            Assert.Equal(Enumerable.Range(1, versions.Length), versions.Select(static activity => activity.Version ?? 0));
            Assert.Equal(site.Truth.PageLikes(id).Order(StringComparer.Ordinal), page.Where(static activity => activity.Kind == ActivityKind.Liked).Select(static activity => activity.ActorId));
        });
        Assert.Equal(events.Count, events.Select(static activity => activity.Key).Distinct().Count());
        Assert.InRange(site.LargestConcurrency, 1, 4);
    }

    private static async Task<List<ActivityEvent>> GetAsync(ScriptedSite site, ActivityOptions options) =>
        await site.Client.Retrieval.Activity.GetAsync(options, Token).ToListAsync(Token);
}
