using System.Diagnostics;
using System.Net.Http.Headers;
using Confluence.Generated.OAuth;

namespace Confluence.Generated;

/// <summary>
/// The access tokens that an app of a service account gets for itself (OAuth 2.0 client credentials), renewed in time. There is no person and no refresh token: client id and
/// secret get the next one. Such tokens work at the gateway only; a client that is made with the address of the site finds it by itself.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ClientCredentialsCredential : ConfluenceCredential
{
    private readonly ConfluenceOAuthApp _app;
    private readonly TokenRenewal _renewal;

    /// <summary>Makes the credential.</summary>
    /// <param name="app">The app of the service account.</param>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is null.</exception>
    public ClientCredentialsCredential(ConfluenceOAuthApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _app = app;
        _renewal = new TokenRenewal((_, cancellationToken) => app.GetOwnTokensAsync(cancellationToken), app.TimeProvider);
    }

    internal override bool WorksOnlyAtGateway => true;

    /// <inheritdoc/>
    /// <exception cref="ConfluenceOAuthException">The authorization server gave no token.</exception>
    public override async ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) =>
        (await _renewal.GetAsync(cancellationToken).ConfigureAwait(false)).Authorization;

    /// <inheritdoc/>
    /// <exception cref="ConfluenceOAuthException">The authorization server gave no token.</exception>
    public override ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        return _renewal.TryRenewAsync(rejected, cancellationToken);
    }

    /// <summary>Names the kind of credential and the app, without a token.</summary>
    /// <returns>For example <c>client credentials of the app abc123</c>.</returns>
    public override string ToString() => $"client credentials of the app {_app.ClientId}";
}
