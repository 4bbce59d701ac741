using System.Net;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed class RefreshTests
{
    private const string Replaced = """{"error":"unauthorized_client","error_description":"refresh_token is invalid"}""";

    [Fact]
    public async Task Each_use_gives_new_tokens_of_the_same_scopes()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (string Access, string Refresh) first = await session.TokensAsync();

        Answer answer = await session.RefreshAsync(first.Refresh);

        (string Access, string Refresh) second = OAuthSession.Tokens(answer);
        Assert.Equal((OAuthSession.Scope, "no-store"), (OAuthSession.Text(answer, "scope"), answer.Headers["Cache-Control"]));
        Assert.Equal(4, new[] { first.Access, first.Refresh, second.Access, second.Refresh }.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync("wiki/api/v2/pages", first.Access)).Status); // It has not ended.
        OAuthSession.Tokens(await session.RefreshAsync(second.Refresh));
        Assert.Equal(1, session.Sandbox.Grants.LiveFamilies);
    }

    [Fact]
    public async Task Using_a_replaced_token_ends_its_family_alone()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (_, string first) = await session.TokensAsync();
        (_, string other) = await session.TokensAsync();
        (string access, string second) = OAuthSession.Tokens(await session.RefreshAsync(first));

        Answer reuse = await session.RefreshAsync(first);

        Assert.Equal((403, "unauthorized_client"), OAuthSession.Refusal(reuse));
        Assert.Equal(Replaced, reuse.Text);
        Assert.Equal(1, session.Sandbox.Grants.LiveFamilies);
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(second)));
        Assert.Equal(Replaced, (await session.RefreshAsync(first)).Text);
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync("wiki/api/v2/pages", access)).Status); // It lasts until its end.
        OAuthSession.Tokens(await session.RefreshAsync(other));
    }

    [Fact]
    public async Task On_order_a_replaced_token_is_refused_and_its_family_lives_on()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.ReuseRevokesFamily = false);
        (_, string first) = await session.TokensAsync();
        (_, string second) = OAuthSession.Tokens(await session.RefreshAsync(first));

        Assert.Equal(Replaced, (await session.RefreshAsync(first)).Text);

        OAuthSession.Tokens(await session.RefreshAsync(second));
    }

    [Fact]
    public async Task A_token_that_nobody_uses_ends_after_ninety_days_and_each_use_begins_them_anew()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (_, string token) = await session.TokensAsync();
        for (int use = 0; use < 2; use++)
        {
            session.Time.Now = session.Time.Now.AddDays(90).AddSeconds(-1);
            (_, token) = OAuthSession.Tokens(await session.RefreshAsync(token));
        }

        session.Time.Now = session.Time.Now.AddDays(90);

        Assert.Equal(0, session.Sandbox.Grants.LiveFamilies);
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(token)));
    }

    [Fact]
    public async Task The_idle_time_is_an_option()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.RefreshTokenIdleLifetime = TimeSpan.FromHours(2));
        (_, string token) = await session.TokensAsync();
        session.Time.Now = session.Time.Now.AddHours(2);

        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(token)));
    }

    [Theory]
    [InlineData("never-given", 403, "invalid_grant")]
    [InlineData(null, 400, "invalid_request")]
    public async Task A_token_that_was_never_given_is_unknown(string? token, int status, string error)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Equal((status, error), OAuthSession.Refusal(await session.RefreshAsync("", ("refresh_token", token))));
    }

    [Fact]
    public async Task A_wrong_secret_and_another_app_get_nothing_and_end_nothing()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: static options => options.Apps.Add(new SandboxApp("client-2", "other-secret")));
        (_, string token) = await session.TokensAsync();

        Assert.Equal((401, "access_denied"), OAuthSession.Refusal(await session.RefreshAsync(token, ("client_secret", "wrong"))));
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(token, ("client_id", "client-2"), ("client_secret", "other-secret"))));

        OAuthSession.Tokens(await session.RefreshAsync(token));
    }

    [Fact]
    public async Task Of_many_who_use_a_token_at_once_one_wins_and_the_family_ends()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (_, string token) = await session.TokensAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => session.RefreshAsync(token)));

        Answer winner = Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(static answer => answer.Text == Replaced));
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RefreshAsync(OAuthSession.Tokens(winner).Refresh)));
        Assert.Equal(17, session.Sandbox.Grants.TokenRequests["refresh_token"]);
    }
}
