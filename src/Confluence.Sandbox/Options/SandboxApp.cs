using System.Diagnostics;

namespace Confluence.Sandbox;

/// <summary>
/// An app that the authorization server of a sandbox knows (<see cref="ConfluenceSandbox.AuthorizationAddress"/>): it gets tokens by OAuth 2.0
/// with the consent of an account (3LO), or, as a service account, by its own client credentials.
/// </summary>
/// <remarks>
/// The access tokens are taken as Bearer at the gateway and not at the site, with the scopes that were consented to, and end by the clock of the sandbox. A
/// refresh token is given when <c>offline_access</c> was among the scopes. Each use replaces it; the tokens that came from one consent are a family.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SandboxApp
{
    /// <summary>Makes an app.</summary>
    /// <param name="clientId">Its client id: printable ASCII without spaces.</param>
    /// <param name="clientSecret">Its secret: printable ASCII without spaces.</param>
    /// <exception cref="ArgumentException">One of the two is empty or holds another character; the secret is not shown.</exception>
    public SandboxApp(string clientId, string clientSecret)
    {
        ClientId = CredentialText.IsToken(clientId)
            ? clientId
            : throw new ArgumentException("The client id of a sandbox app is empty or holds a space or a character outside ASCII. Give printable ASCII without spaces.", nameof(clientId));
        ClientSecret = CredentialText.IsToken(clientSecret)
            ? clientSecret
            : throw new ArgumentException("The secret of a sandbox app is empty or holds a space or a character outside ASCII. Give printable ASCII without spaces.", nameof(clientSecret));
    }

    /// <summary>Gets the client id.</summary>
    public string ClientId { get; }

    /// <summary>
    /// Gets the addresses that a browser may be sent back to. The <c>redirect_uri</c> of a request must be one of them, except that an <c>http</c> address on
    /// <c>127.0.0.1</c> or <c>localhost</c> that is registered without a port stands for itself with any port. None by default.
    /// </summary>
    public IList<Uri> RedirectUris { get; } = [];

    /// <summary>Gets the scopes that the app may ask for, beside <c>offline_access</c>. Empty, the default, is any.</summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>Gets or sets what happens when the app asks for consent. The default is <see cref="SandboxConsent.Ask"/>.</summary>
    public SandboxConsent Consent { get; set; }

    /// <summary>Gets or sets whether the app is a service account, which gets tokens with <c>client_credentials</c>. The default is false.</summary>
    public bool IsServiceAccount { get; set; }

    /// <summary>
    /// Gets or sets whether the site of the sandbox is among those that the app's tokens reach. The default is true; with false it is not listed among the
    /// accessible resources, and the gateway answers 401 for it.
    /// </summary>
    public bool IsOnThisSite { get; set; } = true;

    /// <summary>Gets further sites that the app's tokens list among the accessible resources. None by default.</summary>
    public IList<SandboxSite> FurtherSites { get; } = [];

    /// <summary>Gets or sets how long an access token lasts, in full seconds: 1 second to 365 days. The default is an hour.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets how long a refresh token lasts that nobody uses: 1 second to 3,650 days. The default is 90 days.</summary>
    public TimeSpan RefreshTokenIdleLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Gets or sets whether using a refresh token again that was replaced ends its family, so that the refresh token in its place dies too. The default is true.
    /// Access tokens that were given out last until their end.
    /// </summary>
    public bool ReuseRevokesFamily { get; set; } = true;

    internal string ClientSecret { get; }

    /// <summary>Names the app; the secret stays out of it.</summary>
    /// <returns>For example <c>App my-client-id</c>.</returns>
    public override string ToString() => $"App {ClientId}";

    /// <summary>Copies the app, so that later changes do not reach a running sandbox.</summary>
    internal SandboxApp Copy()
    {
        SandboxApp copy = new(ClientId, ClientSecret)
        {
            Consent = Consent,
            IsServiceAccount = IsServiceAccount,
            IsOnThisSite = IsOnThisSite,
            AccessTokenLifetime = AccessTokenLifetime,
            RefreshTokenIdleLifetime = RefreshTokenIdleLifetime,
            ReuseRevokesFamily = ReuseRevokesFamily,
        };
        foreach (Uri address in RedirectUris)
        {
            copy.RedirectUris.Add(address);
        }

        foreach (string scope in Scopes)
        {
            copy.Scopes.Add(scope);
        }

        foreach (SandboxSite site in FurtherSites)
        {
            copy.FurtherSites.Add(site);
        }

        return copy;
    }
}
