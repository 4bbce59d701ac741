using System.Net;

namespace Confluence.Sandbox.Tests.V1;

public sealed class AnalyticsTests
{
    [Fact]
    public async Task Views_and_viewers_are_those_of_the_truth()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 30 });

        foreach (string page in session.Truth.PageIds)
        {
            Assert.Equal(session.Truth.PageViews(page), await CountAsync(session, $"{page}/views"));
            Assert.Equal(session.Truth.PageViewers(page), await CountAsync(session, $"{page}/viewers"));
            Assert.InRange(session.Truth.PageViewers(page), 0, Math.Min(session.Truth.UserCount, session.Truth.PageViews(page)));
        }

        Assert.True(session.Truth.PageIds.Max(page => session.Truth.PageViews(page)) > 20);
    }

    [Fact]
    public async Task A_first_day_leaves_out_the_views_before_it()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 30 });
        string page = session.Truth.PageIds.MaxBy(page => session.Truth.PageViews(page)) ?? "";
        DateTimeOffset day = new(2024, 9, 1, 0, 0, 0, TimeSpan.Zero);

        int since = await CountAsync(session, $"{page}/views?fromDate=2024-09-01");

        Assert.Equal(session.Truth.PageViews(page, day), since);
        Assert.Equal(since, await CountAsync(session, $"{page}/views?fromDate=2024-09-01T02:00:00.000%2B02:00"));
        Assert.Equal(session.Truth.PageViewers(page, day), await CountAsync(session, $"{page}/viewers?fromDate=2024-09-01"));
        Assert.Equal(0, await CountAsync(session, $"{page}/views?fromDate=2030-01-01"));
    }

    [Fact]
    public async Task Without_the_permission_the_reason_is_told()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 3, AnalyticsPermitted = false });

        Answer answer = await session.SendAsync(HttpMethod.Get, $"/wiki/rest/api/analytics/content/{session.Truth.PageIds.First()}/views");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.EndsWith("""PermissionException: {"reason":"ViewAnalyticsRestricted"}""", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9/views", 404)]
    [InlineData("x/viewers", 404)]
    [InlineData("{page}/views?fromDate=yesterday", 400)]
    public async Task What_cannot_be_counted_is_refused(string path, int status)
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 3 });
        path = path.Replace("{page}", session.Truth.PageIds.First(), StringComparison.Ordinal);

        Assert.Equal(status, (int)(await session.SendAsync(HttpMethod.Get, "/wiki/rest/api/analytics/content/" + path)).Status);
    }

    [Fact]
    public async Task A_page_that_was_just_created_has_no_views()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 3 });
        string id = (await session.CreatePageAsync(session.Truth.SpaceIds.First(), "New")).Json.GetProperty("id").GetString() ?? "";

        Assert.Equal(0, await CountAsync(session, $"{id}/views"));
    }

    private static async Task<int> CountAsync(SandboxSession session, string path) =>
        (await session.GetAsync("/wiki/rest/api/analytics/content/" + path)).GetProperty("count").GetInt32();
}
