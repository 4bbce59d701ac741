using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Confluence.Generated.Authentication;
using Confluence.Generated.OAuth;

namespace Confluence.Generated;

/// <summary>
/// An OAuth 2.0 app as Atlassian's developer console shows it. It asks people for their consent (3LO), exchanges the codes that come back, and says which sites they chose.
/// For products that customers use: tokens that people make for themselves belong into their own scripts.
/// Safe to use from several threads; make one for the app and keep it.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceOAuthApp
{
    private const string OfflineAccess = "offline_access";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly TokenEndpoint _endpoint;
    private readonly OAuthAppOptions _options;

    /// <summary>Makes the app.</summary>
    /// <param name="clientId">The client id.</param>
    /// <param name="clientSecret">The client secret.</param>
    /// <param name="options">Addresses, clock and HTTP client; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clientId"/> or <paramref name="clientSecret"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the two cannot be right, or an address of the options. The message does not show the secret.</exception>
    public ConfluenceOAuthApp(string clientId, string clientSecret, OAuthAppOptions? options = null)
    {
        ClientId = Secret.Check(clientId, nameof(clientId), "client id");
        Secret.Check(clientSecret, nameof(clientSecret), "client secret");
        _options = (options ?? new OAuthAppOptions()).Copy();
        _endpoint = new TokenEndpoint(clientId, clientSecret, _options);
    }

    /// <summary>The client id.</summary>
    public string ClientId { get; }

    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>Asks for consent: gives the address to send a person to.</summary>
    /// <param name="redirectAddress">Where the browser comes back to, exactly as the app has it in the developer console.</param>
    /// <param name="scopes">What is asked for. <see cref="ConfluenceScopes.For"/> gives it for the operations that you call.</param>
    /// <param name="isOffline">Whether to ask for a refresh token too (<c>offline_access</c>), without which everything ends after an hour. True is the default.</param>
    /// <returns>The address, with what to keep until the browser comes back.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The address is relative, or a scope is empty or holds a space.</exception>
    public OAuthConsent CreateConsent(Uri redirectAddress, IEnumerable<string> scopes, bool isOffline = true)
    {
        ArgumentNullException.ThrowIfNull(redirectAddress);
        ArgumentNullException.ThrowIfNull(scopes);
        if (!redirectAddress.IsAbsoluteUri)
        {
            throw new ArgumentException("The redirect address is relative. Write it as the app has it in the developer console, such as 'https://app.example.com/callback'.", nameof(redirectAddress));
        }

        string[] asked = [.. scopes.Append(isOffline ? OfflineAccess : null).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (Array.Find(asked, static scope => scope.Length == 0 || scope.Any(char.IsWhiteSpace)) is { } bad)
        {
            throw new ArgumentException($"'{bad}' is no scope. Give each scope as a text of its own, such as read:page:confluence.", nameof(scopes));
        }

        string state = Random();
        string verifier = Random();
        string challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        string query = string.Join('&', new (string Name, string Value)[]
        {
            ("audience", "api.atlassian.com"),
            ("client_id", ClientId),
            ("scope", string.Join(' ', asked)),
            ("redirect_uri", redirectAddress.OriginalString),
            ("state", state),
            ("response_type", "code"),
            ("prompt", "consent"),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        }.Select(static parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return new OAuthConsent(new Uri($"{_options.AuthorizationAddress.AbsoluteUri.TrimEnd('/')}/authorize?{query}"), redirectAddress, state, verifier, asked);
    }

    /// <summary>Exchanges what the browser came back with for tokens. A code works once, and for some minutes only.</summary>
    /// <param name="consent">What was asked for.</param>
    /// <param name="callback">The address that the browser came back to, with its query.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tokens. Put them into a store (<see cref="ConfluenceTokenStore.TrySwapAsync"/>).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="consent"/> or <paramref name="callback"/> is null.</exception>
    /// <exception cref="ConfluenceOAuthException">The person declined, the state is another one, or the server gave no tokens.</exception>
    public Task<OAuthTokens> ExchangeAsync(OAuthConsent consent, Uri callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(callback);
        return _endpoint.ExchangeAsync(OAuthCallback.CodeOf(consent, callback), consent, cancellationToken);
    }

    /// <summary>The sites that tokens reach: those that the person chose, each once.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The sites; empty when the account chose none or has no access any more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    /// <exception cref="ConfluenceOAuthException">The server refused the access token, or cannot be reached.</exception>
    public Task<IReadOnlyList<OAuthResource>> GetResourcesAsync(OAuthTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return _endpoint.GetResourcesAsync(tokens.AccessToken, cancellationToken);
    }

    /// <summary>Names the app, without its secret.</summary>
    /// <returns>For example <c>OAuth app abc123</c>.</returns>
    public override string ToString() => $"OAuth app {ClientId}";

    internal Task<OAuthTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken) => _endpoint.RefreshAsync(refreshToken, cancellationToken);

    internal Task<OAuthTokens> GetOwnTokensAsync(CancellationToken cancellationToken) => _endpoint.GetOwnTokensAsync(cancellationToken);

    private static string Random() => Base64Url(RandomNumberGenerator.GetBytes(32));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
