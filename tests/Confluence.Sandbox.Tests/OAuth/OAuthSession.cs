using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Confluence.Sandbox.Tests.OAuth;

/// <summary>A sandbox with one app that is accepted at once, and the requests that such an app makes.</summary>
internal sealed class OAuthSession : IAsyncDisposable
{
    public const string ClientId = "client-1";
    public const string Secret = "s3cret-of-the-app";
    public const string Callback = "https://app.example/callback?tenant=7";
    public const string Scope = "read:page:confluence offline_access";

    // Of RFC 7636, appendix B.
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private OAuthSession(ConfluenceSandbox sandbox, TestTime time)
    {
        Sandbox = sandbox;
        Time = time;
        _browser.BaseAddress = sandbox.AuthorizationAddress;
    }

    public ConfluenceSandbox Sandbox { get; }

    public TestTime Time { get; }

    public static async Task<OAuthSession> StartAsync(Action<SandboxApp>? app = null, Action<SandboxOptions>? options = null)
    {
        TestTime time = new(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero));
        SandboxApp first = new(ClientId, Secret) { Consent = SandboxConsent.Accept, RedirectUris = { new Uri(Callback) } };
        app?.Invoke(first);
        SandboxOptions all = new() { Pages = 10, TimeProvider = time, Apps = { first } };
        options?.Invoke(all);
        return new OAuthSession(await ConfluenceSandbox.StartAsync(all, TestContext.Current.CancellationToken), time);
    }

    /// <summary>The query of a request for consent; a change with the value null leaves a parameter out.</summary>
    public static string Query(params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> query = new()
        {
            ["audience"] = "api.atlassian.com",
            ["client_id"] = ClientId,
            ["scope"] = Scope,
            ["redirect_uri"] = Callback,
            ["state"] = "st&te",
            ["response_type"] = "code",
            ["prompt"] = "consent",
        };
        foreach ((string name, string? value) in changes)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString("", query);
    }

    public Task<Answer> AuthorizeAsync(params (string Name, string? Value)[] changes) => SendAsync(HttpMethod.Get, "/authorize" + Query(changes));

    /// <summary>Asks for consent and gives what stands in the address that the browser is sent back to.</summary>
    public async Task<Dictionary<string, string>> ReturnAsync(params (string Name, string? Value)[] changes)
    {
        Answer answer = await AuthorizeAsync(changes);
        Assert.Equal(302, (int)answer.Status);
        return Told(answer);
    }

    public static Dictionary<string, string> Told(Answer answer) =>
        QueryHelpers.ParseQuery(new Uri(answer.Headers["Location"]).Query).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString());

    public async Task<string> CodeAsync(params (string Name, string? Value)[] changes) => (await ReturnAsync(changes))["code"];

    /// <summary>Asks for tokens with a JSON body; a change with the value null leaves a member out.</summary>
    public Task<Answer> TokenAsync(params (string Name, string? Value)[] members) =>
        SendAsync(HttpMethod.Post, "/oauth/token", new StringContent(JsonSerializer.Serialize(Body(members)), new MediaTypeHeaderValue("application/json")));

    public Task<Answer> TokenFormAsync(params (string Name, string? Value)[] members) =>
        SendAsync(HttpMethod.Post, "/oauth/token", new FormUrlEncodedContent(Body(members)));

    public Task<Answer> RedeemAsync(string code, params (string Name, string? Value)[] members) =>
        TokenAsync([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), .. members]);

    public Task<Answer> RefreshAsync(string refreshToken, params (string Name, string? Value)[] members) =>
        TokenAsync([("grant_type", "refresh_token"), ("refresh_token", refreshToken), .. members]);

    /// <summary>Goes the whole way and gives the access token and the refresh token.</summary>
    public async Task<(string Access, string Refresh)> TokensAsync(params (string Name, string? Value)[] changes) => Tokens(await RedeemAsync(await CodeAsync(changes)));

    public static (string Access, string Refresh) Tokens(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return (Text(answer, "access_token"), answer.Json.TryGetProperty("refresh_token", out JsonElement refresh) ? refresh.GetString() ?? "" : "");
    }

    public static string Text(Answer answer, string member) => answer.Json.GetProperty(member).GetString() ?? "";

    /// <summary>Gives status, error and description of a refusal.</summary>
    public static (int Status, string Error) Refusal(Answer answer)
    {
        Assert.Equal(("application/json", "no-store"), (answer.MediaType, answer.Headers["Cache-Control"]));
        Assert.NotEqual("", Text(answer, "error_description"));
        return ((int)answer.Status, Text(answer, "error"));
    }

    public Task<Answer> AtGatewayAsync(string path, string token) => BearerAsync(new Uri($"{Sandbox.GatewayAddress}/{path}"), token);

    public Task<Answer> AtSiteAsync(string path, string token) => BearerAsync(new Uri(Sandbox.BaseAddress, path), token);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Dictionary<string, string> headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, headers);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Sandbox.DisposeAsync();
    }

    private Task<Answer> BearerAsync(Uri address, string token) => SendAsync(HttpMethod.Get, address.ToString(), token: token);

    private static Dictionary<string, string> Body((string Name, string? Value)[] members)
    {
        Dictionary<string, string> body = new() { ["client_id"] = ClientId, ["client_secret"] = Secret };
        foreach ((string name, string? value) in members)
        {
            body.Remove(name);
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body;
    }
}
