using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;
using Confluence.Generator.Tests.Seam;

namespace Confluence.Generator.Tests.Spec;

/// <summary>What lies in <c>spec/</c>.</summary>
internal static class CommittedSpec
{
    private static readonly Lazy<SpecLoadResult> s_result = new(Read);

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Repository.PathOf("spec"), "confluence-*.json").Order(StringComparer.Ordinal)];

    public static SpecLoadResult Load() => s_result.Value;

    /// <summary>The same with the name maps, whose files the others leave out.</summary>
    public static IReadOnlyList<SpecDocument> LoadWithNames() =>
        SpecLoader.Load([.. RealDocuments.Files.Select(file => new SpecFile(file.Path, file.Text))]).Documents;

    private static SpecLoadResult Read() => SpecLoader.Load([.. Files.Select(file => new SpecFile(file, File.ReadAllText(file)))]);
}
