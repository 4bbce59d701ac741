using System.Net;

namespace Confluence.Sandbox.Tests.Quota;

public sealed class QuotaTests
{
    private readonly TestTime _time = new(new DateTimeOffset(2026, 11, 2, 10, 17, 30, TimeSpan.Zero));

    [Fact]
    public async Task Without_the_option_no_answer_tells_a_quota()
    {
        await using SandboxSession session = await SandboxSession.StartAsync();

        Answer answer = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=1");

        Assert.DoesNotContain(answer.Headers.Keys, static name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("GET", "/wiki/api/v2/pages?limit=5", 6)]
    [InlineData("GET", "/wiki/api/v2/pages/{page}", 2)]
    [InlineData("GET", "/wiki/api/v2/spaces?limit=2", 3)]
    [InlineData("GET", "/wiki/rest/api/search/user?cql=type%3Duser&limit=4", 9)]
    [InlineData("GET", "/wiki/rest/api/group", 7)]
    [InlineData("GET", "/wiki/rest/api/user/current", 3)]
    [InlineData("GET", "/wiki/api/v2/pages/9", 1)]
    [InlineData("PUT", "/wiki/api/v2/pages/{page}/title", 1)]
    public async Task Each_answer_tells_what_is_left_after_it(string method, string path, int cost)
    {
        await using SandboxSession session = await StartAsync(100);
        path = path.Replace("{page}", session.Truth.PageIds.ElementAt(5), StringComparison.Ordinal);

        Answer answer = await session.SendAsync(new HttpMethod(method), path, method == "PUT" ? """{"status":"current","title":"Another title"}""" : null);

        Assert.Equal("100", answer.Headers["X-RateLimit-Limit"]);
        Assert.Equal($"{100 - cost}", answer.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("2026-11-02T11:00:00Z", answer.Headers["X-RateLimit-Reset"]);
        Assert.Equal("false", answer.Headers["X-RateLimit-NearLimit"]);
    }

    [Fact]
    public async Task When_the_points_are_used_up_the_caller_waits_for_the_next_window()
    {
        await using SandboxSession session = await StartAsync(10);
        Answer last = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=20");
        Assert.Equal(HttpStatusCode.OK, last.Status);
        Assert.Equal(("0", "true"), (last.Headers["X-RateLimit-Remaining"], last.Headers["X-RateLimit-NearLimit"]));

        Answer refused = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=20");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("2550", refused.Headers["Retry-After"]);
        Assert.Equal("confluence-quota-tenant-based", refused.Headers["RateLimit-Reason"]);
        Assert.Equal("0", refused.Headers["X-RateLimit-Remaining"]);
        Assert.Equal(0, session.Truth.ChangedPageCount);

        _time.Now = new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero);
        Answer next = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=4");
        Assert.Equal((HttpStatusCode.OK, "5", "2026-11-02T12:00:00Z"), (next.Status, next.Headers["X-RateLimit-Remaining"], next.Headers["X-RateLimit-Reset"]));
    }

    [Fact]
    public async Task A_refused_write_changes_nothing()
    {
        await using SandboxSession session = await StartAsync(1);
        await session.GetTextAsync("/wiki/api/v2/pages/" + session.Truth.PageIds.First());

        Answer refused = await session.CreatePageAsync(session.Truth.SpaceIds.First(), "Never made");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(0, session.Truth.ChangedPageCount);
    }

    [Fact]
    public async Task Near_the_end_an_answer_warns()
    {
        await using SandboxSession session = await StartAsync(10);

        Assert.Equal("false", (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages?limit=7")).Headers["X-RateLimit-NearLimit"]);
        Assert.Equal("true", (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages/9")).Headers["X-RateLimit-NearLimit"]);
    }

    [Fact]
    public async Task Each_credential_has_points_of_its_own_and_a_stranger_none()
    {
        await using SandboxSession session = await StartAsync(1, SandboxCredential.ApiToken("other@example.com", "other-token"));
        await session.GetTextAsync("/wiki/api/v2/pages");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages")).Status);

        Answer other = await session.SendAsync(
            HttpMethod.Get, "/wiki/api/v2/pages", change: static request => request.Headers.Authorization = SandboxSession.Basic("other@example.com", "other-token"));
        Answer stranger = await session.SendAsync(
            HttpMethod.Get, "/wiki/api/v2/pages", change: static request => request.Headers.Authorization = SandboxSession.Basic("other@example.com", "wrong"));

        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.DoesNotContain("X-RateLimit-Limit", stranger.Headers.Keys);
    }

    [Fact]
    public async Task Counting_does_not_change_an_answer()
    {
        await using SandboxSession counted = await StartAsync(10_000);
        await using SandboxSession plain = await SandboxSession.StartAsync(new SandboxOptions { SiteAddress = new Uri("https://site.example") });
        foreach (string path in (string[])["/wiki/api/v2/pages?body-format=storage&limit=100", "/wiki/rest/api/group", "/wiki/api/v2/pages/9"])
        {
            Answer expected = await plain.SendAsync(HttpMethod.Get, path);
            Answer actual = await counted.SendAsync(HttpMethod.Get, path);
            Assert.Equal((expected.Status, expected.MediaType, expected.Text), (actual.Status, actual.MediaType, actual.Text));
        }
    }

    private Task<SandboxSession> StartAsync(int points, params SandboxCredential[] credentials)
    {
        SandboxOptions options = new() { SiteAddress = new Uri("https://site.example"), Quota = new SandboxQuota { Points = points }, TimeProvider = _time };
        foreach (SandboxCredential credential in credentials)
        {
            options.Credentials.Add(credential);
        }

        return SandboxSession.StartAsync(options);
    }
}
