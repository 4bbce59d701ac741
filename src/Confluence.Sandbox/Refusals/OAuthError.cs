using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Refusals;

/// <summary>The error answers of the authorization server: <c>{error, error_description}</c> for programs, and web pages for browsers.</summary>
internal static class OAuthError
{
    public static Refusal InvalidRequest(string description) => Of(StatusCodes.Status400BadRequest, "invalid_request", description);

    public static Refusal InvalidScope(string description) => Of(StatusCodes.Status400BadRequest, "invalid_scope", description);

    public static Refusal UnsupportedGrant() =>
        Of(StatusCodes.Status403Forbidden, "unsupported_grant_type", "grant_type must be authorization_code, refresh_token or client_credentials");

    /// <summary>Says that the client is unknown or its secret wrong, and not which of them. Atlassian uses the code of somebody who declines.</summary>
    public static Refusal ClientRefused() => Of(StatusCodes.Status401Unauthorized, "access_denied", "Unauthorized");

    /// <summary>Says that a code or refresh token is unknown, has ended, or does not fit the rest of the request.</summary>
    public static Refusal InvalidGrant(string description) => Of(StatusCodes.Status403Forbidden, "invalid_grant", description);

    /// <summary>Says that a refresh token was replaced by another.</summary>
    public static Refusal RefreshTokenReplaced() => Of(StatusCodes.Status403Forbidden, "unauthorized_client", "refresh_token is invalid");

    public static Refusal GrantNotAllowed() =>
        Of(StatusCodes.Status403Forbidden, "unauthorized_client", "The client is no service account and may not use client_credentials");

    /// <summary>Tells a browser what is wrong where it cannot be sent back: the address to send it to is not to be trusted.</summary>
    /// <param name="title">What is wrong, in words of the sandbox alone: it is not encoded.</param>
    public static Refusal Page(string title) => Refusal.WithHtml(StatusCodes.Status400BadRequest, title);

    private static Refusal Of(int status, string error, string description) => Refusal.WithJson(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("error"u8, error);
        writer.WriteString("error_description"u8, description);
        writer.WriteEndObject();
    });
}
