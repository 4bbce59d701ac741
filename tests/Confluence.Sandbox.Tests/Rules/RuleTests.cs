using System.Net;

namespace Confluence.Sandbox.Tests.Rules;

public sealed class RuleTests
{
    [Fact]
    public async Task A_rule_refuses_what_it_names_and_nothing_else()
    {
        string page;
        await using (ConfluenceSandbox any = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 20 }, TestContext.Current.CancellationToken))
        {
            page = any.Truth.PageIds.First();
        }

        await using SandboxSession session = await StartAsync(
            new SandboxRule("get", $"/wiki/api/v2/pages/{page}/footer-comments", SandboxAnswer.Forbidden),
            new SandboxRule("GET", "/wiki/api/v2/pages/*/likes/**", SandboxAnswer.NotFound),
            new SandboxRule("*", "/wiki/rest/api/group/**", SandboxAnswer.Forbidden));

        Answer comments = await session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{page}/footer-comments");
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (comments.Status, comments.Error.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await session.SendAsync(HttpMethod.Get, $"{session.Sandbox.GatewayAddress.AbsolutePath}/wiki/api/v2/pages/{page}/footer-comments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{page}/likes/users")).Status);
        Answer groups = await session.SendAsync(HttpMethod.Get, "/wiki/rest/api/group");
        Assert.Equal((HttpStatusCode.Forbidden, 403), (groups.Status, groups.Json.GetProperty("statusCode").GetInt32()));

        Assert.NotEmpty(await session.GetTextAsync($"/wiki/api/v2/pages/{page}"));
        Assert.NotEmpty(await session.GetTextAsync($"/wiki/api/v2/pages/{page}/inline-comments"));
        Assert.NotEmpty(await session.GetTextAsync($"/wiki/api/v2/pages/{session.Truth.PageIds.Last()}/footer-comments"));
    }

    [Fact]
    public async Task A_rule_may_end_after_some_requests_and_the_next_one_that_fits_goes_on()
    {
        await using SandboxSession session = await StartAsync(
            new SandboxRule("GET", "/wiki/api/v2/spaces", SandboxAnswer.Forbidden) { Times = 2 },
            new SandboxRule("GET", "/wiki/api/v2/spaces", new SandboxAnswer(503, "later", "application/json") { Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } }) { Times = 1 });

        List<HttpStatusCode> statuses = [];
        for (int request = 0; request < 4; request++)
        {
            Answer answer = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces");
            statuses.Add(answer.Status);
            if (answer.Status == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal(("later", "application/json", "7"), (answer.Text, answer.MediaType, answer.Headers["Retry-After"]));
            }
        }

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task A_refused_write_changes_nothing()
    {
        await using SandboxSession session = await StartAsync(new SandboxRule("POST", "/wiki/api/v2/pages", SandboxAnswer.ConcurrentWrite));

        Assert.Equal(HttpStatusCode.Conflict, (await session.CreatePageAsync(session.Truth.SpaceIds.First(), "Never made")).Status);
        Assert.Equal(0, session.Truth.ChangedPageCount);
    }

    [Fact]
    public async Task A_wrong_credential_is_told_before_a_rule()
    {
        await using SandboxSession session = await StartAsync(new SandboxRule("*", "/wiki/**", SandboxAnswer.Forbidden));

        Assert.Equal(HttpStatusCode.Forbidden, (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces")).Status);
        session.Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.NotFound, (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces")).Status);
    }

    public static TheoryData<SandboxAnswer, int, string> Answers => new()
    {
        { SandboxAnswer.AnalyticsRestricted, 403, "ViewAnalyticsRestricted" },
        { SandboxAnswer.RestrictionsNotInPlan, 403, "PermissionException" },
        { SandboxAnswer.RolesOnly, 400, "InvalidRbacOperationException" },
        { SandboxAnswer.ConcurrentWrite, 409, "OptimisticLockException" },
        { SandboxAnswer.Removed, 410, "This deprecated endpoint has been removed" },
        { SandboxAnswer.NoSuchRoute, 404, "<!DOCTYPE html>" },
        { SandboxAnswer.AttachmentExists("a.png"), 400, "same file name as an existing attachment: a.png" },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task The_answers_have_the_status_and_words_of_Confluence(SandboxAnswer answer, int status, string words)
    {
        await using SandboxSession session = await StartAsync(new SandboxRule("GET", "/wiki/rest/api/group", answer));

        Answer given = await session.SendAsync(HttpMethod.Get, "/wiki/rest/api/group");

        Assert.Equal((status, status), ((int)given.Status, answer.Status));
        Assert.Contains(words, given.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/rest/api/group", "must begin with /wiki/")]
    [InlineData("GET", "/wiki/api/v2/pages?limit=1", "have no query")]
    [InlineData("GET", "/wiki/**/pages", "** before its end")]
    [InlineData("G T", "/wiki/**", "'G T' is no method")]
    [InlineData("", "/wiki/**", "'' is no method")]
    public void A_rule_that_could_never_fit_is_refused(string method, string path, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new SandboxRule(method, path, SandboxAnswer.Forbidden)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_status_that_is_none_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(static () => new SandboxAnswer(99));

    private static Task<SandboxSession> StartAsync(params SandboxRule[] rules)
    {
        SandboxOptions options = new() { Pages = 20 };
        foreach (SandboxRule rule in rules)
        {
            options.Rules.Add(rule);
        }

        return SandboxSession.StartAsync(options);
    }
}
