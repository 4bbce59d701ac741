using Confluence.Generator.Spec;

namespace Confluence.Generator.Tests.Spec;

/// <summary>What lies in <c>spec/</c>.</summary>
internal static class CommittedSpec
{
    private static readonly Lazy<SpecLoadResult> s_result = new(Read);

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Repository.PathOf("spec"), "confluence-*.json").Order(StringComparer.Ordinal)];

    public static SpecLoadResult Load() => s_result.Value;

    private static SpecLoadResult Read() => SpecLoader.Load([.. Files.Select(file => new SpecFile(file, File.ReadAllText(file)))]);
}
