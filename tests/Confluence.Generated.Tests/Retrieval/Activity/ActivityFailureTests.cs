using System.Net;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>What one failure costs activity: the part that it concerns, and nothing else.</summary>
public sealed class ActivityFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/pages/1/footer-comments", HttpStatusCode.InternalServerError, "The comments of the page 1")]
    [InlineData("/pages/1/footer-comments", HttpStatusCode.GatewayTimeout, "The comments of the page 1")]
    [InlineData("/pages/1/attachments", HttpStatusCode.BadRequest, "The attachments of the page 1")]
    [InlineData("/pages/1/attachments", HttpStatusCode.NotFound, "The attachments of the page 1")]
    [InlineData("/footer-comments/20/children", HttpStatusCode.NotFound, "The replies of the comment 20")]
    [InlineData("/footer-comments/20/children", HttpStatusCode.InternalServerError, "The replies of the comment 20")]
    [InlineData("/footer-comments/21/versions/1", HttpStatusCode.NotFound, "The versions of the comment 21")]
    [InlineData("/attachments/att30/versions", HttpStatusCode.NotFound, "The earlier versions of the attachment att30")]
    [InlineData("/tasks?page-id=1", HttpStatusCode.Forbidden, "The tasks of the page 1")]
    public async Task A_failure_costs_the_part_that_it_concerns(string path, HttpStatusCode status, string subject)
    {
        using ScriptedSite whole = PageActivityTests.Full();
        using ScriptedSite site = PageActivityTests.Full();
        site.Refuse(path, status, "Not Found");
        List<RetrievalGap> gaps = [];

        List<ActivityEvent> all = await GetAsync(whole, new ActivityOptions { PageIds = ["1"] });
        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], OnGap = gaps.Add });

        Assert.Equal(subject, Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap).Gap?.Subject);
        Assert.Equal(subject, Assert.Single(gaps).Subject);
        string[] others = [.. all.Where(activity => !IsOf(path, activity)).Select(static activity => activity.Key)];
        Assert.Equal(others, events.Where(activity => activity.Kind != ActivityKind.Gap && !IsOf(path, activity)).Select(static activity => activity.Key));
        Assert.NotEmpty(others);
    }

    [Fact]
    public async Task The_list_still_tells_of_an_attachment_whose_versions_cannot_be_read()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site.Refuse("/attachments/att30/versions", HttpStatusCode.NotFound, "Not Found");

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        ActivityEvent attached = Assert.Single(events, static activity => activity.Kind == ActivityKind.Attached);
        Assert.Equal(("attached:att30:2", "gil"), (attached.Key, attached.ActorId));
    }

    [Fact]
    public async Task Html_in_place_of_an_answer_is_a_gap()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["/pages/1/inline-comments"] = "<html><title>Down</title></html>";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.Equal("The comments of the page 1", Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap).Gap?.Subject);
        Assert.Contains(events, static activity => activity.Key == "replied:21");
    }

    [Fact]
    public async Task A_page_that_vanishes_while_it_is_read_is_one_gap()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site.Refuse("/pages/1/footer-comments", HttpStatusCode.NotFound, "Not Found");
        site.After("/pages/1/footer-comments", () => site.Refuse("/pages/1", HttpStatusCode.NotFound, "Cannot find a page with id [1]"));

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.Equal("The activity on the page 1", Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap).Gap?.Subject);
        Assert.Equal(0, site.Count("/attachments"));
        Assert.Equal(0, site.Count("/likes"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "The activity on the page 2")]
    [InlineData(HttpStatusCode.Forbidden, "The page 2")]
    public async Task A_page_that_is_purged_or_closed_leaves_the_others(HttpStatusCode status, string subject)
    {
        using ScriptedSite site = PageActivityTests.Full();
        site.Refuse("/pages/2", status, "Not Found");
        site.Refuse("/blogposts/2", HttpStatusCode.NotFound, "Not Found");

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["2", "1"] });

        Assert.Equal((subject, "2"), (events[0].Gap?.Subject, events[0].PageId));
        Assert.Equal("created:1", events[1].Key);
    }

    [Fact]
    public async Task Replies_that_lead_back_to_themselves_end()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["/footer-comments/21/children"] = """{"results":[{"id":"20","status":"current","version":{"number":1}},{"id":"21","status":"current","version":{"number":1}}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.Equal(1, site.Count("/footer-comments/20/children"));
        Assert.Equal(1, site.Count("/footer-comments/21/children"));
        Assert.Equal(events.Count, events.Select(static activity => activity.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_comment_on_two_portions_and_likes_without_an_account_keep_keys_unique()
    {
        using ScriptedSite site = PageActivityTests.Full();
        const string Comment = """{"id":"20","status":"current","version":{"number":1,"authorId":"dan","createdAt":"2026-01-04T00:00:00Z"},"_links":{"webui":"/c"}}""";
        site["/pages/1/footer-comments"] = $$$"""{"results":[{{{Comment}}}],"_links":{"next":"/wiki/api/v2/pages/1/footer-comments?cursor=B"}}""";
        site["/pages/1/footer-comments?limit=250&cursor=B"] = $$$"""{"results":[{{{Comment}}}],"_links":{}}""";
        site["/pages/1/likes/users"] = """{"results":[{},{"accountId":""},{"accountId":"joe"},{"accountId":"joe"}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.Equal(events.Count, events.Select(static activity => activity.Key).Distinct().Count());
        Assert.Equal(["liked:1:joe"], events.Where(static activity => activity.Kind == ActivityKind.Liked).Select(static activity => activity.Key));
        Assert.Equal("A like of the page 1", Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap).Gap?.Subject);
    }

    [Fact]
    public async Task Nobody_asks_for_viewers_where_there_are_no_views_nor_for_versions_that_the_page_tells()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["v1/analytics/content/1/views"] = """{"id":1,"count":0}""";
        site["/pages/1"] = """{"id":"1","status":"current","title":"Plan","spaceId":"10","authorId":"ann","createdAt":"2026-01-01T00:00:00Z","version":{"number":2,"authorId":"bob","createdAt":"2026-01-02T00:00:00Z","message":"typos","minorEdit":true},"_links":{"webui":"/x"}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], Sources = ActivitySources.Views | ActivitySources.Versions });

        Assert.Equal(["created:1 ann 1", "edited:1:2 bob 2", "viewed:1  "], events.Select(static activity => $"{activity.Key} {activity.ActorId} {activity.Version}"));
        Assert.Equal((0L, 0L), (events[^1].Views, events[^1].Viewers));
        Assert.Equal((true, "typos"), (events[1].IsMinorEdit, events[1].Message));
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task An_operation_that_fails_for_one_page_after_the_other_is_asked_no_more()
    {
        using ScriptedSite site = new();
        string[] ids = [.. Enumerable.Range(1, 60).Select(static id => $"{id}")];
        foreach (string id in ids)
        {
            site[$"/pages/{id}"] = $$$"""{"id":"{{{id}}}","status":"current","title":"T","spaceId":"10","authorId":"ann","createdAt":"2026-01-01T00:00:00Z","version":{"number":1},"_links":{"webui":"/x"}}""";
            site.Refuse($"/pages/{id}/attachments", HttpStatusCode.InternalServerError, "no");
        }

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ids, MaxConcurrency = 1, Sources = ActivitySources.Attachments | ActivitySources.Likes });

        // Four smaller pages are tried for each of the first three lists: where they help none of them, the pages are not too large.
        Assert.Equal(62, site.Count("/attachments"));
        Assert.Equal(50, events.Count);
        Assert.Equal("The attachments of all further pages", events[^1].Gap?.Subject);
    }

    [Fact]
    public async Task A_search_that_breaks_off_is_a_gap_and_other_searches_go_on()
    {
        using ScriptedSite site = PageActivityTests.Full();
        site["/spaces?keys=A*"] = """{"results":[{"id":"10","key":"A","name":"A","type":"global","status":"current"}],"_links":{}}""";
        site.Refuse("v1/search*", HttpStatusCode.InternalServerError, "no");
        site["/tasks?*"] = """{"results":[{"id":"50","status":"complete","pageId":"1"}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { SpaceKeys = ["A"], Since = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        Assert.Equal("Pages that the search finds, from some point on", events[0].Gap?.Subject);
        Assert.Contains(events, static activity => activity.Key == "task-completed:50");
        Assert.Equal(1, site.Count("/spaces?keys=")); // The key once; the other call asks whether the site still works.
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_period_at_the_end_of_time_can_be_asked_for(string since)
    {
        using ScriptedSite site = new();

        Assert.Empty(await GetAsync(site, new ActivityOptions { Since = DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture) }));
    }

    private static bool IsOf(string path, ActivityEvent activity) =>
        path.Contains("tasks", StringComparison.Ordinal) ? activity.TaskId is not null
        : path.Contains("attachments", StringComparison.Ordinal) ? activity.AttachmentId is not null
        : path.Contains("/pages/1/footer", StringComparison.Ordinal) ? activity is { CommentId: not null, IsInline: false }
        : activity.CommentId == "21";

    private static async Task<List<ActivityEvent>> GetAsync(ScriptedSite site, ActivityOptions options) =>
        await site.Client.Retrieval.Activity.GetAsync(options, Token).ToListAsync(Token);
}
