using System.Diagnostics;
using System.Net.Http.Headers;
using Confluence.Generated.Authentication;

namespace Confluence.Generated;

/// <summary>
/// A bearer token as it is: an OAuth 2.0 access token, or the API token of a service account.
/// Both work only at the gateway, <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>. The token is not renewed.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BearerTokenCredential : ConfluenceCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly AuthenticationHeaderValue _authorization;

    /// <summary>Makes the credential.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentNullException">The token is null.</exception>
    /// <exception cref="ArgumentException">The token cannot be right. The message says why and does not show it.</exception>
    public BearerTokenCredential(string token)
    {
        Secret.Check(token, nameof(token), "bearer token");
        if (token.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) && token.Length > 6 && !char.IsAsciiLetterOrDigit(token[6]))
        {
            throw new ArgumentException("The bearer token begins with the word 'Bearer'. Give the token alone.", nameof(token));
        }

        _authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <inheritdoc/>
    public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) => new(_authorization);

    /// <summary>Names the kind of credential, without the token.</summary>
    /// <returns>The words <c>bearer token</c>.</returns>
    public override string ToString() => "bearer token";
}
