using System.Runtime.CompilerServices;
using Confluence.Generator.Build;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

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

    private static readonly Lazy<IReadOnlyList<SpecDocument>> s_documents = new(() => SpecLoader.Load([.. Files.Select(file => new SpecFile(file.Path, file.Text))]).Documents);

    /// <summary>The documents with their overlays applied.</summary>
    public static IReadOnlyList<SpecDocument> Documents => s_documents.Value;

    /// <summary>What is emitted for them.</summary>
    public static IEnumerable<ApiModel> Models => ModelBuilder.Build(Documents).Select(built => built.Model);

    public static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "../../../.."));
}
