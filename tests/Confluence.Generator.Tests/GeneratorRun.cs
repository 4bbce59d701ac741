using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Confluence.Generator.Tests;

/// <summary>Runs the generator over documents in memory, as the compiler would, and again after a change.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);
    private readonly ImmutableArray<MemoryText> _texts;
    private readonly GeneratorDriver _driver;

    private GeneratorRun(ImmutableArray<MemoryText> texts, GeneratorDriver driver)
    {
        _texts = texts;
        _driver = driver;
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Errors as the compiler prints them, in the order of the places that they point at.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Result.Diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)
            .Select(diagnostic => diagnostic.ToString()),
    ];

    public static GeneratorRun Start(params IEnumerable<(string Path, string Text)> files)
    {
        ImmutableArray<MemoryText> texts = [.. files.Select(file => new MemoryText(file.Path, file.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ConfluenceGenerator().AsSourceGenerator()],
            texts,
            s_parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(texts, driver.RunGenerators(Compilation("class Before;")));
    }

    /// <summary>Runs again after somebody typed in hand-written code.</summary>
    public GeneratorRun AfterTyping() => new(_texts, _driver.RunGenerators(Compilation("class Before; class After;")));

    /// <summary>Runs again after a document changed.</summary>
    public GeneratorRun AfterChange(string path, Func<string, string> change)
    {
        MemoryText old = _texts.Single(text => text.Path == path);
        var changed = new MemoryText(path, change(old.GetText().ToString()));
        GeneratorDriver driver = _driver.ReplaceAdditionalText(old, changed);
        return new GeneratorRun(_texts.Replace(old, changed), driver.RunGenerators(Compilation("class Before;")));
    }

    /// <summary>Why each output was, or was not, made anew.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>The values of a step with the reasons why they are what they are.</summary>
    public IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Step(string name) =>
        [.. Result.TrackedSteps[name].SelectMany(step => step.Outputs)];

    private static CSharpCompilation Compilation(string text) =>
        CSharpCompilation.Create("Case", [CSharpSyntaxTree.ParseText(text, s_parse)]);

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
