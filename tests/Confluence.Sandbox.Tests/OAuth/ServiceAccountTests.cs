using System.Net;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed class ServiceAccountTests
{
    [Fact]
    public async Task A_service_account_gets_an_access_token_of_its_scopes_without_a_refresh_token()
    {
        await using OAuthSession session = await StartAsync();

        Answer answer = await session.TokenAsync(("grant_type", "client_credentials"));

        Assert.Equal(["access_token", "expires_in", "token_type", "scope"], answer.Json.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("read:page:confluence read:space:confluence", "no-store"), (OAuthSession.Text(answer, "scope"), answer.Headers["Cache-Control"]));
        Assert.Equal(0, session.Sandbox.Grants.LiveFamilies);
        (string token, _) = OAuthSession.Tokens(answer);
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync("wiki/api/v2/spaces", token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtSiteAsync("wiki/api/v2/spaces", token)).Status);
        session.Time.Now = session.Time.Now.AddHours(1);
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtGatewayAsync("wiki/api/v2/spaces", token)).Status);
    }

    [Fact]
    public async Task It_may_ask_for_some_of_its_scopes()
    {
        await using OAuthSession session = await StartAsync();

        Answer answer = await session.TokenAsync(("grant_type", "client_credentials"), ("scope", "read:page:confluence offline_access"));

        Assert.Equal("read:page:confluence", OAuthSession.Text(answer, "scope"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtGatewayAsync("wiki/api/v2/spaces", OAuthSession.Tokens(answer).Access)).Status);
        Assert.Equal(
            (400, "invalid_scope"),
            OAuthSession.Refusal(await session.TokenAsync(("grant_type", "client_credentials"), ("scope", "write:page:confluence"))));
    }

    [Fact]
    public async Task Another_app_may_not()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Equal((403, "unauthorized_client"), OAuthSession.Refusal(await session.TokenAsync(("grant_type", "client_credentials"))));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        await using OAuthSession session = await StartAsync();

        Assert.Equal((401, "access_denied"), OAuthSession.Refusal(await session.TokenAsync(("grant_type", "client_credentials"), ("client_secret", "wrong"))));
    }

    private static Task<OAuthSession> StartAsync() => OAuthSession.StartAsync(static app =>
    {
        app.IsServiceAccount = true;
        app.Scopes.Add("read:page:confluence");
        app.Scopes.Add("read:space:confluence");
    });
}
