using System.Net;
using System.Net.Http.Headers;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed class CodeTests
{
    private const string OtherId = "client-2";

    [Fact]
    public async Task A_code_gives_an_access_token_and_with_offline_access_a_refresh_token()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.RedeemAsync(await session.CodeAsync());

        Assert.Equal((HttpStatusCode.OK, "application/json", "no-store"), (answer.Status, answer.MediaType, answer.Headers["Cache-Control"]));
        Assert.Equal(["access_token", "expires_in", "token_type", "scope", "refresh_token"], answer.Json.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(3600, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(("Bearer", OAuthSession.Scope), (OAuthSession.Text(answer, "token_type"), OAuthSession.Text(answer, "scope")));
    }

    [Fact]
    public async Task Without_offline_access_there_is_no_refresh_token()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.AccessTokenLifetime = TimeSpan.FromMinutes(5));

        Answer answer = await session.RedeemAsync(await session.CodeAsync(("scope", "read:page:confluence")));

        Assert.Equal(["access_token", "expires_in", "token_type", "scope"], answer.Json.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(300, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(0, session.Sandbox.Grants.LiveFamilies);
    }

    [Fact]
    public async Task A_form_is_as_good_as_json()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.TokenFormAsync(("grant_type", "authorization_code"), ("code", await session.CodeAsync()), ("redirect_uri", OAuthSession.Callback));

        Assert.NotEqual("", OAuthSession.Tokens(answer).Refresh);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        string code = await session.CodeAsync();

        OAuthSession.Tokens(await session.RedeemAsync(code));

        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RedeemAsync(code)));
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task A_code_lasts_ten_minutes(int seconds, bool good)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        string code = await session.CodeAsync();
        session.Time.Now = session.Time.Now.AddSeconds(seconds);

        Assert.Equal(good ? 200 : 403, (int)(await session.RedeemAsync(code)).Status);
    }

    [Fact]
    public async Task A_code_fits_the_address_it_was_sent_to_and_is_used_up_by_another()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.RedirectUris.Add(new Uri("https://app.example/other")));
        string code = await session.CodeAsync();

        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RedeemAsync(code, ("redirect_uri", "https://app.example/other"))));
        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RedeemAsync(code)));
    }

    [Theory]
    [InlineData(OAuthSession.Challenge, OAuthSession.Verifier, true)]
    [InlineData(OAuthSession.Challenge, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl", false)]
    [InlineData(OAuthSession.Challenge, null, false)]
    [InlineData(null, OAuthSession.Verifier, false)] // Somebody took the challenge out of the first request.
    public async Task The_verifier_must_be_that_of_the_challenge(string? challenge, string? verifier, bool good)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        string code = await session.CodeAsync(("code_challenge", challenge), ("code_challenge_method", challenge is null ? null : "S256"));

        Answer answer = await session.RedeemAsync(code, ("code_verifier", verifier));

        Assert.Equal(good ? 200 : 403, (int)answer.Status);
        Assert.Equal(good ? "" : "invalid_grant", good ? "" : OAuthSession.Refusal(answer).Error);
    }

    [Fact]
    public async Task A_code_is_that_of_one_app()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: static options => options.Apps.Add(new SandboxApp(OtherId, "other-secret")));
        string code = await session.CodeAsync();

        Assert.Equal((403, "invalid_grant"), OAuthSession.Refusal(await session.RedeemAsync(code, ("client_id", OtherId), ("client_secret", "other-secret"))));
        OAuthSession.Tokens(await session.RedeemAsync(code));
    }

    [Theory]
    [InlineData("client_secret", "wrong")]
    [InlineData("client_secret", null)]
    [InlineData("client_id", "client-2")]
    public async Task A_wrong_secret_and_an_unknown_app_get_the_same_answer_and_use_nothing_up(string name, string? value)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        string code = await session.CodeAsync();

        Answer answer = await session.RedeemAsync(code, (name, value));

        Assert.Equal((401, "access_denied"), OAuthSession.Refusal(answer));
        Assert.Equal("""{"error":"access_denied","error_description":"Unauthorized"}""", answer.Text);
        OAuthSession.Tokens(await session.RedeemAsync(code));
    }

    [Theory]
    [InlineData("grant_type", null, 400, "invalid_request")]
    [InlineData("grant_type", "password", 403, "unsupported_grant_type")]
    [InlineData("client_id", null, 400, "invalid_request")]
    [InlineData("code", null, 400, "invalid_request")]
    [InlineData("code", "", 400, "invalid_request")]
    [InlineData("redirect_uri", null, 400, "invalid_request")]
    [InlineData("code", "never-given", 403, "invalid_grant")]
    public async Task What_is_missing_or_unknown_is_told(string name, string? value, int status, string error)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.RedeemAsync(await session.CodeAsync(), (name, value));

        Assert.Equal((status, error), OAuthSession.Refusal(answer));
        Assert.Contains(name, OAuthSession.Text(answer, "error_description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "grant_type=refresh_token", "application/json or application/x-www-form-urlencoded")]
    [InlineData("application/json", "{\"grant_type\":\"secret", "no JSON")]
    [InlineData("application/json", "{\"grant_type\":\"a\",\"grant_type\":\"b\"}", "twice")]
    [InlineData("application/json", "[]", "object")]
    [InlineData("application/json", "{\"grant_type\":1}", "string")]
    [InlineData("application/x-www-form-urlencoded", "grant_type=a&grant_type=b", "twice")]
    [InlineData("application/x-www-form-urlencoded", null, "64 KB")]
    public async Task A_body_that_cannot_be_read_is_told(string mediaType, string? body, string words)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        using StringContent content = new(body ?? new string('a', (64 * 1024) + 1), new MediaTypeHeaderValue(mediaType));

        Answer answer = await session.SendAsync(HttpMethod.Post, "/oauth/token", content);

        Assert.Equal((400, "invalid_request"), OAuthSession.Refusal(answer));
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }
}
