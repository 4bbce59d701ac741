namespace Confluence.Sandbox.Grants;

/// <summary>What an app gets for its request.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="Lifetime">How long it lasts.</param>
/// <param name="Scopes">The scopes, <c>offline_access</c> among them when it was consented to.</param>
/// <param name="RefreshToken">The refresh token; null for none.</param>
internal sealed record IssuedTokens(string AccessToken, TimeSpan Lifetime, IReadOnlyList<string> Scopes, string? RefreshToken)
{
    // The record would print the tokens.
    public override string ToString() => $"Tokens for {string.Join(' ', Scopes)}";
}
