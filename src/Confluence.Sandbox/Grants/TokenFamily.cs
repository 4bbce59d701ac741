namespace Confluence.Sandbox.Grants;

/// <summary>The refresh tokens that follow each other after one consent. Only the last one counts.</summary>
internal sealed class TokenFamily(SandboxApp app, IReadOnlyList<string> scopes)
{
    private DateTimeOffset _renewedAt;

    public SandboxApp App => app;

    public IReadOnlyList<string> Scopes => scopes;

    /// <summary>Gets the last refresh token.</summary>
    public string RefreshToken { get; private set; } = "";

    /// <summary>Gets or sets whether the family was ended: by a token that was used again, or by whoever gave the consent.</summary>
    public bool IsRevoked { get; set; }

    public bool IsLive(DateTimeOffset now) => !IsRevoked && now - _renewedAt < app.RefreshTokenIdleLifetime;

    public void Renew(string refreshToken, DateTimeOffset now)
    {
        RefreshToken = refreshToken;
        _renewedAt = now;
    }
}
