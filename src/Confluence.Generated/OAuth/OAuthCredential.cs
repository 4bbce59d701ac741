using System.Diagnostics;
using System.Net.Http.Headers;
using Confluence.Generated.OAuth;

namespace Confluence.Generated;

/// <summary>
/// The access tokens of a person who consented (OAuth 2.0, 3LO), renewed in time: in the background two minutes before the end, and at the latest 30 seconds before it.
/// A renewal is in the store before its access token is used, and any number of clients and processes may share the store.
/// Such tokens work at the gateway only; a client that is made with the address of the site finds it by itself.
/// </summary>
/// <remarks>
/// A process that dies after the server has issued the next refresh token, and before the store has written it, loses the sign-in: nobody else knows that token. All that can be
/// done about it is done: the write is the first thing that happens to an answer.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuthCredential : ConfluenceCredential
{
    /// <summary>After this time another process may take the lease, should its holder have died: longer than a renewal takes.</summary>
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(5);

    /// <summary>Tokens that end sooner are renewed although another process got them.</summary>
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(120);

    private readonly ConfluenceOAuthApp _app;
    private readonly ConfluenceTokenStore _store;
    private readonly TokenRenewal _renewal;

    /// <summary>Makes the credential.</summary>
    /// <param name="app">The app that the tokens were issued to.</param>
    /// <param name="store">Where they are kept. Sign in first (<see cref="ConfluenceOAuthApp.ExchangeAsync"/>), and put the tokens there.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public OAuthCredential(ConfluenceOAuthApp app, ConfluenceTokenStore store)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(store);
        _app = app;
        _store = store;
        _renewal = new TokenRenewal(RenewAsync, app.TimeProvider);
    }

    internal override bool WorksOnlyAtGateway => true;

    /// <inheritdoc/>
    /// <exception cref="ConfluenceOAuthException">There are no tokens, or they cannot be renewed.</exception>
    public override async ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) =>
        (await _renewal.GetAsync(cancellationToken).ConfigureAwait(false)).Authorization;

    /// <inheritdoc/>
    /// <exception cref="ConfluenceOAuthException">The tokens cannot be renewed.</exception>
    public override ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return _renewal.TryRenewAsync(rejected, cancellationToken);
    }

    /// <summary>The sites that the tokens reach.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The sites, each once.</returns>
    /// <exception cref="ConfluenceOAuthException">There are no tokens, they cannot be renewed, or the server refused them.</exception>
    public async Task<IReadOnlyList<OAuthResource>> GetResourcesAsync(CancellationToken cancellationToken = default) =>
        await _app.GetResourcesAsync(await _renewal.GetAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds a site among those that the tokens reach.</summary>
    /// <param name="site">The site, in any form that <see cref="ConfluenceSite.Parse"/> understands, or its cloud id; null when there can be only one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The site, for the constructor of a <see cref="ConfluenceClient"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="site"/> names no site.</exception>
    /// <exception cref="ConfluenceOAuthException">
    /// The account did not choose the site (<see cref="ConfluenceOAuthErrorKind.SiteNotGranted"/>), or chose several and none was named (<see cref="ConfluenceOAuthErrorKind.SiteNotNamed"/>).
    /// </exception>
    public async Task<ConfluenceSite> FindSiteAsync(string? site = null, CancellationToken cancellationToken = default) =>
        ResourceChoice.Find(await GetResourcesAsync(cancellationToken).ConfigureAwait(false), site);

    /// <summary>Names the kind of credential and the app, without a token.</summary>
    /// <returns>For example <c>OAuth tokens of the app abc123</c>.</returns>
    public override string ToString() => $"OAuth tokens of the app {_app.ClientId}";

    private async Task<OAuthTokens> RenewAsync(OAuthTokens? known, CancellationToken cancellationToken)
    {
        StoredTokens stored = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (IsFresh(stored, known))
        {
            return stored.Tokens;
        }

        IAsyncDisposable lease = await _store.AcquireLeaseAsync(s_lease, cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            stored = await ReadAsync(cancellationToken).ConfigureAwait(false); // The previous holder of the lease may have renewed them.
            return IsFresh(stored, known) ? stored.Tokens : await RenewAsync(stored, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the tokens that are in the store.</summary>
    private async Task<OAuthTokens> RenewAsync(StoredTokens stored, CancellationToken cancellationToken)
    {
        string refreshToken = stored.Tokens.RefreshToken ?? throw new ConfluenceOAuthException(
            ConfluenceOAuthErrorKind.NoRefreshToken, "The access token ends, and there is no refresh token: offline_access was not among the scopes that were consented to. The person must consent again.");
        OAuthTokens renewed;
        try
        {
            renewed = await _app.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false); // It has its own time limit, and what it issues must not be lost.
        }
        catch (ConfluenceOAuthException exception) when (exception.Kind == ConfluenceOAuthErrorKind.RefreshTokenRejected)
        {
            // A process that does not heed the lease, or whose lease ran out, may have used it; then its tokens are there.
            StoredTokens after = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (after.Version != stored.Version)
            {
                return after.Tokens;
            }

            throw;
        }

        // The server may leave a token out that stays as it is. What was issued must be kept, even if all callers stopped waiting.
        OAuthTokens whole = renewed.RefreshToken is null ? new OAuthTokens(renewed.AccessToken, refreshToken, renewed.ExpiresAt, renewed.Scopes) : renewed;
        string? expected = stored.Version;
        while (!await _store.TrySwapAsync(expected, whole, CancellationToken.None).ConfigureAwait(false))
        {
            // Somebody wrote meanwhile without the lease. Only these tokens are known to work, unless that was a later sign-in.
            StoredTokens? other = await _store.GetAsync(CancellationToken.None).ConfigureAwait(false);
            if (other is not null && other.Tokens.ExpiresAt > whole.ExpiresAt)
            {
                return other.Tokens;
            }

            expected = other?.Version;
        }

        return whole;
    }

    private async Task<StoredTokens> ReadAsync(CancellationToken cancellationToken) =>
        await _store.GetAsync(cancellationToken).ConfigureAwait(false) ?? throw new ConfluenceOAuthException(
            ConfluenceOAuthErrorKind.NotSignedIn, "There are no tokens in the store: nobody has signed in, or somebody signed out. Let the person consent, and put the tokens into the store.");

    /// <summary>Whether the tokens of the store are others than those that are to be renewed, and last a while.</summary>
    private bool IsFresh(StoredTokens stored, OAuthTokens? known) =>
        stored.Tokens.AccessToken != known?.AccessToken && stored.Tokens.ExpiresAt - _app.TimeProvider.GetUtcNow() > s_soon;
}
