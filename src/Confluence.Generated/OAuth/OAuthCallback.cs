using System.Security.Cryptography;
using System.Text;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Requests;

namespace Confluence.Generated.OAuth;

/// <summary>Reads what the browser came back with.</summary>
internal static class OAuthCallback
{
    /// <summary>The code.</summary>
    /// <exception cref="ConfluenceOAuthException">There is none, or it does not belong to the consent.</exception>
    public static string CodeOf(OAuthConsent consent, Uri callback)
    {
        string query = callback.IsAbsoluteUri ? callback.Query : callback.OriginalString[(callback.OriginalString.IndexOf('?', StringComparison.Ordinal) + 1)..];
        QueryBuilder parameters = QueryBuilder.Parse(query.TrimStart('?'));

        // The state comes first: what was not asked for by this person says nothing, not even that somebody declined.
        if (parameters.Find("state") is not { } state || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(consent.State)))
        {
            throw new ConfluenceOAuthException(
                ConfluenceOAuthErrorKind.StateMismatch,
                "The browser came back with another state than it was sent with. It may belong to a consent of another window or another person, or somebody forged the address. Nothing was exchanged; begin again.");
        }

        if (parameters.Find("error") is { } error)
        {
            string code = SafeText.Clean(error, SafeText.PhraseLength) ?? "no code";
            bool isDeclined = error == "access_denied";
            throw new ConfluenceOAuthException(
                isDeclined ? ConfluenceOAuthErrorKind.Declined : ConfluenceOAuthErrorKind.Unknown,
                isDeclined ? "The person did not consent, so there are no tokens." : $"The authorization server refused to ask for consent ({code}). Check the redirect address and the scopes of the app in the developer console.") { ErrorCode = code };
        }

        return parameters.Find("code") is { Length: > 0 } found ? found : throw new ConfluenceOAuthException(
            ConfluenceOAuthErrorKind.Unknown, "The browser came back without a code and without an error. Give the whole address that it came back to, with its query.");
    }
}
