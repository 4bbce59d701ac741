using System.Diagnostics;
using System.Globalization;

namespace Confluence.Sandbox;

/// <summary>
/// A credential that a sandbox accepts, beside the simple one of <see cref="SandboxOptions.Email"/> and
/// <see cref="SandboxOptions.ApiToken"/>. All of them belong to the account that calls, whatever their e-mail address.
/// </summary>
/// <remarks>
/// Scopes are compared before routes and arguments: a token that lacks a scope of the operation gets 401, whether the operation exists
/// or not. The operations of v1 ask for classic scopes and those of v2 for granular ones, so that a token needs both to use both.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SandboxCredential
{
    private volatile bool _isRevoked;

    private SandboxCredential(SandboxCredentialKind kind, string? email, string token, IEnumerable<string> scopes, DateTimeOffset? expiresAt)
    {
        Kind = kind;
        Email = email is null || CredentialText.IsEmail(email)
            ? email
            : throw new ArgumentException("The e-mail address of a sandbox credential is none. Give one with an @ and without a colon, such as bot@example.com.", nameof(email));
        Token = CredentialText.IsToken(token)
            ? token
            : throw new ArgumentException("The token of a sandbox credential is empty or holds a character that no header can carry. Give printable ASCII without spaces.", nameof(token));
        ArgumentNullException.ThrowIfNull(scopes);
        Scopes = [.. scopes];
        ExpiresAt = expiresAt;
        if (Scopes.FirstOrDefault(static scope => string.IsNullOrEmpty(scope) || scope.Any(char.IsWhiteSpace)) is string bad)
        {
            throw new ArgumentException($"'{bad}' is no scope. Give each scope as a text of its own, such as read:page:confluence.", nameof(scopes));
        }
    }

    /// <summary>Gets the kind.</summary>
    public SandboxCredentialKind Kind { get; }

    /// <summary>Gets the e-mail address that Basic authentication names; null for OAuth.</summary>
    public string? Email { get; }

    /// <summary>Gets the scopes; empty for a token without any, which no scope bounds.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets when the credential ends, by the clock of the sandbox; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Gets whether the credential was revoked.</summary>
    public bool IsRevoked => _isRevoked;

    internal string Token { get; }

    /// <summary>Gets the app that the authorization server issued the token to; null for a credential of the options.</summary>
    internal SandboxApp? App { get; private init; }

    /// <summary>Gets whose points a quota counts: those of the app, whatever its token of the hour.</summary>
    internal object QuotaHolder => App ?? (object)this;

    internal bool IsBoundByScopes => Kind != SandboxCredentialKind.ApiToken;

    /// <summary>Makes an API token without scopes.</summary>
    /// <param name="email">The e-mail address of its account.</param>
    /// <param name="token">The token: printable ASCII without spaces.</param>
    /// <param name="expiresAt">When it ends; null for never.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The e-mail address or the token cannot be one; the token is not shown.</exception>
    public static SandboxCredential ApiToken(string email, string token, DateTimeOffset? expiresAt = null) =>
        new(SandboxCredentialKind.ApiToken, Required(email), token, [], expiresAt);

    /// <summary>Makes an API token with scopes.</summary>
    /// <param name="email">The e-mail address of its account.</param>
    /// <param name="token">The token: printable ASCII without spaces.</param>
    /// <param name="scopes">Its scopes, such as <c>read:page:confluence</c>; none is possible and reaches next to nothing.</param>
    /// <param name="expiresAt">When it ends; null for never.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The e-mail address, the token or a scope cannot be one; the token is not shown.</exception>
    public static SandboxCredential ScopedApiToken(string email, string token, IEnumerable<string> scopes, DateTimeOffset? expiresAt = null) =>
        new(SandboxCredentialKind.ScopedApiToken, Required(email), token, scopes, expiresAt);

    /// <summary>Makes the token of a service account.</summary>
    /// <param name="email">The e-mail address of the service account.</param>
    /// <param name="token">The token: printable ASCII without spaces.</param>
    /// <param name="scopes">Its scopes.</param>
    /// <param name="expiresAt">When it ends; null for never.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The e-mail address, the token or a scope cannot be one; the token is not shown.</exception>
    public static SandboxCredential ServiceAccount(string email, string token, IEnumerable<string> scopes, DateTimeOffset? expiresAt = null) =>
        new(SandboxCredentialKind.ServiceAccount, Required(email), token, scopes, expiresAt);

    /// <summary>Makes an OAuth 2.0 access token.</summary>
    /// <param name="token">The token: printable ASCII without spaces.</param>
    /// <param name="scopes">Its scopes.</param>
    /// <param name="expiresAt">When it ends; null for never. Real ones last an hour.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The token or a scope cannot be one; the token is not shown.</exception>
    public static SandboxCredential OAuth(string token, IEnumerable<string> scopes, DateTimeOffset? expiresAt = null) =>
        new(SandboxCredentialKind.OAuth, null, token, scopes, expiresAt);

    /// <summary>Makes an access token that the authorization server issues.</summary>
    internal static SandboxCredential Issued(SandboxApp app, string token, IEnumerable<string> scopes, DateTimeOffset expiresAt) =>
        new(SandboxCredentialKind.OAuth, null, token, scopes, expiresAt) { App = app };

    /// <summary>Revokes the credential, in every sandbox that accepts it: from now on it is refused like a wrong one.</summary>
    public void Revoke() => _isRevoked = true;

    /// <summary>Names kind, account and number of scopes; the token stays out of it.</summary>
    /// <returns>For example <c>ScopedApiToken of bot@example.com with 3 scopes</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind}{(Email is null ? "" : " of " + Email)}{(IsBoundByScopes ? $" with {Scopes.Count} scopes" : "")}");

    private static string Required(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email;
    }
}
