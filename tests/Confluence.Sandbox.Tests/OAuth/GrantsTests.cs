using System.Net;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed class GrantsTests
{
    [Fact]
    public async Task Requests_for_tokens_are_counted_by_their_grant_type_refused_ones_too()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], session.Sandbox.Grants.TokenRequests.Keys.Order());
        Assert.All(session.Sandbox.Grants.TokenRequests.Values, static count => Assert.Equal(0, count));

        (_, string refresh) = await session.TokensAsync();
        await session.RefreshAsync(refresh);
        await session.RefreshAsync("never-given");
        await session.TokenAsync(("grant_type", "client_credentials"), ("client_secret", "wrong"));
        await session.TokenAsync(("grant_type", "password"));

        Assert.Equal(
            [("authorization_code", 1), ("client_credentials", 1), ("refresh_token", 2)],
            session.Sandbox.Grants.TokenRequests.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Taking_everything_back_ends_codes_and_tokens_of_one_app()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: static options =>
            options.Apps.Add(new SandboxApp("client-2", "other-secret") { IsServiceAccount = true, Scopes = { "read:page:confluence" } }));
        string code = await session.CodeAsync();
        (string access, string refresh) = await session.TokensAsync();
        (string other, _) = OAuthSession.Tokens(await session.TokenAsync(("grant_type", "client_credentials"), ("client_id", "client-2"), ("client_secret", "other-secret")));

        session.Sandbox.Grants.RevokeAll(OAuthSession.ClientId);

        Assert.Equal(0, session.Sandbox.Grants.LiveFamilies);
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RedeemAsync(code)));
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(refresh)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtGatewayAsync("wiki/api/v2/pages", access)).Status);
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync("wiki/api/v2/pages", other)).Status);
        await session.TokensAsync();
        Assert.Equal(1, session.Sandbox.Grants.LiveFamilies);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_named()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Contains("'client-9'", Assert.Throws<ArgumentException>(() => session.Sandbox.Grants.RevokeAll("client-9")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_in_the_log_without_a_secret()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (_, string refresh) = await session.TokensAsync();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "refresh_token" });
        await session.SendAsync(HttpMethod.Post, $"/oauth/token?client_secret={OAuthSession.Secret}&refresh_token={refresh}", form);

        Assert.Equal(
            [$"GET /authorize{OAuthSession.Query()} → 302", "POST /oauth/token → 200", "POST /oauth/token → 400"],
            session.Sandbox.Requests.Select(static request => request.ToString()));
        Assert.All(session.Sandbox.Requests, static request => Assert.True(request.IsAuthorization));
    }

    [Fact]
    public async Task A_rule_may_answer_requests_for_tokens()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (_, string refresh) = await session.TokensAsync();
        session.Sandbox.AddRule(new SandboxRule("POST", "/oauth/token", new SandboxAnswer(502, "<html></html>", "text/html")) { Times = 1 });

        Answer first = await session.RefreshAsync(refresh);

        Assert.Equal((HttpStatusCode.BadGateway, "<html></html>"), (first.Status, first.Text));
        Assert.Equal(0, session.Sandbox.Grants.TokenRequests["refresh_token"]);
        OAuthSession.Tokens(await session.RefreshAsync(refresh));
    }

    [Theory]
    [InlineData(false, SandboxFaultedWrites.AfterChange)]
    [InlineData(true, SandboxFaultedWrites.None)]
    [InlineData(true, SandboxFaultedWrites.BeforeChange)]
    [InlineData(true, SandboxFaultedWrites.AfterChange)]
    public async Task Faults_strike_requests_for_tokens_on_order_alone(bool strikes, SandboxFaultedWrites writes)
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: options =>
            options.Faults = new SandboxFaults { Unavailable = 1, Writes = writes, StrikesTokens = strikes });

        Answer answer = await session.RedeemAsync(await session.CodeAsync());

        Assert.Equal(strikes ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, answer.Status);
        Assert.Equal(strikes ? SandboxFault.Unavailable : null, session.Sandbox.Requests[^1].Fault);
        Assert.Equal(!strikes || writes == SandboxFaultedWrites.AfterChange ? 1 : 0, session.Sandbox.Grants.LiveFamilies); // What was given may be lost.
    }

    [Theory]
    [InlineData(SandboxFaultedWrites.BeforeChange, false)]
    [InlineData(SandboxFaultedWrites.AfterChange, true)]
    public async Task An_answer_with_tokens_is_spoiled_only_where_answers_may_be_lost(SandboxFaultedWrites writes, bool spoiled)
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: options =>
            options.Faults = new SandboxFaults { HtmlAsJson = 1, Writes = writes, StrikesTokens = true });

        Answer answer = await session.RedeemAsync(await session.CodeAsync());

        Assert.Equal(spoiled, answer.Text.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal));
    }
}
