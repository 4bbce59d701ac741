using System.Security.Cryptography;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.Grants;

/// <summary>
/// The apps and what was granted to them: codes, families of refresh tokens, access tokens. It keeps what has ended, because a token that was
/// once good is refused in other words than one that never was. All of it is under one lock: of two requests with one code or refresh token one wins.
/// </summary>
internal sealed class GrantBook(IEnumerable<SandboxApp> apps, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SandboxApp> _apps = apps.ToDictionary(static app => app.ClientId, static app => app.Copy());
    private readonly Dictionary<string, AuthorizationCode> _codes = [];
    private readonly Dictionary<string, TokenFamily> _families = [];
    private readonly Dictionary<string, SandboxCredential> _accessTokens = [];
    private readonly Dictionary<string, int> _requests = GrantType.All.ToDictionary(static grant => grant, static _ => 0);

    /// <summary>Gives an app by its client id; null when there is none.</summary>
    public SandboxApp? FindApp(string clientId) => _apps.GetValueOrDefault(clientId);

    /// <summary>Gives the credential of an access token, which may have ended; null for a token that was never given.</summary>
    public SandboxCredential? FindCredential(string accessToken)
    {
        lock (_lock)
        {
            return _accessTokens.GetValueOrDefault(accessToken);
        }
    }

    /// <summary>Counts a request for tokens.</summary>
    public void Count(string grantType)
    {
        lock (_lock)
        {
            _requests[grantType]++;
        }
    }

    /// <summary>Gives the number of requests of each grant type.</summary>
    public IReadOnlyDictionary<string, int> CopyCounts()
    {
        lock (_lock)
        {
            return new Dictionary<string, int>(_requests);
        }
    }

    /// <summary>Gives the number of families whose refresh token is good.</summary>
    public int CountLiveFamilies()
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            return _families.Values.Distinct().Count(family => family.IsLive(now));
        }
    }

    /// <summary>Writes a consent down and gives the code for it.</summary>
    public string Consent(SandboxApp app, string redirectUri, IReadOnlyList<string> scopes, string? challenge)
    {
        string code = NewSecret();
        lock (_lock)
        {
            _codes.Add(code, new AuthorizationCode(app, redirectUri, scopes, challenge, clock.GetUtcNow() + AuthorizationCode.Lifetime));
        }

        return code;
    }

    /// <summary>Gives tokens for a code, which is used up even if the rest of the request does not fit it.</summary>
    public IssuedTokens Redeem(SandboxApp app, string code, string redirectUri, string? verifier)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (!_codes.TryGetValue(code, out AuthorizationCode? consent) || consent.App != app || !_codes.Remove(code) || now >= consent.EndsAt)
            {
                throw OAuthError.InvalidGrant("The code is unknown, was used before or has ended");
            }

            if (consent.RedirectUri != redirectUri)
            {
                throw OAuthError.InvalidGrant("redirect_uri is not the one that the code was sent to");
            }

            if (!consent.IsVerifiedBy(verifier))
            {
                throw OAuthError.InvalidGrant("code_verifier does not fit the code_challenge");
            }

            return consent.Scopes.Contains(GrantType.OfflineAccess)
                ? Renew(new TokenFamily(app, consent.Scopes), now)
                : new IssuedTokens(NewAccessToken(app, consent.Scopes, now), app.AccessTokenLifetime, consent.Scopes, null);
        }
    }

    /// <summary>Gives new tokens for a refresh token, which dies by that.</summary>
    public IssuedTokens Refresh(SandboxApp app, string refreshToken)
    {
        lock (_lock)
        {
            if (!_families.TryGetValue(refreshToken, out TokenFamily? family) || family.App != app)
            {
                throw OAuthError.InvalidGrant("The refresh token is unknown or has ended");
            }

            if (family.RefreshToken != refreshToken)
            {
                family.IsRevoked |= app.ReuseRevokesFamily;
                throw OAuthError.RefreshTokenReplaced();
            }

            DateTimeOffset now = clock.GetUtcNow();
            return family.IsLive(now) ? Renew(family, now) : throw OAuthError.InvalidGrant("The refresh token is unknown or has ended");
        }
    }

    /// <summary>Gives a service account an access token.</summary>
    public IssuedTokens Issue(SandboxApp app, IReadOnlyList<string> scopes)
    {
        lock (_lock)
        {
            return new IssuedTokens(NewAccessToken(app, scopes, clock.GetUtcNow()), app.AccessTokenLifetime, scopes, null);
        }
    }

    /// <summary>Ends everything that was granted to an app.</summary>
    public void RevokeAll(SandboxApp app)
    {
        lock (_lock)
        {
            foreach ((string code, _) in _codes.Where(entry => entry.Value.App == app).ToArray())
            {
                _codes.Remove(code);
            }

            foreach (TokenFamily family in _families.Values.Where(family => family.App == app))
            {
                family.IsRevoked = true;
            }

            foreach (SandboxCredential credential in _accessTokens.Values.Where(credential => credential.App == app))
            {
                credential.Revoke();
            }
        }
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    private IssuedTokens Renew(TokenFamily family, DateTimeOffset now)
    {
        family.Renew(NewSecret(), now);
        _families.Add(family.RefreshToken, family);
        return new IssuedTokens(NewAccessToken(family.App, family.Scopes, now), family.App.AccessTokenLifetime, family.Scopes, family.RefreshToken);
    }

    private string NewAccessToken(SandboxApp app, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        string token = NewSecret();
        _accessTokens.Add(token, SandboxCredential.Issued(app, token, scopes.Where(static scope => scope != GrantType.OfflineAccess), now + app.AccessTokenLifetime));
        return token;
    }
}
