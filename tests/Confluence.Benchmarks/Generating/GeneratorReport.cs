using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Confluence.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Confluence.Benchmarks.Generating;

/// <summary>
/// What the generator costs who builds and types: both documents in a fresh driver, the first time in a process and later; typing in other code; one overlay action changed.
/// </summary>
internal static class GeneratorReport
{
    private const string EditedFile = "confluence-v2.permissions.overlay.json";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    /// <summary>Prints the figures of this process.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="folder">The folder with the documents.</param>
    /// <param name="rounds">How often each is measured.</param>
    public static void Print(TextWriter output, string folder, int rounds)
    {
        ImmutableArray<SpecText> texts = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(static path => new SpecText(Path.GetFileName(path), File.ReadAllText(path)))];
        SpecText edited = texts.Single(static text => text.Path == EditedFile);
        var changed = new SpecText(EditedFile, WithOtherPermission(edited.GetText().ToString()));

        List<double> cold = [];
        List<double> typing = [];
        List<double> editing = [];
        int outputs = 0;
        int anew = 0;
        for (int round = 0; round < rounds; round++)
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new ConfluenceGenerator().AsSourceGenerator()],
                texts.CastArray<AdditionalText>(),
                s_parse,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
            cold.Add(Run(ref driver, "class Before;"));
            typing.Add(Run(ref driver, "class Before; class After;"));
            outputs = Outputs(driver).Count();
            driver = driver.ReplaceAdditionalText(edited, changed);
            editing.Add(Run(ref driver, "class Before; class After;"));
            anew = Outputs(driver).Count(static reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"both documents, fresh driver: first {cold[0]:F0} ms, later median {Median(cold[1..]):F0} ms, least {cold[1..].Min():F0} ms ({outputs} outputs, {texts.Length} files)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"typing in other code: median {Median(typing[1..]):F2} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one overlay action changed: median {Median(editing[1..]):F0} ms, {anew} of {outputs} outputs anew"));
    }

    private static double Run(ref GeneratorDriver driver, string code)
    {
        var compilation = CSharpCompilation.Create("Other", [CSharpSyntaxTree.ParseText(code, s_parse)]);
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is null && result.Diagnostics.IsEmpty && result.GeneratedSources.Length > 100
            ? time
            : throw new InvalidOperationException($"The generator did not do its work: {result.Exception?.Message ?? string.Join("; ", result.Diagnostics)}");
    }

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    private static string WithOtherPermission(string overlay)
    {
        JsonNode root = JsonNode.Parse(overlay) ?? throw new InvalidOperationException($"{EditedFile} is empty.");
        JsonNode update = root["actions"]?[0]?["update"] ?? throw new InvalidOperationException($"{EditedFile} has no action to change.");
        update["x-cs-permission"] = "Another one";
        return root.ToJsonString();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
