using Confluence.Sandbox.Grants;

namespace Confluence.Sandbox;

/// <summary>What the authorization server of a sandbox granted to the apps of <see cref="SandboxOptions.Apps"/>. It tells no token and no code.</summary>
public sealed class SandboxGrants
{
    private readonly GrantBook _grants;

    internal SandboxGrants(GrantBook grants) => _grants = grants;

    /// <summary>
    /// Gets how many requests for tokens there were by their grant type: <c>authorization_code</c>, <c>refresh_token</c> and <c>client_credentials</c>, each
    /// of which is there from the start. Refused requests count; those that a rule or a fault answered before they were read do not.
    /// </summary>
    public IReadOnlyDictionary<string, int> TokenRequests => _grants.CopyCounts();

    /// <summary>Gets how many families have a refresh token that is good: one for each consent with <c>offline_access</c> that has not ended.</summary>
    public int LiveFamilies => _grants.CountLiveFamilies();

    /// <summary>
    /// Ends everything that was granted to an app, as when an account takes its consent back: codes, refresh tokens and access tokens, which the gateway
    /// answers with 401 from now on. The app may ask for consent again.
    /// </summary>
    /// <param name="clientId">The client id of the app.</param>
    /// <exception cref="ArgumentNullException">The client id is null.</exception>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public void RevokeAll(string clientId)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        _grants.RevokeAll(_grants.FindApp(clientId)
            ?? throw new ArgumentException($"There is no app '{clientId}'. Give the client id of one of {nameof(SandboxOptions)}.{nameof(SandboxOptions.Apps)}.", nameof(clientId)));
    }
}
