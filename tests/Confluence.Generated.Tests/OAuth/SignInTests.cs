using Confluence.Sandbox;

namespace Confluence.Generated.Tests.OAuth;

/// <summary>The whole way of OAuth 2.0 against the sandbox: consent, code, tokens, sites, calls, renewal, and each refusal.</summary>
public sealed class SignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_consent_to_the_first_page()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new();
        await store.TrySwapAsync(null, await site.SignInAsync(app), Token);
        OAuthCredential credential = new(app, store);

        ConfluenceSite found = await credential.FindSiteAsync(cancellationToken: Token);
        using ConfluenceClient client = new(found, credential);
        Assert.NotEmpty((await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token)).Id);

        Assert.Equal((site.Sandbox.GatewayAddress, new Uri(site.Sandbox.BaseAddress, "/wiki")), (client.Site.BaseAddress, client.Site.WebBase));
        Assert.All(site.Sandbox.Requests.Where(static request => request.Path.StartsWith("/wiki", StringComparison.Ordinal)), static request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_client_with_the_address_of_the_site_finds_the_gateway_before_its_first_call()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        using ConfluenceClient client = site.Client(new OAuthCredential(app, store));

        await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token);

        Assert.True(client.Site.IsGateway);
        Assert.DoesNotContain(site.Sandbox.Requests, static request => request.Status == 401);
    }

    [Fact]
    public async Task A_scoped_token_with_the_address_of_the_site_finds_the_gateway_too()
    {
        SandboxCredential scoped = SandboxCredential.ScopedApiToken("bot@example.com", "scoped-token-1", ["read:page:confluence"]);
        await using OAuthSite site = await OAuthSite.StartAsync(options: options => options.Credentials.Add(scoped));
        using ConfluenceClient client = site.Client(new ApiTokenCredential("bot@example.com", "scoped-token-1"));

        await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token);
        await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token);

        Assert.Single(site.Sandbox.Requests, static request => request.Status == 401);
        Assert.Single(site.Sandbox.Requests, static request => request.Path == "/_edge/tenant_info");
    }

    [Fact]
    public async Task A_service_account_needs_no_person()
    {
        await using OAuthSite site = await OAuthSite.StartAsync(static app =>
        {
            app.IsServiceAccount = true;
            app.Scopes.Add("read:page:confluence");
        });
        using ConfluenceClient client = site.Client(new ClientCredentialsCredential(site.App()));

        Assert.NotEmpty((await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token)).Id);
    }

    [Fact]
    public async Task Without_offline_access_there_is_nothing_to_renew_with()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        OAuthTokens tokens = await site.SignInAsync(app, isOffline: false);
        using MemoryTokenStore store = new(tokens);
        OAuthCredential credential = new(app, store);

        Assert.Null(tokens.RefreshToken);
        ConfluenceOAuthException error = await Assert.ThrowsAsync<ConfluenceOAuthException>(async () =>
            await credential.TryRenewAsync(await credential.GetAuthorizationAsync(Token), Token));

        Assert.Equal(ConfluenceOAuthErrorKind.NoRefreshToken, error.Kind);
    }

    [Fact]
    public async Task A_person_who_declines_is_told_apart_from_a_wrong_secret_although_both_have_one_code()
    {
        await using OAuthSite declining = await OAuthSite.StartAsync(static app => app.Consent = SandboxConsent.Decline);
        await using OAuthSite site = await OAuthSite.StartAsync();

        ConfluenceOAuthException declined = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => declining.SignInAsync(declining.App()));
        ConfluenceOAuthException wrong = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => site.SignInAsync(site.App("another-secret-of-mine")));

        Assert.Equal((ConfluenceOAuthErrorKind.Declined, "access_denied"), (declined.Kind, declined.ErrorCode));
        Assert.Equal((ConfluenceOAuthErrorKind.ClientRejected, "access_denied"), (wrong.Kind, wrong.ErrorCode));
        Assert.DoesNotContain("another-secret", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_and_only_with_its_consent()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        OAuthConsent consent = app.CreateConsent(OAuthSite.Callback, ["read:page:confluence"]);
        Uri callback = await site.ConsentAsync(consent);
        await app.ExchangeAsync(new OAuthConsent(OAuthSite.Callback, consent.State, consent.CodeVerifier), callback, Token);

        ConfluenceOAuthException again = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => app.ExchangeAsync(consent, callback, Token));
        ConfluenceOAuthException foreign = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => app.ExchangeAsync(app.CreateConsent(OAuthSite.Callback, []), callback, Token));

        Assert.Equal((ConfluenceOAuthErrorKind.CodeRejected, ConfluenceOAuthErrorKind.StateMismatch), (again.Kind, foreign.Kind));
    }

    [Fact]
    public async Task A_refresh_token_that_another_used_is_told_as_such()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        OAuthTokens tokens = await site.SignInAsync(app);
        using MemoryTokenStore mine = new(tokens);
        using MemoryTokenStore others = new(tokens);
        OAuthCredential other = new(app, others);
        await other.TryRenewAsync(await other.GetAuthorizationAsync(Token), Token);
        OAuthCredential credential = new(app, mine);

        ConfluenceOAuthException error = await Assert.ThrowsAsync<ConfluenceOAuthException>(async () => await credential.TryRenewAsync(await credential.GetAuthorizationAsync(Token), Token));

        Assert.Equal((ConfluenceOAuthErrorKind.RefreshTokenRejected, "unauthorized_client"), (error.Kind, error.ErrorCode));
        Assert.Contains("Another process", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(tokens.RefreshToken ?? "none", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_sites_need_a_name_and_one_that_was_not_chosen_is_explained()
    {
        await using OAuthSite site = await OAuthSite.StartAsync(static app => app.FurtherSites.Add(new SandboxSite("aaaa-1", "Other", new Uri("https://other.atlassian.net"))));
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential credential = new(app, store);

        ConfluenceOAuthException unnamed = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => credential.FindSiteAsync(cancellationToken: Token));
        ConfluenceOAuthException missing = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => credential.FindSiteAsync("third", Token));

        Assert.Equal((ConfluenceOAuthErrorKind.SiteNotNamed, ConfluenceOAuthErrorKind.SiteNotGranted), (unnamed.Kind, missing.Kind));
        Assert.Contains("Other (https://other.atlassian.net)", unnamed.Message, StringComparison.Ordinal);
        Assert.Contains("https://third.atlassian.net", missing.Message, StringComparison.Ordinal);
        Assert.Equal("aaaa-1", (await credential.FindSiteAsync("other", Token)).CloudId);
        Assert.Equal("aaaa-1", (await credential.FindSiteAsync("aaaa-1", Token)).CloudId);
    }

    [Fact]
    public async Task Nobody_signed_in_is_told_by_a_call_with_its_operation()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        using MemoryTokenStore store = new();
        using ConfluenceClient client = site.Client(new OAuthCredential(site.App(), store));

        ConfluenceOAuthException error = await Assert.ThrowsAsync<ConfluenceOAuthException>(() => client.Pages.GetPageByIdAsync("1", cancellationToken: Token));

        Assert.Equal((ConfluenceOAuthErrorKind.NotSignedIn, "getPageById"), (error.Kind, error.Operation?.Id));
        Assert.EndsWith("It was needed for getPageById (GET /wiki/api/v2/pages/1), which was not sent.", error.Message, StringComparison.Ordinal);
    }
}
