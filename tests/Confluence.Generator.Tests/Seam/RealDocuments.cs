using System.Runtime.CompilerServices;

namespace Confluence.Generator.Tests.Seam;

/// <summary>The documents and overlays of the repository, and what the generator makes of them.</summary>
internal static class RealDocuments
{
    /// <summary>Every JSON file in <c>spec/</c>, by its name.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository(), "spec"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static readonly Lazy<GeneratorRun> s_run = new(() => GeneratorRun.Start(Files));

    /// <summary>A run that all tests share: it takes the better part of a second, and a run never changes.</summary>
    public static GeneratorRun Run => s_run.Value;

    public static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "../../../.."));
}
