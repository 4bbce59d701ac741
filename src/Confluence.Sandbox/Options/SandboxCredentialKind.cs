namespace Confluence.Sandbox;

/// <summary>The kinds of credentials that Confluence Cloud knows. They differ in where they are taken, and in whether scopes bound them.</summary>
public enum SandboxCredentialKind
{
    /// <summary>An API token without scopes: Basic, with the e-mail address of its account, at the site and at the gateway.</summary>
    ApiToken,

    /// <summary>An API token with scopes: Basic, at the gateway only. The site answers it with 401 and a web page.</summary>
    ScopedApiToken,

    /// <summary>The token of a service account, which always has scopes: Basic or Bearer, at the gateway only.</summary>
    ServiceAccount,

    /// <summary>An OAuth 2.0 access token: Bearer, at the gateway only.</summary>
    OAuth,
}
