using System.Net;

namespace Confluence.Sandbox.Tests.Rules;

/// <summary>Losing the credential, the site or the quota in the middle of what is being done.</summary>
public sealed class LossTests
{
    private const string V2 = "/wiki/api/v2/spaces";
    private const string V1 = "/wiki/rest/api/user/current";

    [Fact]
    public async Task A_credential_dies_after_some_requests()
    {
        await using SandboxSession session = await StartAsync(new SandboxRule("*", "/wiki/**", SandboxAnswer.CredentialRefused) { After = 3 });
        foreach (string path in (string[])[V2, V1, V2])
        {
            Assert.Equal(HttpStatusCode.OK, (await session.SendAsync(HttpMethod.Get, path)).Status);
        }

        Answer v2 = await session.SendAsync(HttpMethod.Get, V2);
        Answer v1 = await session.SendAsync(HttpMethod.Get, V1);

        Assert.Equal((HttpStatusCode.NotFound, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}"""), (v2.Status, v2.Text));
        Assert.Equal((HttpStatusCode.Forbidden, """{"message":"Current user not permitted to use Confluence","statusCode":403}"""), (v1.Status, v1.Text));
    }

    [Fact]
    public async Task A_site_goes_away_and_comes_back()
    {
        SandboxRule gone = new("*", "/wiki/**", SandboxAnswer.SiteUnavailable);
        await using SandboxSession session = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync(HttpMethod.Get, V2)).Status);

        session.Sandbox.AddRule(gone);

        foreach (string path in (string[])[V2, V1])
        {
            Answer answer = await session.SendAsync(HttpMethod.Get, path);
            Assert.Equal((HttpStatusCode.NotFound, """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}"""), (answer.Status, answer.Text));
            Assert.Equal("true", answer.Headers["Atl-Missing-Tcs"]);
        }

        Assert.True(session.Sandbox.RemoveRule(gone));
        Assert.False(session.Sandbox.RemoveRule(gone));
        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync(HttpMethod.Get, V2)).Status);
    }

    [Fact]
    public async Task A_quota_ends_for_some_requests_and_says_how_long()
    {
        await using SandboxSession session = await StartAsync(
            new SandboxRule("GET", V2, SandboxAnswer.RateLimited(TimeSpan.FromSeconds(74.2))) { After = 1, Times = 2 });

        List<(HttpStatusCode Status, string? Wait, string? Reason)> answers = [];
        for (int request = 0; request < 4; request++)
        {
            Answer answer = await session.SendAsync(HttpMethod.Get, V2);
            answers.Add((answer.Status, answer.Headers.GetValueOrDefault("Retry-After"), answer.Headers.GetValueOrDefault("RateLimit-Reason")));
        }

        (HttpStatusCode, string?, string?) limited = (HttpStatusCode.TooManyRequests, "75", "confluence-quota-tenant-based");
        Assert.Equal([(HttpStatusCode.OK, null, null), limited, limited, (HttpStatusCode.OK, null, null)], answers);
    }

    [Fact]
    public async Task A_rule_counts_only_what_fits_it()
    {
        await using SandboxSession session = await StartAsync(new SandboxRule("GET", V1, SandboxAnswer.Forbidden) { After = 1 });

        List<HttpStatusCode> statuses = [];
        foreach (string path in (string[])[V2, V2, V1, V2, V1, V2])
        {
            statuses.Add((await session.SendAsync(HttpMethod.Get, path)).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Numbers_out_of_range_are_refused()
    {
        SandboxOptions options = new();
        options.Rules.Add(new SandboxRule("GET", V2, SandboxAnswer.Forbidden) { After = -1 });
        Assert.Contains("SandboxOptions.Rules[0].After is -1", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => SandboxAnswer.RateLimited(TimeSpan.FromSeconds(-1)));
        await using SandboxSession session = await StartAsync();
        Assert.Contains(
            "SandboxRule.Times is 0",
            Assert.Throws<ArgumentException>(() => session.Sandbox.AddRule(new SandboxRule("GET", V2, SandboxAnswer.Forbidden) { Times = 0 })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_purged_is_refused_like_a_credential_and_one_that_never_was_by_its_id()
    {
        await using SandboxSession session = await StartAsync();
        string id = session.Truth.CurrentPageIds.Last();
        Assert.Equal(HttpStatusCode.NoContent, (await session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);

        foreach (string path in (string[])[id, id + "/labels", id + "/versions"])
        {
            Answer purged = await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages/" + path);
            Assert.Equal((HttpStatusCode.NotFound, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}"""), (purged.Status, purged.Text));
        }

        Assert.Equal("Cannot find a page with id [9]", (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages/9")).Error.GetProperty("title").GetString());
    }

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
