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

    /// <summary>Gets the keys of the spaces that were chosen, sorted; null for all that the account can see.</summary>
    public IReadOnlyList<string>? Spaces { get; init; }

    /// <summary>Describes the source that the settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="spaceKeys">The spaces that were chosen; none for all.</param>
    public static ExportSource Of(SourceSettings settings, IReadOnlyList<string> spaceKeys) => settings switch
    {
        SandboxSettings sandbox => new() { Kind = "sandbox", Seed = sandbox.Seed, Pages = sandbox.Pages, Spaces = Chosen(spaceKeys) },
        SiteSettings site => new() { Kind = "site", Address = site.Address, Spaces = Chosen(spaceKeys) },
        _ => throw new ArgumentException($"The settings {settings.GetType().Name} name a source that exports do not know.", nameof(settings)),
    };

    /// <summary>Names the source in a sentence; two sources are the same when their names are.</summary>
    /// <returns>For example <c>the site https://your-company.atlassian.net</c>.</returns>
    public override string ToString() => Kind switch
    {
        "sandbox" => FormattableString.Invariant($"{Part()}the sandbox with seed {Seed} and {Pages} pages"),
        "site" => $"{Part()}the site {Address}",
        _ => $"{Part()}a source of the kind '{Kind}'",
    };

    private static string[]? Chosen(IReadOnlyList<string> spaceKeys) =>
        spaceKeys.Count == 0 ? null : [.. spaceKeys.Select(static key => key.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    private string Part() => Spaces is { Count: > 0 } keys ? $"{(keys.Count == 1 ? "the space" : "the spaces")} {string.Join(", ", keys)} of " : "";
}
