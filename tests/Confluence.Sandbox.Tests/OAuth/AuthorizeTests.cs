using System.Net;
using System.Text.RegularExpressions;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed partial class AuthorizeTests
{
    [Fact]
    public async Task An_app_that_is_accepted_is_sent_back_at_once_with_a_code_and_its_state()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.AuthorizeAsync();

        Assert.Equal((HttpStatusCode.Found, "no-store"), (answer.Status, answer.Headers["Cache-Control"]));
        Assert.StartsWith("https://app.example/callback?tenant=7&code=", answer.Headers["Location"], StringComparison.Ordinal);
        Dictionary<string, string> told = OAuthSession.Told(answer);
        Assert.Equal(["tenant", "code", "state"], told.Keys);
        Assert.Equal("st&te", told["state"]);
    }

    [Fact]
    public async Task A_request_without_state_gets_none_back()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Equal(["tenant", "code"], (await session.ReturnAsync(("state", null))).Keys);
    }

    [Fact]
    public async Task An_app_that_is_declined_is_told_so()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.Consent = SandboxConsent.Decline);

        Dictionary<string, string> told = await session.ReturnAsync();

        Assert.Equal(("access_denied", "st&te", false), (told["error"], told["state"], told.ContainsKey("code")));
    }

    [Theory]
    [InlineData("accept", "code")]
    [InlineData("decline", "error")]
    [InlineData("something else", "error")]
    public async Task Who_is_asked_gets_a_page_whose_form_accepts_or_declines(string decision, string told)
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app =>
        {
            app.Consent = SandboxConsent.Ask;
            app.FurtherSites.Add(new SandboxSite("cloud-2", "Other", new Uri("https://other.example")));
        });

        Answer page = await session.AuthorizeAsync(("scope", "read:page:confluence <script>"));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.MediaType));
        Assert.All(
            [OAuthSession.ClientId, "read:page:confluence", "&lt;script&gt;", session.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority), "https://other.example/"],
            text => Assert.Contains(text, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);

        string action = WebUtility.HtmlDecode(FormAction().Match(page.Text).Groups[1].Value);
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["decision"] = decision });
        Answer answer = await session.SendAsync(HttpMethod.Post, action, form);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains(told, OAuthSession.Told(answer).Keys);
        Assert.Equal("st&te", OAuthSession.Told(answer)["state"]);
    }

    [Theory]
    [InlineData("client_id", null)]
    [InlineData("client_id", "client-2")]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "callback")]
    [InlineData("redirect_uri", "https://app.example/callback")]
    [InlineData("redirect_uri", "https://evil.example/callback?tenant=7")]
    public async Task An_unknown_app_or_address_gets_a_page_and_is_sent_nowhere(string name, string? value)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.AuthorizeAsync((name, value));

        Assert.Equal((HttpStatusCode.BadRequest, "text/html", false), (answer.Status, answer.MediaType, answer.Headers.ContainsKey("Location")));
        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "unsupported_response_type")]
    [InlineData("audience", null, "invalid_request")]
    [InlineData("audience", "api.example.com", "invalid_request")]
    [InlineData("prompt", null, "invalid_request")]
    [InlineData("scope", null, "invalid_scope")]
    [InlineData("scope", "write:page:confluence", "invalid_scope")]
    [InlineData("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "invalid_request")] // Without S256.
    [InlineData("code_challenge_method", "S256", "invalid_request")] // Without a challenge.
    public async Task Another_mistake_is_told_to_the_app(string name, string? value, string error)
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.Scopes.Add("read:page:confluence"));

        Dictionary<string, string> told = await session.ReturnAsync((name, value));

        Assert.Equal((error, "st&te", false), (told["error"], told["state"], told.ContainsKey("code")));
        Assert.Contains(name, told["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", OAuthSession.Challenge)]
    [InlineData("S256", "short")]
    [InlineData("S256", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")]
    public async Task A_challenge_is_a_hash(string method, string challenge)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Equal("invalid_request", (await session.ReturnAsync(("code_challenge", challenge), ("code_challenge_method", method)))["error"]);
    }

    [Fact]
    public async Task A_parameter_that_comes_twice_is_a_mistake()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.SendAsync(HttpMethod.Get, "/authorize" + OAuthSession.Query() + "&scope=read:space:confluence");

        Assert.Equal("invalid_request", OAuthSession.Told(answer)["error"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1/callback", "http://127.0.0.1:54321/callback", true)]
    [InlineData("http://localhost/callback", "http://localhost:54321/callback", true)]
    [InlineData("http://localhost/callback", "http://localhost/callback", true)]
    [InlineData("http://localhost/callback", "http://127.0.0.1:54321/callback", false)]
    [InlineData("http://localhost/callback", "http://localhost:54321/callback?x=1", false)]
    [InlineData("http://localhost:8080/callback", "http://localhost:54321/callback", false)]
    [InlineData("https://localhost/callback", "https://localhost:54321/callback", false)]
    [InlineData("http://app.example/callback", "http://app.example:54321/callback", false)]
    [InlineData("app:/callback", "app:/callback", true)]
    public async Task An_address_on_the_own_machine_without_a_port_stands_for_all_ports(string registered, string asked, bool taken)
    {
        await using OAuthSession session = await OAuthSession.StartAsync(app =>
        {
            app.RedirectUris.Clear();
            app.RedirectUris.Add(new Uri(registered));
        });

        Answer answer = await session.AuthorizeAsync(("redirect_uri", asked));

        Assert.Equal(taken, answer.Status == HttpStatusCode.Found);
        Assert.StartsWith(taken ? asked : "", answer.Headers.GetValueOrDefault("Location", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/authorize", 405, "GET, POST")]
    [InlineData("GET", "/oauth/token", 405, "POST")]
    [InlineData("GET", "/", 404, "")]
    [InlineData("GET", "/wiki/api/v2/pages", 404, "")]
    public async Task There_is_nothing_else_at_the_authorization_server(string method, string path, int status, string allowed)
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Answer answer = await session.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, "text/html", allowed), ((int)answer.Status, answer.MediaType, answer.Headers.GetValueOrDefault("Allow", "")));
        Assert.True(session.Sandbox.Requests[^1].IsAuthorization);
    }

    [Fact]
    public async Task It_is_another_host_than_the_site()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();

        Assert.Equal("127.0.0.1", session.Sandbox.AuthorizationAddress.Host);
        Assert.Equal(3, new[] { session.Sandbox.BaseAddress, session.Sandbox.MediaAddress, session.Sandbox.AuthorizationAddress }.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await session.SendAsync(HttpMethod.Get, session.Sandbox.BaseAddress + "authorize" + OAuthSession.Query())).Status);
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">")]
    private static partial Regex FormAction();
}
