using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>The events of one page, from each source.</summary>
public sealed class PageActivityTests
{
    private const string Plan = """{"id":"1","status":"current","title":"Plan","spaceId":"10","authorId":"ann","createdAt":"2026-01-01T00:00:00Z","version":{"number":3,"authorId":"cid","createdAt":"2026-01-03T00:00:00.5Z"},"_links":{"webui":"/x"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_sources_make_one_stream_by_time()
    {
        using ScriptedSite site = Full();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], Sources = ActivitySources.All });

        Assert.Equal(
            [
                "Created created:1 ann 2026-01-01", "Edited edited:1:2 bob 2026-01-02", "Edited edited:1:3 cid 2026-01-03", "Commented commented:20 dan 2026-01-04",
                "Replied replied:21 eve 2026-01-05", "CommentEdited comment-edited:21:2 eve 2026-01-06", "TaskCreated task-created:50 ann 2026-01-07",
                "Attached attached:att30:1 fay 2026-01-08", "Attached attached:att30:2 gil 2026-01-09", "TaskCompleted task-completed:50 bob 2026-01-10",
                "Commented commented:40 hal 2026-01-11", "CommentLiked comment-liked:20:ivy ivy -", "Liked liked:1:joe joe -", "Viewed viewed:1 - -",
            ],
            events.Select(static activity => $"{activity.Kind} {activity.Key} {activity.ActorId ?? "-"} {activity.At?.ToString("yyyy-MM-dd", null) ?? "-"}"));
        Assert.All(events, static activity => Assert.Equal(("1", PageKind.Page, "Plan", "10"), (activity.PageId, activity.PageKind, activity.Title, activity.SpaceId)));

        ActivityEvent edited = events[1];
        Assert.Equal((2, true, "typos"), (edited.Version, edited.IsMinorEdit, edited.Message));
        Assert.Equal(["bob", "kim"], edited.ContributorIds);
        Assert.Equal(("21", "20", false), (events[4].CommentId, events[4].ParentCommentId, events[4].IsInline));
        Assert.Equal((2, "fixed"), (events[5].Version, events[5].Message));
        Assert.Equal(("att30", "a.png", 2), (events[8].AttachmentId, events[8].FileName, events[8].Version));
        Assert.True(events[10].IsInline);
        Assert.Equal((12L, 5L), (events[13].Views, events[13].Viewers));
        Assert.DoesNotContain(events, static activity => activity.Message is { Length: 0 });
    }

    [Fact]
    public async Task Events_carry_what_they_were_read_from()
    {
        using ScriptedSite site = Full();
        site["/pages/1/footer-comments?body-format=storage"] = """{"results":[{"id":"20","status":"current","body":{"storage":{"representation":"storage","value":"<p>Hm</p>"}},"new":1,"_links":{"webui":"/c"}}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], CommentBody = BodyFormat.Storage });

        RetrievedComment? comment = events.Single(static activity => activity.Key == "commented:20").Comment;
        Assert.Equal(("20", "1", null, false, "<p>Hm</p>"), (comment?.Id, comment?.PageId, comment?.ParentId, comment?.IsInline, comment?.Storage?.Value));
        Assert.Equal("""{"id":"20","status":"current","body":{"storage":{"representation":"storage","value":"<p>Hm</p>"}},"_links":{"webui":"/c"},"new":1}""", Json(comment));
        RetrievedComment? reply = events.Single(static activity => activity.Key == "replied:21").Comment;
        Assert.Equal(("1", "20", "eve"), (reply?.PageId, reply?.ParentId, reply?.Version?.AuthorId));
        Assert.IsType<FooterCommentReply>(reply?.Content);
        Assert.IsType<PageInlineComment>(events.Single(static activity => activity.Key == "commented:40").Comment?.Content);
        Assert.All(events.Where(static activity => activity.Kind == ActivityKind.Attached), static activity => Assert.Equal("a.png", activity.Attachment?.Title));
        Assert.Equal("bob", events.Single(static activity => activity.Kind == ActivityKind.TaskCompleted).Task?.CompletedBy);
        Assert.Equal(5, site.Count("body-format=storage"));
        Assert.Throws<InvalidOperationException>(() => Json(new RetrievedComment { Id = "1", PageId = "2" }));

        static string Json(RetrievedComment? comment)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                comment?.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public async Task What_is_listed_without_an_id_is_a_gap()
    {
        using ScriptedSite site = Full();
        site["/pages/1/inline-comments"] = """{"results":[{"status":"current"}],"_links":{}}""";
        site["/pages/1/attachments"] = """{"results":[{"title":"a"}],"_links":{}}""";
        site["/tasks?page-id=1"] = """{"results":[{"status":"complete"}],"_links":{}}""";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.Equal(
            ["A comment of the page 1", "A task of the page 1", "An attachment of the page 1"],
            events.Where(static activity => activity.Kind == ActivityKind.Gap).Select(static activity => activity.Gap?.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_default_leaves_out_what_is_dear()
    {
        using ScriptedSite site = Full();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"] });

        Assert.DoesNotContain(events, static activity => activity.Kind == ActivityKind.CommentEdited || activity.Kind == ActivityKind.CommentLiked || activity.Kind == ActivityKind.Viewed);
        Assert.Equal("eve 2026-01-05", events.Where(static activity => activity.Kind == ActivityKind.Replied).Select(static activity => $"{activity.ActorId} {activity.At:yyyy-MM-dd}").Single());
        Assert.Equal(0, site.Count("v1/analytics"));
        Assert.Equal(0, site.Count("comments/20/likes"));
        Assert.Equal(1, site.Count("footer-comments/21/versions/1"));
    }

    [Fact]
    public async Task A_period_takes_what_lies_in_it_and_leaves_out_what_has_no_time()
    {
        using ScriptedSite site = Full();
        ActivityOptions options = new() { PageIds = ["1"], Since = Day(3), Until = Day(6) };

        Assert.Equal(
            ["edited:1:3", "commented:20", "replied:21"],
            (await GetAsync(site, options)).Select(static activity => activity.Key));
        Assert.Equal(0, site.Count("/likes"));
        Assert.Equal(
            ["edited:1:3", "commented:20", "replied:21", "liked:1:joe"],
            (await GetAsync(site, options with { IncludeUntimed = true })).Select(static activity => activity.Key));
    }

    [Fact]
    public async Task What_is_older_than_the_period_costs_no_second_look()
    {
        using ScriptedSite site = Full();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], Since = Day(20), Sources = ActivitySources.Default | ActivitySources.CommentEdits });

        Assert.Empty(events);
        Assert.Equal(0, site.Count("/versions"));
    }

    [Fact]
    public async Task Users_are_found_as_authors_and_as_contributors()
    {
        using ScriptedSite site = Full();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], AccountIds = ["kim", "ann"], Sources = ActivitySources.All });

        Assert.Equal(["created:1", "edited:1:2", "task-created:50"], events.Select(static activity => activity.Key));
        Assert.Equal(0, site.Count("v1/analytics"));
    }

    [Fact]
    public async Task A_refused_source_is_a_gap_event_and_the_others_are_read()
    {
        using ScriptedSite site = Full();
        site.Refuse("/pages/1/attachments", HttpStatusCode.Forbidden, "restricted");
        List<RetrievalGap> gaps = [];

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1"], OnGap = gaps.Add });

        ActivityEvent gap = Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap);
        Assert.Same(events[^1], gap);
        Assert.Equal(("The attachments of the page 1", "1", "Plan"), (gap.Gap?.Subject, gap.PageId, gap.Title));
        Assert.Contains("restricted", gap.Gap?.Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (gap.Gap?.Error as ConfluenceApiException)?.StatusCode);
        Assert.Same(gap.Gap, Assert.Single(gaps));
        Assert.Contains(events, static activity => activity.Kind == ActivityKind.Liked);
    }

    [Fact]
    public async Task Analytics_that_are_not_permitted_are_asked_for_once()
    {
        using ScriptedSite site = Full();
        site["/pages/2"] = Plan.Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        site["/pages/3"] = Plan.Replace("\"1\"", "\"3\"", StringComparison.Ordinal);
        site.Refuse("v1/analytics/content/1/views", HttpStatusCode.Forbidden, "com.atlassian.confluence.api.service.exceptions.PermissionException: {\\\"reason\\\":\\\"ViewAnalyticsRestricted\\\"}");

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1", "2", "3"], Sources = ActivitySources.Views, MaxConcurrency = 1 });

        Assert.Equal("The numbers of views of all pages", Assert.Single(events).Gap?.Subject);
        Assert.Equal(1, site.Count("v1/analytics"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_gap()
    {
        using ScriptedSite site = Full();
        site.Refuse("/pages/9", HttpStatusCode.NotFound, "Cannot find a page with id [9]");
        site.Refuse("/blogposts/9", HttpStatusCode.NotFound, "Cannot find a blog post with id [9]");

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["9", "1"] });

        Assert.Equal(("The activity on the page 9", "9"), (events[0].Gap?.Subject, events[0].PageId));
        Assert.Equal("created:1", events[1].Key);
    }

    [Fact]
    public async Task An_id_is_looked_for_among_blog_posts_too_unless_the_kinds_are_named()
    {
        using ScriptedSite site = Full();
        site.Refuse("/pages/9", HttpStatusCode.NotFound, "Cannot find a page with id [9]");
        site["/blogposts/9"] = Plan.Replace("\"1\"", "\"9\"", StringComparison.Ordinal);

        List<ActivityEvent> both = await GetAsync(site, new ActivityOptions { PageIds = ["9"] });
        List<ActivityEvent> pages = await GetAsync(site, new ActivityOptions { PageIds = ["9"], PageKinds = [PageKind.Page] });

        Assert.Contains("created:9", both.Select(static activity => activity.Key));
        Assert.Contains("PageKinds names Page only", Assert.Single(pages).Gap?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_scope_of_one_source_is_told_once_with_its_remedy()
    {
        using ScriptedSite site = Full();
        site["/pages/2"] = Plan.Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        site.Refuse("/tasks?page-id=1", HttpStatusCode.Unauthorized, "Unauthorized; scope does not match");

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageIds = ["1", "2"], MaxConcurrency = 1 });

        RetrievalGap? gap = Assert.Single(events, static activity => activity.Kind == ActivityKind.Gap).Gap;
        Assert.Equal("The tasks of all pages", gap?.Subject);
        Assert.Contains("read:task:confluence", gap?.Reason, StringComparison.Ordinal);
        Assert.Equal(1, site.Count("/tasks"));
        Assert.Contains(events, static activity => activity.Kind == ActivityKind.Liked);
    }

    [Fact]
    public async Task Options_that_exclude_each_other_are_refused()
    {
        using ScriptedSite site = new();
        ActivityOptions[] wrong =
        [
            new() { PageIds = ["1"], SpaceKeys = ["A"] }, new() { PageIds = [""] }, new() { AccountIds = [""] }, new() { Since = Day(2), Until = Day(2) },
            new() { Sources = ActivitySources.None }, new() { SpaceIds = [""] }, new() { PageKinds = [new PageKind("Whiteboard")] },
        ];

        foreach (ActivityOptions options in wrong)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Activity.GetAsync(options, Token));
            Assert.Equal("options", error.ParamName);
            await Assert.ThrowsAsync<ArgumentException>(() => site.Client.Retrieval.Activity.EstimateRequestsAsync(options, Token));
        }

        Assert.Empty(site.Requests);
    }

    internal static ScriptedSite Full()
    {
        ScriptedSite site = new();
        site["/pages/1"] = Plan;
        site["/pages/1/versions"] = """
            {"results":[{"number":3,"authorId":"cid","createdAt":"2026-01-03T00:00:00.5Z","message":"","minorEdit":false,"contributorIds":["cid"]},
             {"number":2,"authorId":"bob","createdAt":"2026-01-02T00:00:00Z","message":"typos","minorEdit":true,"contributorIds":["bob","kim"]},
             {"number":1,"authorId":"ann","createdAt":"2026-01-01T00:00:00Z","message":"","minorEdit":false}],"_links":{}}
            """;
        site["/pages/1/footer-comments"] = """{"results":[{"id":"20","status":"current","version":{"number":1,"authorId":"dan","createdAt":"2026-01-04T00:00:00Z"},"_links":{"webui":"/c"}}],"_links":{}}""";
        site["/footer-comments/20/children"] = """{"results":[{"id":"21","status":"current","version":{"number":2,"authorId":"eve","createdAt":"2026-01-06T00:00:00Z"},"_links":{"webui":"/c"}}],"_links":{}}""";
        site["/footer-comments/21/versions"] = """{"results":[{"number":2,"authorId":"eve","createdAt":"2026-01-06T00:00:00Z","message":"fixed"},{"number":1,"authorId":"eve","createdAt":"2026-01-05T00:00:00Z"}],"_links":{}}""";
        site["/footer-comments/21/versions/1"] = """{"number":1,"authorId":"eve","createdAt":"2026-01-05T00:00:00Z"}""";
        site["/footer-comments/20/likes/users"] = """{"results":[{"accountId":"ivy"}],"_links":{}}""";
        site["/pages/1/inline-comments"] = """{"results":[{"id":"40","status":"current","version":{"number":1,"authorId":"hal","createdAt":"2026-01-11T00:00:00Z"},"_links":{"webui":"/c"}}],"_links":{}}""";
        site["/pages/1/attachments"] = """{"results":[{"id":"att30","status":"current","title":"a.png","createdAt":"2026-01-08T00:00:00Z","version":{"number":2,"authorId":"gil","createdAt":"2026-01-09T00:00:00Z"},"_links":{"webui":"/a"}}],"_links":{}}""";
        site["/attachments/att30/versions"] = """{"results":[{"number":2,"authorId":"gil","createdAt":"2026-01-09T00:00:00Z"},{"number":1,"authorId":"fay","createdAt":"2026-01-08T00:00:00Z"}],"_links":{}}""";
        site["/tasks?page-id=1"] = """{"results":[{"id":"50","status":"complete","pageId":"1","createdBy":"ann","createdAt":"2026-01-07T00:00:00Z","completedBy":"bob","completedAt":"2026-01-10T00:00:00Z"}],"_links":{}}""";
        site["/pages/1/likes/users"] = """{"results":[{"accountId":"joe"}],"_links":{}}""";
        site["v1/analytics/content/1/views"] = """{"id":1,"count":12}""";
        site["v1/analytics/content/1/viewers"] = """{"id":1,"count":5}""";
        return site;
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static async Task<List<ActivityEvent>> GetAsync(ScriptedSite site, ActivityOptions options) =>
        await site.Client.Retrieval.Activity.GetAsync(options, Token).ToListAsync(Token);
}
