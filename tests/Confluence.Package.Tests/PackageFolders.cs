using System.Text.RegularExpressions;
using System.Xml.Linq;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>
/// Where a consumer gets packages: ours from the folder feed and nowhere else, all others from the machine's package folder and sources.
/// What is restored goes into a folder of its own, so that nothing of a test stays on the machine.
/// </summary>
internal static partial class PackageFolders
{
    /// <summary>Writes a <c>nuget.config</c>.</summary>
    /// <param name="folder">The folder of the consumer; its packages go below it.</param>
    /// <param name="feed">The folder feed.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task WriteConfigAsync(string folder, string feed, CancellationToken cancellation)
    {
        // Both are asked for before the file is there, and so tell of the machine.
        IReadOnlyList<string> sources = await SourcesAsync(folder, cancellation);
        string machine = await MachineFolderAsync(folder, cancellation);
        XElement configuration = new(
            "configuration",
            new XElement("config", Add("globalPackagesFolder", Path.Combine(folder, "packages"))),
            new XElement("fallbackPackageFolders", Directory.Exists(machine) ? Add("machine", machine) : null),
            new XElement("packageSources", Add("feed", feed)),
            new XElement(
                "packageSourceMapping",
                Map("feed", "Confluence.*"),
                sources.Select(static source => Map(source, "*"))));
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), configuration.ToString(), cancellation);
    }

    private static async Task<IReadOnlyList<string>> SourcesAsync(string folder, CancellationToken cancellation)
    {
        ChildProcess list = await DotNet.RunAsync(folder, ["nuget", "list", "source"], cancellation);
        return [.. EnabledSource().Matches(list.Output).Select(static match => match.Groups["name"].Value)];
    }

    private static async Task<string> MachineFolderAsync(string folder, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        ChildProcess list = await DotNet.RunAsync(folder, ["nuget", "locals", "global-packages", "--list"], cancellation);
        Match found = GlobalPackages().Match(list.Output);
        Assert.True(found.Success, $"'{list.Command}' did not name the package folder of the machine:\n{list.Text}");
        return found.Groups["path"].Value.Trim();
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Map(string source, string pattern) =>
        new("packageSource", new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));

    [GeneratedRegex(@"^ *[0-9]+\. +(?<name>.+) \[Enabled\] *\r?$", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();

    [GeneratedRegex(@"^global-packages: (?<path>.+)$", RegexOptions.Multiline)]
    private static partial Regex GlobalPackages();
}
