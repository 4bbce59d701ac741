using System.Buffers.Text;
using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Confluence.Sandbox.OAuth;

/// <summary>What an app asks for when it sends a browser to <c>/authorize</c>.</summary>
/// <param name="App">The app.</param>
/// <param name="RedirectUri">Where the browser is to be sent back to, as the request writes it.</param>
/// <param name="State">What is to be sent back with it; null for nothing.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="Challenge">The challenge of PKCE; null for none.</param>
internal sealed record AuthorizationRequest(SandboxApp App, string RedirectUri, string? State, IReadOnlyList<string> Scopes, string? Challenge)
{
    private const string Audience = "api.atlassian.com";
    private const int ChallengeLength = 43; // SHA-256 in Base64Url.

    /// <summary>Reads a query. What is wrong with app or address is thrown, because then there is nowhere to send the browser to.</summary>
    public static AuthorizationRequest Read(IQueryCollection query, GrantBook grants)
    {
        SandboxApp app = Single(query, "client_id") is { } clientId && grants.FindApp(clientId) is { } found
            ? found
            : throw OAuthError.Page("client_id is missing or unknown");
        string redirectUri = Single(query, "redirect_uri") is { } address && RedirectRule.Allows(app, address)
            ? address
            : throw OAuthError.Page("redirect_uri is missing or not registered for this app");
        string[] scopes = [.. (Single(query, "scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return new AuthorizationRequest(app, redirectUri, Single(query, "state"), scopes, Single(query, "code_challenge"));
    }

    /// <summary>Gives what else is wrong, to be told to the app: the code of the error and its description; null when all is right.</summary>
    public (string Error, string Description)? Mistake(IQueryCollection query)
    {
        if (query.Any(static parameter => parameter.Value.Count > 1))
        {
            return ("invalid_request", "A parameter is there twice");
        }

        if (Single(query, "response_type") != "code")
        {
            return ("unsupported_response_type", "response_type must be code");
        }

        if (Single(query, "audience") != Audience)
        {
            return ("invalid_request", "audience must be " + Audience);
        }

        if (Single(query, "prompt") != "consent")
        {
            return ("invalid_request", "prompt must be consent");
        }

        if (Challenge is null ? query.ContainsKey("code_challenge_method") : Single(query, "code_challenge_method") != "S256" || !IsChallenge(Challenge))
        {
            return ("invalid_request", "code_challenge must be a SHA-256 hash in Base64Url, with code_challenge_method S256");
        }

        return Scopes.Count == 0 ? ("invalid_scope", "scope is missing")
            : Scopes.All(MayAskFor) ? null
            : ("invalid_scope", "The app may not ask for one of the scopes");
    }

    /// <summary>Gives the address to send the browser to, with what is told there.</summary>
    public string Back(IEnumerable<KeyValuePair<string, string?>> told) => QueryHelpers.AddQueryString(
        new Uri(RedirectUri).AbsoluteUri,
        State is null ? told : told.Append(KeyValuePair.Create<string, string?>("state", State)));

    private static string? Single(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;

    private static bool IsChallenge(string text) => text.Length == ChallengeLength && Base64Url.IsValid(text);

    private bool MayAskFor(string scope) => App.Scopes.Count == 0 || scope == GrantType.OfflineAccess || App.Scopes.Contains(scope);
}
