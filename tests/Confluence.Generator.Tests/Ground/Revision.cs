using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Ground;

/// <summary>A revision that Atlassian published, as it lies beside the repository, and what the library is made of after an update to it.</summary>
internal sealed partial record Revision(string Api, DateOnly Date, string Path)
{
    /// <summary>From here on the hand-written code stands on every revision.</summary>
    public static readonly DateOnly Oldest = new(2025, 2, 1);

    /// <summary>All revisions, by file name; none where the folder is not there.</summary>
    public static IReadOnlyDictionary<string, Revision> All { get; } = Find();

    /// <summary>Whether <c>spec/</c> was made of it.</summary>
    public bool IsCommitted => File.ReadAllText(Repository.PathOf("spec", "README.md")).Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path))), StringComparison.Ordinal);

    /// <summary>The emitted files after <c>confluence-spec update</c> in a copy of <c>spec/</c>.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EmitAsync()
    {
        using var directory = new TemporaryDirectory();
        string folder = Directory.CreateDirectory(directory.PathOf("spec")).FullName;
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("spec")))
        {
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }

        ToolRun run = await ToolRun.StartAsync("update", "--from", Path, "--as", Api, "--no-build", "--spec-dir", folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        GeneratorRun generated = GeneratorRun.Start(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (System.IO.Path.GetFileName(path), File.ReadAllText(path))));
        Assert.Equal("", string.Join("\n", generated.Diagnostics));
        return generated.Sources;
    }

    private static SortedDictionary<string, Revision> Find()
    {
        string folder = Repository.PathOf("..", "shared", "spec", "upstream");
        var found = new SortedDictionary<string, Revision>(StringComparer.Ordinal);
        foreach (string path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "confluence-*.json") : [])
        {
            Match name = FileName().Match(System.IO.Path.GetFileName(path));
            Assert.True(name.Success, $"{path} does not say which API it is of, and when it was published.");
            found.Add(name.Value, new Revision(name.Groups[1].Value, DateOnly.ParseExact(name.Groups[2].Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), path));
        }

        return found;
    }

    [GeneratedRegex(@"\Aconfluence-(v[12])\.([0-9]{4}-[0-9]{2}-[0-9]{2})\.json\z")]
    private static partial Regex FileName();
}
