using Confluence.Generator.Tests.Naming;
using Confluence.Tests;
using Microsoft.CodeAnalysis;

namespace Confluence.Generator.Tests.Cases;

/// <summary>
/// Each folder beside this file is a case: small documents in, exact files out. Adding a feature is adding a folder; each case
/// proves exact text, the whole set of files, the names that are kept for the next document, that they compile without a warning, and that a second run makes nothing anew.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> All => [.. Case.All];

    public static TheoryData<string> Sound => [.. Case.Sound];

    public static TheoryData<string> Faulty => [.. Case.Faulty];

    [Theory]
    [MemberData(nameof(Sound))]
    public void Case_gives_exactly_its_files(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Case.Documents(name));

        Assert.Equal("", string.Join("\n", run.Diagnostics));
        Verified.Files(new Dictionary<string, string>(run.Sources) { ["names.txt"] = KeptNames.Of(name) }, Case.Folder(name));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Case_compiles_against_the_runtime_without_a_warning(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Case.Documents(name));

        Assert.Equal("", string.Join("\n", CompiledCase.Compile(run.Sources)));
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Faulty_case_gives_exactly_its_diagnostics(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Case.Documents(name));

        // One that throws would lose every other diagnostic, and the build would not know where to look.
        Assert.Null(run.Result.Exception);
        Assert.NotEmpty(run.Diagnostics);
        Verified.Files(new Dictionary<string, string> { ["diagnostics.txt"] = string.Join("\n", run.Diagnostics) + "\n" }, Case.Folder(name));
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Faulty_case_names_its_diagnostic_in_its_folder(string name)
    {
        GeneratorRun run = GeneratorRun.Start(Case.Documents(name));

        string id = Path.GetFileName(name).Split('-')[0];
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Case_makes_nothing_anew_on_a_second_run(string name)
    {
        GeneratorRun second = GeneratorRun.Start(Case.Documents(name)).AfterTyping();

        Assert.NotEmpty(second.OutputReasons);
        Assert.All(second.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
