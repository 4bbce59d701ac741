namespace Confluence.Generated.OAuth;

/// <summary>What tokens are asked for with.</summary>
/// <param name="GrantType">What the server calls it.</param>
/// <param name="What">What it is, for messages.</param>
internal sealed record TokenRequest(string GrantType, string What)
{
    public static TokenRequest Code { get; } = new("authorization_code", "The code could not be exchanged");

    public static TokenRequest Refresh { get; } = new("refresh_token", "The access token could not be renewed");

    public static TokenRequest Own { get; } = new("client_credentials", "The app got no access token of its own");
}
