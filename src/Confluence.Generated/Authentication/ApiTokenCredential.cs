using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Confluence.Generated.Authentication;

namespace Confluence.Generated;

/// <summary>
/// An Atlassian account's e-mail address with an API token of that account (Basic authentication).
/// A token without scopes works at the site and at the gateway; a token with scopes, and every token of a service account,
/// works only at the gateway, <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ApiTokenCredential : ConfluenceCredential
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly AuthenticationHeaderValue _authorization;

    /// <summary>Makes the credential.</summary>
    /// <param name="email">The e-mail address of the Atlassian account that the token belongs to.</param>
    /// <param name="token">The API token, as Atlassian showed it when it was made.</param>
    /// <exception cref="ArgumentNullException">One of the two is null.</exception>
    /// <exception cref="ArgumentException">One of the two cannot be right. The message says why and does not show the token.</exception>
    public ApiTokenCredential(string email, string token)
    {
        ArgumentNullException.ThrowIfNull(email);
        Email = CheckEmail(email);
        _authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{Secret.Check(token, nameof(token), "API token")}")));
    }

    /// <summary>The e-mail address of the account.</summary>
    public string Email { get; }

    /// <inheritdoc/>
    public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) => new(_authorization);

    /// <summary>Names the kind of credential and the account, without the token.</summary>
    /// <returns>For example <c>API token of ada@example.com</c>.</returns>
    public override string ToString() => $"API token of {Email}";

    private static string CheckEmail(string email)
    {
        if (string.IsNullOrWhiteSpace(email))
        {
            throw new ArgumentException("The e-mail address is empty. Give the address of the Atlassian account that the token belongs to.", nameof(email));
        }

        // The address is not shown: people mix up the order of the two arguments, and then this is the token.
        int at = email.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == email.Length - 1 || at != email.LastIndexOf('@'))
        {
            throw new ArgumentException("The e-mail address does not look like one: it must hold one '@' between a name and a host. The e-mail address comes first, the token second.", nameof(email));
        }

        foreach (char character in email)
        {
            if (character == ':' || char.IsWhiteSpace(character) || char.IsControl(character))
            {
                throw new ArgumentException("The e-mail address holds a space, a colon or a control character. Remove it.", nameof(email));
            }
        }

        return email;
    }
}
