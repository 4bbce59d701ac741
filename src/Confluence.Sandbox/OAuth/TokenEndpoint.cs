using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.OAuth;

/// <summary>Where apps get tokens.</summary>
internal sealed class TokenEndpoint(GrantBook grants)
{
    public const string Path = SandboxRule.TokenPath;

    public async Task AnswerAsync(Exchange exchange)
    {
        exchange.Response.Headers.CacheControl = "no-store";
        Parameters parameters = await Parameters.ReadAsync(exchange).ConfigureAwait(false);
        string grantType = parameters.Required("grant_type");
        if (!GrantType.All.Contains(grantType))
        {
            throw OAuthError.UnsupportedGrant();
        }

        grants.Count(grantType);
        SandboxApp app = Admit(parameters);
        Write(exchange, grantType switch
        {
            GrantType.AuthorizationCode =>
                grants.Redeem(app, parameters.Required("code"), parameters.Required("redirect_uri"), parameters.Optional("code_verifier")),
            GrantType.RefreshToken => grants.Refresh(app, parameters.Required("refresh_token")),
            _ => grants.Issue(app, ScopesOfServiceAccount(app, parameters)),
        });
    }

    private SandboxApp Admit(Parameters parameters)
    {
        string clientId = parameters.Required("client_id");
        return grants.FindApp(clientId) is { } app && parameters.Optional("client_secret") == app.ClientSecret ? app : throw OAuthError.ClientRefused();
    }

    private static string[] ScopesOfServiceAccount(SandboxApp app, Parameters parameters)
    {
        if (!app.IsServiceAccount)
        {
            throw OAuthError.GrantNotAllowed();
        }

        string[] asked = [.. parameters.Optional("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct() ?? app.Scopes];
        asked = [.. asked.Where(static scope => scope != GrantType.OfflineAccess)]; // There is nobody to be absent, and no refresh token.
        return app.Scopes.Count == 0 || asked.All(app.Scopes.Contains) ? asked : throw OAuthError.InvalidScope("The app does not have one of the scopes");
    }

    private static void Write(Exchange exchange, IssuedTokens tokens) => exchange.WriteObject(writer =>
    {
        writer.WriteString("access_token"u8, tokens.AccessToken);
        writer.WriteNumber("expires_in"u8, (long)tokens.Lifetime.TotalSeconds);
        writer.WriteString("token_type"u8, "Bearer"u8);
        writer.WriteString("scope"u8, string.Join(' ', tokens.Scopes));
        if (tokens.RefreshToken is { } refreshToken)
        {
            writer.WriteString("refresh_token"u8, refreshToken);
        }
    });
}
