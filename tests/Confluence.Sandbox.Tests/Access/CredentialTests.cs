using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Access;

public sealed class CredentialTests : IAsyncLifetime
{
    private const string Pages = "wiki/api/v2/pages?limit=1";
    private const string Me = "wiki/rest/api/user/current";

    private readonly TestTime _time = new(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly SandboxCredential _plain = SandboxCredential.ApiToken("plain@example.com", "plain-token");
    private readonly SandboxCredential _scoped = SandboxCredential.ScopedApiToken("scoped@example.com", "scoped-token", ["read:page:confluence", "read:confluence-user"]);
    private readonly SandboxCredential _service = SandboxCredential.ServiceAccount("bot@example.com", "service-token", ["read:page:confluence"]);
    private readonly SandboxCredential _oauth = SandboxCredential.OAuth("oauth-token", ["read:page:confluence"], new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero));

    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() => _session = await SandboxSession.StartAsync(new SandboxOptions
    {
        Pages = 10,
        TimeProvider = _time,
        Credentials = { _plain, _scoped, _service, _oauth },
    });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("plain@example.com", "plain-token", 200, 200)]
    [InlineData("scoped@example.com", "scoped-token", 401, 200)]
    [InlineData("bot@example.com", "service-token", 401, 200)]
    [InlineData(null, "service-token", 401, 200)]
    [InlineData(null, "oauth-token", 401, 200)]
    [InlineData(null, "plain-token", 404, 404)] // A token without scopes is Basic only.
    [InlineData("scoped@example.com", "oauth-token", 404, 404)] // An OAuth token is Bearer only.
    [InlineData("plain@example.com", "scoped-token", 404, 404)]
    public async Task Each_kind_of_credential_is_taken_where_Confluence_takes_it(string? email, string token, int atSite, int atGateway)
    {
        Assert.Equal(atSite, (int)(await SendAsync("/" + Pages, Header(email, token))).Status);
        Assert.Equal(atGateway, (int)(await SendAsync(AtGateway(Pages), Header(email, token))).Status);
    }

    [Fact]
    public async Task A_token_with_scopes_at_the_site_gets_a_web_page()
    {
        Answer answer = await SendAsync("/" + Me, Header("scoped@example.com", "scoped-token"));

        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("HTTP Status 401 – Unauthorized", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "wiki/api/v2/spaces", true)]
    [InlineData("GET", "wiki/api/v2/pages/no-id-at-all", true, HttpStatusCode.BadRequest)]
    [InlineData("GET", "wiki/api/v2/no/such/route", true, HttpStatusCode.NotFound)]
    [InlineData("GET", "wiki/rest/api/group", true)]
    [InlineData("GET", "wiki/rest/api/search/user", true)]
    [InlineData("POST", "wiki/api/v2/pages", true)]
    [InlineData("GET", "wiki/rest/api/user/current", false)]
    public async Task A_missing_scope_is_told_before_routes_and_arguments_are_looked_at(string method, string path, bool refused, HttpStatusCode? passed = null)
    {
        Answer answer = await SendAsync(AtGateway(path), Header("scoped@example.com", "scoped-token"), method);

        if (!refused || passed is not null)
        {
            Assert.Equal(passed ?? HttpStatusCode.OK, answer.Status);
            return;
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal("""{"code":401,"message":"Unauthorized; scope does not match"}""", answer.Text);
        Assert.Equal("FAILURE_CLIENT_SCOPE_CHECK", answer.Headers["X-Failure-Category"]);
    }

    [Fact]
    public async Task Granular_scopes_do_not_reach_v1_where_it_asks_for_classic_ones()
    {
        SandboxCredential granular = SandboxCredential.OAuth("granular", ["read:group:confluence", "read:user:confluence"]);
        SandboxCredential classic = SandboxCredential.OAuth("classic", ["read:confluence-groups", "read:confluence-content.all"]);
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Credentials = { granular, classic } });
        string gateway = session.Sandbox.GatewayAddress.AbsolutePath;

        Assert.Equal(401, (int)(await SendAsync(session, gateway + "/wiki/rest/api/group", Header(null, "granular"))).Status);
        Assert.Equal(200, (int)(await SendAsync(session, gateway + "/wiki/rest/api/group", Header(null, "classic"))).Status);
        Assert.Equal(401, (int)(await SendAsync(session, gateway + "/wiki/api/v2/pages", Header(null, "classic"))).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_like_a_wrong_one()
    {
        Assert.False(_plain.IsRevoked);
        _plain.Revoke();

        Assert.True(_plain.IsRevoked);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("/" + Pages, Header("plain@example.com", "plain-token"))).Status);
        Assert.Equal("""{"message":"Current user not permitted to use Confluence","statusCode":403}""", (await SendAsync("/" + Me, Header("plain@example.com", "plain-token"))).Text);
    }

    [Fact]
    public async Task An_access_token_ends_with_its_hour_and_the_gateway_says_so()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(AtGateway(Pages), Header(null, "oauth-token"))).Status);
        _time.Now = _time.Now.AddHours(1);

        Answer answer = await SendAsync(AtGateway(Pages), Header(null, "oauth-token"));

        Assert.Equal("""{"code":401,"message":"Unauthorized"}""", answer.Text);
        Assert.False(answer.Headers.ContainsKey("X-Failure-Category"));
    }

    [Fact]
    public async Task A_bearer_may_ask_which_sites_it_reaches_and_others_may_not()
    {
        foreach (string host in (string[])["127.0.0.1", "api.atlassian.com"])
        {
            JsonElement site = Assert.Single((await SendAsync("/oauth/token/accessible-resources", Header(null, "oauth-token"), host: host)).Json.EnumerateArray().ToArray());
            Assert.Equal(_session.Sandbox.CloudId, site.GetProperty("id").GetString());
            Assert.Equal(_session.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority), site.GetProperty("url").GetString());
            Assert.Equal(["read:page:confluence"], site.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetString()));
        }

        foreach (AuthenticationHeaderValue? other in (AuthenticationHeaderValue?[])[null, Header(null, "plain-token"), Header("plain@example.com", "plain-token")])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("/oauth/token/accessible-resources", other)).Status);
        }
    }

    [Fact]
    public void A_credential_shows_everything_but_its_token()
    {
        Assert.Equal("ApiToken of plain@example.com", _plain.ToString());
        Assert.Equal("ScopedApiToken of scoped@example.com with 2 scopes", _scoped.ToString());
        Assert.Equal("ServiceAccount of bot@example.com with 1 scopes", _service.ToString());
        Assert.Equal("OAuth with 1 scopes", _oauth.ToString());
        Assert.Equal((SandboxCredentialKind.ScopedApiToken, "scoped@example.com"), (_scoped.Kind, _scoped.Email));
    }

    [Fact]
    public void A_credential_that_no_header_can_carry_is_refused_without_being_shown()
    {
        Assert.Contains("e-mail address", Assert.Throws<ArgumentException>(() => SandboxCredential.ApiToken("nobody", "token")).Message, StringComparison.Ordinal);
        Assert.Contains("'two scopes' is no scope", Assert.Throws<ArgumentException>(() => SandboxCredential.OAuth("token", ["two scopes"])).Message, StringComparison.Ordinal);
        ArgumentException error = Assert.Throws<ArgumentException>(() => SandboxCredential.OAuth("a secret", []));
        Assert.Contains("printable ASCII", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", error.Message, StringComparison.Ordinal);
    }

    private static AuthenticationHeaderValue Header(string? email, string token) =>
        email is null ? new AuthenticationHeaderValue("Bearer", token) : SandboxSession.Basic(email, token);

    private string AtGateway(string path) => $"{_session.Sandbox.GatewayAddress.AbsolutePath}/{path}";

    private Task<Answer> SendAsync(string path, AuthenticationHeaderValue? header, string method = "GET", string host = "127.0.0.1") =>
        SendAsync(_session, path, header, method, host);

    private static async Task<Answer> SendAsync(SandboxSession session, string path, AuthenticationHeaderValue? header, string method = "GET", string host = "127.0.0.1")
    {
        session.Client.DefaultRequestHeaders.Authorization = header;
        return await session.SendAsync(new HttpMethod(method), path, change: request => request.Headers.Host = host);
    }
}
