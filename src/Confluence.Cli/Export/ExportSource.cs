using Confluence.Cli.Settings;

namespace Confluence.Cli.Export;

/// <summary>Where exported data came from, as the manifest says it. It never holds a credential.</summary>
internal sealed record ExportSource
{
    /// <summary>Gets <c>site</c> for a real site, <c>sandbox</c> for invented data.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the address of the site.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the seed of the sandbox.</summary>
    public int? Seed { get; init; }

    /// <summary>Gets the size of the sandbox: the same seed gives another site when it has more pages.</summary>
    public int? Pages { get; init; }

    /// <summary>Describes the source that the settings name.</summary>
    public static ExportSource Of(SourceSettings settings) => settings switch
    {
        SandboxSettings sandbox => new() { Kind = "sandbox", Seed = sandbox.Seed, Pages = sandbox.Pages },
        SiteSettings site => new() { Kind = "site", Address = site.Site.ToString() },
        _ => throw new ArgumentException($"The settings {settings.GetType().Name} name a source that exports do not know.", nameof(settings)),
    };

    /// <summary>Names the source in a sentence.</summary>
    /// <returns>For example <c>the site https://your-company.atlassian.net</c>.</returns>
    public override string ToString() => Kind switch
    {
        "sandbox" => FormattableString.Invariant($"the sandbox with seed {Seed} and {Pages} pages"),
        "site" => $"the site {Address}",
        _ => $"a source of the kind '{Kind}'",
    };
}
