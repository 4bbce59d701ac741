using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Confluence.Generated.Tests.OAuth;

/// <summary>When access tokens are renewed, and how often.</summary>
public sealed class RenewalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_401s_at_once_renew_once()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential credential = new(app, store);
        AuthenticationHeaderValue refused = await credential.GetAuthorizationAsync(Token);

        bool[] changed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => credential.TryRenewAsync(refused, Token).AsTask(), Token)));

        Assert.All(changed, Assert.True);
        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
        Assert.NotEqual(refused, await credential.GetAuthorizationAsync(Token));
    }

    [Fact]
    public async Task Revoked_access_tokens_are_renewed_by_the_calls_that_meet_the_401_and_once_for_all_of_them()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using OAuthSite site = await OAuthSite.StartAsync(options: options => options.TimeProvider = time);
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        using ConfluenceClient client = site.Client(new OAuthCredential(app, store));
        string id = (await client.Pages.GetPagesAsync(cancellationToken: Token).FirstAsync(Token)).Id;
        time.Advance(TimeSpan.FromHours(2)); // By the clock of the site the token has ended; the client's says that it has not.

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.Pages.GetPageByIdAsync(id, cancellationToken: Token)));

        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
    }

    [Fact]
    public async Task Two_minutes_before_the_end_one_renews_in_the_background_while_the_others_go_on()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using OAuthSite site = await OAuthSite.StartAsync(options: options => options.TimeProvider = time);
        ConfluenceOAuthApp app = site.App(clock: time);
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential credential = new(app, store);
        AuthenticationHeaderValue first = await credential.GetAuthorizationAsync(Token);

        time.Advance(TimeSpan.FromMinutes(57.9));
        Assert.Equal(first, await credential.GetAuthorizationAsync(Token));
        Assert.Equal(0, site.Sandbox.Grants.TokenRequests["refresh_token"]);

        time.Advance(TimeSpan.FromMinutes(0.2));
        IAsyncDisposable lease = await store.AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token); // Nobody can renew now, and nobody waits for it.
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(first, await credential.GetAuthorizationAsync(Token));
        }

        await lease.DisposeAsync();
        while (first.Equals(await credential.GetAuthorizationAsync(Token)))
        {
            await Task.Delay(5, Token);
        }

        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
    }

    [Fact]
    public async Task Half_a_minute_before_the_end_everybody_waits()
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        await using OAuthSite site = await OAuthSite.StartAsync(options: options => options.TimeProvider = time);
        ConfluenceOAuthApp app = site.App(clock: time);
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential credential = new(app, store);
        AuthenticationHeaderValue first = await credential.GetAuthorizationAsync(Token);
        time.Advance(TimeSpan.FromMinutes(59.6));

        AuthenticationHeaderValue[] next = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => credential.GetAuthorizationAsync(Token).AsTask()));

        Assert.All(next, header => Assert.NotEqual(first, header));
        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
    }

    [Fact]
    public async Task What_another_process_renewed_is_taken_from_the_store()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential one = new(app, store);
        OAuthCredential other = new(app, store);
        AuthenticationHeaderValue refused = await one.GetAuthorizationAsync(Token);
        await other.GetAuthorizationAsync(Token);
        Assert.True(await other.TryRenewAsync(refused, Token));

        Assert.True(await one.TryRenewAsync(refused, Token));

        Assert.Equal(await other.GetAuthorizationAsync(Token), await one.GetAuthorizationAsync(Token));
        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
    }

    [Fact]
    public async Task The_next_tokens_are_in_the_store_before_they_are_used()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore memory = new(await site.SignInAsync(app));
        FailingStore store = new(memory);
        OAuthCredential credential = new(app, store);
        AuthenticationHeaderValue first = await credential.GetAuthorizationAsync(Token);

        await Assert.ThrowsAsync<IOException>(() => credential.TryRenewAsync(first, Token).AsTask());

        Assert.Equal(first, await credential.GetAuthorizationAsync(Token)); // What could not be kept is not used.
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_the_renewal_from_nobody()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        using MemoryTokenStore store = new(await site.SignInAsync(app));
        OAuthCredential credential = new(app, store);
        AuthenticationHeaderValue refused = await credential.GetAuthorizationAsync(Token);
        IAsyncDisposable lease = await store.AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token);
        using CancellationTokenSource impatient = new();
        Task<bool> first = credential.TryRenewAsync(refused, impatient.Token).AsTask();
        Task<bool> second = credential.TryRenewAsync(refused, Token).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await lease.DisposeAsync();

        Assert.True(await second);
        Assert.Equal(1, site.Sandbox.Grants.TokenRequests["refresh_token"]);
    }

    [Fact]
    public async Task Neither_tokens_nor_secrets_show_in_any_text()
    {
        await using OAuthSite site = await OAuthSite.StartAsync();
        ConfluenceOAuthApp app = site.App();
        OAuthConsent consent = app.CreateConsent(OAuthSite.Callback, ["read:page:confluence"]);
        OAuthTokens tokens = await app.ExchangeAsync(consent, await site.ConsentAsync(consent), Token);
        using MemoryTokenStore store = new(tokens);

        string all = $"{app} {consent} {tokens} {new StoredTokens(tokens, "1")} {new OAuthCredential(app, store)} {new ClientCredentialsCredential(app)} {store}";

        Assert.All([tokens.AccessToken, tokens.RefreshToken, OAuthSite.Secret, consent.State, consent.CodeVerifier], secret => Assert.DoesNotContain(secret ?? "none", all, StringComparison.Ordinal));
        Assert.Equal(tokens.RefreshToken, OAuthTokens.FromJson(tokens.ToJson()).RefreshToken);
    }

    /// <summary>A store that cannot write.</summary>
    private sealed class FailingStore(ConfluenceTokenStore inner) : ConfluenceTokenStore
    {
        public override ValueTask<StoredTokens?> GetAsync(CancellationToken cancellationToken) => inner.GetAsync(cancellationToken);

        public override ValueTask<bool> TrySwapAsync(string? expectedVersion, OAuthTokens? tokens, CancellationToken cancellationToken) => throw new IOException("The disk is full.");

        public override ValueTask<IAsyncDisposable> AcquireLeaseAsync(TimeSpan duration, CancellationToken cancellationToken) => inner.AcquireLeaseAsync(duration, cancellationToken);
    }
}
