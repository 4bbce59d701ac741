using Confluence.Cli.Kept;
using Confluence.Generated;

namespace Confluence.Cli.Settings;

/// <summary>Where the tool reads from.</summary>
internal abstract record SourceSettings;

/// <summary>A real site.</summary>
/// <param name="Site">The address that requests go to.</param>
internal abstract record SiteSettings(ConfluenceSite Site) : SourceSettings
{
    /// <summary>Gets the address that exports and lines name: the same for each way to sign in.</summary>
    public virtual string Address => Site.ToString();

    /// <summary>Gets the address of the gateway for a site that does not say it; null for Atlassian's.</summary>
    public virtual Uri? Gateway => null;

    /// <summary>Makes the credential.</summary>
    /// <param name="http">What it sends requests of its own with.</param>
    /// <param name="clock">The clock.</param>
    public abstract ConfluenceCredential Credential(HttpClient http, TimeProvider clock);
}

/// <summary>A real site, read with an API token.</summary>
/// <param name="Site">The address.</param>
/// <param name="Token">The credential, whose text form shows no secret.</param>
internal sealed record TokenSettings(ConfluenceSite Site, ApiTokenCredential Token) : SiteSettings(Site)
{
    /// <inheritdoc/>
    public override ConfluenceCredential Credential(HttpClient http, TimeProvider clock) => Token;
}

/// <summary>A real site, read as the person who consented to an OAuth app.</summary>
/// <param name="Site">The address.</param>
/// <param name="App">The app.</param>
/// <param name="Folder">Where its tokens are kept.</param>
/// <param name="Addresses">Where tokens are renewed.</param>
internal sealed record ConsentSettings(ConfluenceSite Site, KeptApp App, SignInFolder Folder, OAuthAddresses Addresses) : SiteSettings(Site)
{
    /// <inheritdoc/>
    public override string Address => Site.WebBase?.GetLeftPart(UriPartial.Authority) ?? Site.ToString();

    /// <inheritdoc/>
    public override Uri? Gateway => Addresses.Gateway;

    /// <inheritdoc/>
    public override ConfluenceCredential Credential(HttpClient http, TimeProvider clock) =>
        new OAuthCredential(Addresses.App(App.ClientId, App.ClientSecret, http, clock), Folder.Tokens);
}

/// <summary>The embedded sandbox: an invented site.</summary>
/// <param name="Seed">The seed from which its content grows.</param>
/// <param name="Pages">The number of its pages.</param>
internal sealed record SandboxSettings(int Seed, int Pages) : SourceSettings;
