using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.Seam;
using Microsoft.CodeAnalysis;

namespace Confluence.Generator.Tests.Incremental;

/// <summary>What an edit makes the generator do again: nothing, when it says nothing new.</summary>
public sealed class IncrementalTests
{
    private const string Real = "spec";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, IndentSize = 7, NewLine = "\r\n" };

    private static readonly string[] s_steps =
    [
        ConfluenceGenerator.FilesStep, ConfluenceGenerator.ModelsStep, ConfluenceGenerator.TypesStep,
        ConfluenceGenerator.MakingsStep, ConfluenceGenerator.OptionsStep, ConfluenceGenerator.ClientsStep, ConfluenceGenerator.RootsStep,
        ConfluenceGenerator.CataloguesStep,
    ];

    /// <summary>Every case that emits something, and the documents of the repository. Of the faulty ones, a diagnostic moves with its line.</summary>
    public static TheoryData<string> Sets => [.. Case.Sound, Real];

    /// <summary>The same, file by file.</summary>
    public static TheoryData<string, string> AllFiles => FilesOf(Sets.Select(row => row.Data));

    /// <summary>The same without the large ones, for the second and third way of saying nothing new.</summary>
    public static TheoryData<string, string> SmallFiles => FilesOf(Sets.Select(row => row.Data).Where(set => set != Real));

    [Theory]
    [MemberData(nameof(Sets))]
    public void Typing_in_other_code_makes_nothing_anew(string set)
    {
        GeneratorRun second = Start(set).AfterTyping();

        Assert.NotEmpty(second.OutputReasons);
        Assert.All(second.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(s_steps.SelectMany(second.Step), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void Every_step_is_watched() => Assert.All(s_steps, step => Assert.NotEmpty(RealDocuments.Run.Step(step)));

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void Document_written_on_one_line_changes_no_model(string set, string path) =>
        AssertNothingAnew(set, path, text => Parse(text).ToJsonString());

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Document_indented_anew_changes_no_model(string set, string path) =>
        AssertNothingAnew(set, path, text => Parse(text).ToJsonString(s_indented));

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void Blank_lines_change_no_model(string set, string path) =>
        AssertNothingAnew(set, path, text => "\n \t" + text.Replace("\n", "\r\n\n  ", StringComparison.Ordinal) + "\n\n");

    [Theory]
    [MemberData(nameof(Sets))]
    public void Pipeline_holds_values_only(string set)
    {
        GeneratorRun run = Start(set);
        var types = s_steps.SelectMany(run.Step).SelectMany(output => ObjectGraph.TypesOf(output.Value)).ToHashSet();

        Assert.Contains(typeof(DocModel), types);
        Assert.DoesNotContain(types, IsForbidden);
    }

    [Fact]
    public void Pipeline_of_a_faulty_document_holds_values_only()
    {
        GeneratorRun run = GeneratorRun.Start(Case.Documents("Diagnostics/CONF002-unsupported-schemas"));
        var types = run.Step(ConfluenceGenerator.DiagnosticsStep).SelectMany(output => ObjectGraph.TypesOf(output.Value)).ToHashSet();

        Assert.Contains(typeof(SpecDiagnostic), types);
        Assert.DoesNotContain(types, IsForbidden);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Two_runs_give_the_same_bytes(string set)
    {
        GeneratorRun other = GeneratorRun.Start(Files(set).Reverse());

        Assert.Equal(Bytes(Start(set)), Bytes(other));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Equal_documents_give_equal_models(string set)
    {
        object first = Assert.Single(Start(set).Step(ConfluenceGenerator.ModelsStep)).Value;
        object second = Assert.Single(GeneratorRun.Start(Files(set)).Step(ConfluenceGenerator.ModelsStep)).Value;

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    private static void AssertNothingAnew(string set, string path, Func<string, string> change)
    {
        GeneratorRun first = Start(set);
        GeneratorRun second = first.AfterChange(path, text =>
        {
            string changed = change(text);
            Assert.NotEqual(text, changed);
            return changed;
        });

        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(second.Step(ConfluenceGenerator.ModelsStep)).Reason);
        Assert.All(second.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(first.OutputReasons.Count, second.OutputReasons.Count);
    }

    private static TheoryData<string, string> FilesOf(IEnumerable<string> sets)
    {
        var data = new TheoryData<string, string>();
        foreach (string set in sets)
        {
            foreach ((string path, _) in Files(set))
            {
                data.Add(set, path);
            }
        }

        return data;
    }

    private static bool IsForbidden(Type type)
    {
        string space = type.Namespace ?? "";
        return space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || space.StartsWith("Confluence.Generator.Spec.", StringComparison.Ordinal)
            || space.StartsWith("Confluence.Generator.Build", StringComparison.Ordinal)
            || space.StartsWith("System.Text.Json", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Bytes(GeneratorRun run) => run.Result.GeneratedSources.ToDictionary(
        source => source.HintName,
        source => $"{source.SourceText.Encoding?.WebName} {Convert.ToHexString(source.SourceText.GetChecksum().AsSpan())}");

    private static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException("The document is null.");

    private static GeneratorRun Start(string set) => set == Real ? RealDocuments.Run : GeneratorRun.Start(Files(set));

    private static IReadOnlyList<(string Path, string Text)> Files(string set) => set == Real ? RealDocuments.Files : Case.Documents(set);
}
