namespace Confluence.Sandbox.Grants;

/// <summary>The words for what a token is asked for with, and for what a refresh token is asked for with.</summary>
internal static class GrantType
{
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";
    public const string ClientCredentials = "client_credentials";

    /// <summary>The scope that asks for a refresh token. No operation needs it.</summary>
    public const string OfflineAccess = "offline_access";

    public static readonly IReadOnlyList<string> All = [AuthorizationCode, RefreshToken, ClientCredentials];
}
