using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.OAuth;

/// <summary>Makes the exceptions of the authorization server, and tells its refusals apart.</summary>
internal static class TokenFailures
{
    private const string AgainConsent = "The person must consent again.";

    public static ConfluenceOAuthException Refused(TokenRequest request, HttpAnswer answer)
    {
        (string? code, string? description) = TokenJson.ReadError(answer);
        string? shownCode = answer.Clean(code, SafeText.PhraseLength);
        string said = $" ({(int)answer.StatusCode}{(shownCode is null ? string.Empty : $" {shownCode}")}{(answer.Clean(description, SafeText.PhraseLength) is { } text ? $": {text}" : string.Empty)})";
        (ConfluenceOAuthErrorKind kind, string advice) = Classify(request, answer.StatusCode, code, description);
        return new ConfluenceOAuthException(kind, $"{request.What}{said}. {advice}") { ErrorCode = shownCode };
    }

    public static ConfluenceOAuthException Unreadable(TokenRequest request, HttpAnswer answer) => new(
        ConfluenceOAuthErrorKind.Unknown, $"{request.What}: the server answered {(int)answer.StatusCode}, but without an access token that can be read. Check the address of the authorization server, and whether a proxy answers in its place.");

    public static ConfluenceOAuthException Unreachable(Uri address, TimeSpan limit, Exception cause) => new(
        ConfluenceOAuthErrorKind.Unavailable,
        $"{address.Host} gave no answer: {(cause is OperationCanceledException ? $"it took longer than {limit.TotalSeconds:0.#} s" : cause.GetType().Name)}. Check the connection, the proxy settings and {nameof(OAuthAppOptions)}.",
        cause);

    public static ConfluenceOAuthException Resources(HttpAnswer answer) => IsOutOfOrder(answer.StatusCode)
        ? new(ConfluenceOAuthErrorKind.Unavailable, $"The list of sites could not be read: the gateway answered {(int)answer.StatusCode}. Try again later.")
        : new(ConfluenceOAuthErrorKind.Unknown, $"The list of sites could not be read: the gateway answered {(int)answer.StatusCode}. {(answer.StatusCode == HttpStatusCode.Unauthorized ? "The access token has ended, or was revoked: let the person consent again." : "Check the address of the gateway.")}");

    private static (ConfluenceOAuthErrorKind Kind, string Advice) Classify(TokenRequest request, HttpStatusCode status, string? code, string? description)
    {
        if (IsOutOfOrder(status))
        {
            return (ConfluenceOAuthErrorKind.Unavailable, "The authorization server is out of order or takes no more requests. Try again later.");
        }

        // A wrong secret has the code of a person who declined; only here nobody was asked.
        if (code is "access_denied" or "invalid_client" || (code is null && status == HttpStatusCode.Unauthorized))
        {
            return (ConfluenceOAuthErrorKind.ClientRejected, "The client id or the client secret is wrong. Compare both with the app in the developer console; a secret that was replaced there works no more.");
        }

        bool isOfRefreshToken = request == TokenRequest.Refresh
            && (code is "invalid_grant" || (code is "unauthorized_client" && description?.Contains("refresh", StringComparison.OrdinalIgnoreCase) != false));
        if (isOfRefreshToken)
        {
            return (ConfluenceOAuthErrorKind.RefreshTokenRejected, code == "unauthorized_client"
                ? $"The refresh token was used before: each works once. Another process that shares the account may have used it without sharing the store of tokens. {AgainConsent}"
                : $"The refresh token is not valid any more: refresh tokens end after 90 days without use, and when the account changes its password or revokes the app. {AgainConsent}");
        }

        if (code is "invalid_grant" && request == TokenRequest.Code)
        {
            return (ConfluenceOAuthErrorKind.CodeRejected, "The code was used before, is older than some minutes, or was issued for another redirect address or another consent. Begin again.");
        }

        return (ConfluenceOAuthErrorKind.Unknown, request == TokenRequest.Own
            ? "Check that the app belongs to a service account that may use client credentials."
            : "Compare the app in the developer console with what the code says: client id, redirect address, scopes.");
    }

    private static bool IsOutOfOrder(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}
