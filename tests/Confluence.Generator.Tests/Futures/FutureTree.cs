using System.Runtime.CompilerServices;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Futures;

/// <summary>A spec folder that took the document <c>present.json</c>, as a folder of its own for each case.</summary>
internal sealed class FutureTree : IDisposable
{
    private const string Record = """
        # spec

        | | v2 | v1 |
        |---|---|---|
        | revision | 2026-01-01 | 2026-01-01 |
        | published at | nowhere | nowhere |
        | SHA-256 as published | `?` | `?` |
        | operations, schemas | 0, 0 | 0, 0 |

        """;

    // Made once, because each call of the tool is a process.
    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> s_present = new(TakePresentAsync);

    private readonly TemporaryDirectory _directory = new();

    private FutureTree() => Directory.CreateDirectory(PathOf("spec"));

    public static string Present { get; } = ReadBeside("present.json");

    public string Root => _directory.Root;

    public string SpecFolder => PathOf("spec");

    public static async Task<FutureTree> CreateAsync()
    {
        var tree = new FutureTree();
        foreach ((string name, string text) in await s_present.Value)
        {
            tree.Write(name, text);
        }

        return tree;
    }

    public string PathOf(string name) => _directory.PathOf(name);

    public string Write(string name, string text) => _directory.Write(name, text);

    public Task<ToolRun> UpdateAsync(string published, params string[] options) => ToolRun.StartAsync(["update", "--from", published, "--spec-dir", SpecFolder, .. options]);

    /// <summary>The texts of all files.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    /// <summary>What the generator makes of the folder.</summary>
    public GeneratorRun Generate() => GeneratorRun.Start(
        Directory.EnumerateFiles(SpecFolder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    public void Dispose() => _directory.Dispose();

    private static async Task<IReadOnlyDictionary<string, string>> TakePresentAsync()
    {
        using var tree = new FutureTree();
        tree.Write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n");
        tree.Write("spec/README.md", Record);
        tree.Write("spec/v2.overlay.json", ReadBeside("present.overlay.json"));
        string published = tree.Write("present.2026-01-01.json", Present);
        ToolRun import = await ToolRun.StartAsync("import", published, "--as", "v2", "--revision", "2026-01-01", "--out", tree.PathOf("spec/confluence-v2.json"));
        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        ToolRun update = await tree.UpdateAsync(published);
        Assert.Equal((0, ""), (update.ExitCode, update.Error));
        File.Delete(published);
        return tree.Snapshot();
    }

    private static string ReadBeside(string name, [CallerFilePath] string path = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(path) ?? "", name));
}
