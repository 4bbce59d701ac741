using System.Runtime.CompilerServices;
using Confluence.Tests;

namespace Confluence.Generator.Tests.Cases;

/// <summary>
/// Each folder beside this file is a case: small documents in, exact files out. Adding a feature is adding a folder; each case
/// proves exact text, the whole set of files, that they compile without a warning, and that a second run makes nothing anew.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(Root()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Case_gives_exactly_its_files(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Documents(name));
        var outputs = new Dictionary<string, string>(run.Sources, StringComparer.Ordinal);
        if (run.Diagnostics.Count > 0)
        {
            outputs.Add("diagnostics.txt", string.Join("\n", run.Diagnostics) + "\n");
        }

        Verified.Files(outputs, Path.Combine(Root(), name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Case_compiles_against_the_runtime_without_a_warning(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Documents(name));

        Assert.Empty(CompiledCase.Compile(run.Sources));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Case_makes_nothing_anew_on_a_second_run(string name)
    {
        GeneratorRun second = GeneratorRun.Start(Documents(name)).AfterTyping();

        Assert.All(second.OutputReasons, reason => Assert.Equal(Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached, reason));
    }

    private static IEnumerable<(string Path, string Text)> Documents(string name) =>
        Directory.EnumerateFiles(Path.Combine(Root(), name), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static string Root([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? throw new InvalidOperationException(path);
}
