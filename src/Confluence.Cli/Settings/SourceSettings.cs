using Confluence.Generated;

namespace Confluence.Cli.Settings;

/// <summary>Where the tool reads from.</summary>
internal abstract record SourceSettings;

/// <summary>A real site, with the credential to read it.</summary>
/// <param name="Site">The address.</param>
/// <param name="Credential">The credential, whose text form shows no secret.</param>
internal sealed record SiteSettings(ConfluenceSite Site, ConfluenceCredential Credential) : SourceSettings;

/// <summary>The embedded sandbox: an invented site.</summary>
/// <param name="Seed">The seed from which its content grows.</param>
/// <param name="Pages">The number of its pages.</param>
internal sealed record SandboxSettings(int Seed, int Pages) : SourceSettings;
