using System.Globalization;
using Confluence.Generated.Retrieval;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>Activity, compared event by event with what the sandbox knows to be true.</summary>
public sealed class TruthTests
{
    private static readonly PageKind[] s_both = [PageKind.Page, PageKind.BlogPost];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_happened_is_given_once()
    {
        await using TestSite site = await TestSite.StartAsync();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageKinds = s_both, Sources = ActivitySources.All, MaxConcurrency = 8 });

        AssertTold(Expected(site), events);
    }

    [Fact]
    public async Task Faults_lose_nothing_and_double_nothing()
    {
        await using TestSite site = await TestSite.StartAsync(
            static options => options.Faults = new SandboxFaults
            {
                TooManyRequests = 0.05, TooManyRequestsWithoutRetryAfter = 0.05, Unavailable = 0.05, UnavailableWithoutRetryAfter = 0.05, ResetBeforeAnswer = 0.05,
                ClosedInBody = 0.05, Slow = 0.05, TruncatedBody = 0.05, HtmlAsJson = 0.05,
                RetryAfter = TimeSpan.Zero, Delay = TimeSpan.FromMilliseconds(5), MaximumInARow = 6,
            },
            static options =>
            {
                options.Retry.MaxRetries = 6;
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            });

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageKinds = s_both, Sources = ActivitySources.All });

        AssertTold(Expected(site), events);
        Assert.All(Enum.GetValues<SandboxFault>(), fault => Assert.Contains(site.Sandbox.Requests, request => request.Fault == fault));
    }

    [Fact]
    public async Task A_period_gives_what_happened_in_it_and_looks_only_where_something_changed()
    {
        await using TestSite site = await TestSite.StartAsync(static options => options.Pages = 200);
        DateTimeOffset[] times = [.. Expected(site).Where(static line => line.At is not null).Select(static line => line.At ?? default).Order()];
        DateTimeOffset since = times[times.Length * 9 / 10];
        DateTimeOffset until = times[times.Length * 95 / 100];

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageKinds = s_both, Since = since, Until = until, Sources = ActivitySources.Default | ActivitySources.CommentEdits });

        // The search does not know archived pages, as the documentation of Since says.
        HashSet<string> found = [.. site.Truth.CurrentPageIds, .. site.Truth.BlogPostIds];
        AssertTold(Expected(site).Where(line => line.At >= since && line.At < until && found.Contains(line.PageId)), events);
        Assert.NotEmpty(events);
        Assert.InRange(site.Requests.Count(static request => request.Contains("/versions?limit=250", StringComparison.Ordinal) && request.StartsWith("GET /pages", StringComparison.Ordinal)), 1, 150);
    }

    [Fact]
    public async Task Users_are_given_what_they_did()
    {
        await using TestSite site = await TestSite.StartAsync();
        string busy = Expected(site).Where(static line => line.Actor is not null && line.At is not null).GroupBy(static line => line.Actor).MaxBy(static group => group.Count())?.Key ?? "";

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageKinds = s_both, AccountIds = [busy] });

        HashSet<string> found = [.. site.Truth.CurrentPageIds, .. site.Truth.BlogPostIds];
        HashSet<string?> pages = [.. events.Select(static activity => activity.PageId)];
        AssertTold(
            Expected(site).Where(line => line.Actor == busy && found.Contains(line.PageId) && line.Kind is not "CommentEdited" and not "CommentLiked" and not "Viewed"
                && (line.Kind != "Liked" || pages.Contains(line.PageId))),
            events);
    }

    [Fact]
    public async Task A_space_gives_its_own()
    {
        await using TestSite site = await TestSite.StartAsync();
        string key = site.Truth.SpaceKeys.Last();

        List<ActivityEvent> events = await GetAsync(site, new ActivityOptions { PageKinds = s_both, SpaceKeys = [key], Sources = ActivitySources.All });

        HashSet<string> own = [.. site.Truth.PageIdsInSpace(key), .. site.Truth.BlogPostIdsInSpace(key)];
        AssertTold(Expected(site).Where(line => own.Contains(line.PageId)), events);
    }

    private static async Task<List<ActivityEvent>> GetAsync(TestSite site, ActivityOptions options) =>
        await site.Client.Retrieval.Activity.GetAsync(options, Token).ToListAsync(Token);

    private static void AssertTold(IEnumerable<Line> expected, IEnumerable<ActivityEvent> events) => Assert.Equal(
        expected.Select(static line => line.ToString()).Order(StringComparer.Ordinal),
        events.Select(static activity => new Line(activity.Kind.Value, activity.PageId ?? "", activity.ActorId, activity.At, IdOf(activity), activity.Version).ToString()).Order(StringComparer.Ordinal));

    private static string? IdOf(ActivityEvent activity) => activity.CommentId ?? activity.AttachmentId ?? activity.TaskId ?? (activity.Kind == ActivityKind.Viewed ? $"{activity.Views}/{activity.Viewers}" : null);

    private static IEnumerable<Line> Expected(TestSite site) => site.Truth.PageIds.Concat(site.Truth.BlogPostIds).SelectMany(id => Expected(site.Truth, id));

    private static IEnumerable<Line> Expected(SandboxTruth truth, string id)
    {
        foreach (SandboxVersion version in truth.Versions(id))
        {
            yield return new Line(version.Number == 1 ? "Created" : "Edited", id, version.AuthorId, version.CreatedAt, null, version.Number);
        }

        foreach (SandboxComment comment in truth.Comments(id))
        {
            foreach (SandboxVersion version in comment.Versions)
            {
                yield return new Line(version.Number > 1 ? "CommentEdited" : comment.ParentId is null ? "Commented" : "Replied", id, version.AuthorId, version.CreatedAt, comment.Id, version.Number);
            }

            foreach (string liker in comment.Likes)
            {
                yield return new Line("CommentLiked", id, liker, null, comment.Id, null);
            }
        }

        foreach (SandboxAttachment attachment in truth.Attachments(id).Where(static attachment => attachment.Status != "trashed"))
        {
            foreach (SandboxVersion version in attachment.Versions)
            {
                yield return new Line("Attached", id, version.AuthorId, version.CreatedAt, attachment.Id, version.Number);
            }
        }

        foreach (SandboxTask task in truth.Tasks(id))
        {
            yield return new Line("TaskCreated", id, task.CreatedBy, task.CreatedAt, task.Id, null);
            if (task.IsComplete)
            {
                yield return new Line("TaskCompleted", id, task.CompletedBy, task.CompletedAt, task.Id, null);
            }
        }

        foreach (string liker in truth.PageLikes(id))
        {
            yield return new Line("Liked", id, liker, null, null, null);
        }

        yield return new Line("Viewed", id, null, null, $"{truth.PageViews(id)}/{truth.PageViewers(id)}", null);
    }

    private sealed record Line(string Kind, string PageId, string? Actor, DateTimeOffset? At, string? Id, int? Version)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PageId} {At?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff} {Kind} {Id} {Version} {Actor}");
    }
}
