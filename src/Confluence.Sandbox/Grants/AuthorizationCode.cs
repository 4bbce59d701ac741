using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Confluence.Sandbox.Grants;

/// <summary>What was consented to under a code that no token was given for yet.</summary>
/// <param name="App">The app.</param>
/// <param name="RedirectUri">The address that the code was sent to, as the request wrote it.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="Challenge">The SHA-256 challenge of PKCE; null when the request had none.</param>
/// <param name="EndsAt">When the code ends.</param>
internal sealed record AuthorizationCode(SandboxApp App, string RedirectUri, IReadOnlyList<string> Scopes, string? Challenge, DateTimeOffset EndsAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Tells whether a verifier is that of the challenge. Where there was no challenge there must be no verifier: one of the two requests was tampered with.</summary>
    public bool IsVerifiedBy(string? verifier) => Challenge is null
        ? verifier is null
        : verifier is not null && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == Challenge;
}
