using System.CommandLine;
using Confluence.SpecTool.Diff;
using Confluence.SpecTool.Diff.Assemblies;
using Confluence.SpecTool.Diff.Report;
using Confluence.SpecTool.Diff.Sides;

namespace Confluence.SpecTool.Commands;

/// <summary><c>diff</c>: what changed between two documents, for the wire and for callers of the library.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string?>("old") { Description = "The old document: a file, published or imported, or a folder of spec.", Arity = ArgumentArity.ZeroOrOne };
        var now = new Argument<string?>("new") { Description = "The new document.", Arity = ArgumentArity.ZeroOrOne };
        var api = new Option<string?>("--as") { Description = "Which of the two APIs the documents describe." };
        api.AcceptOnlyFromAmong("v2", "v1");
        Option<string> directory = SpecDirectoryOption.Create();
        var formats = new Option<string[]>("--format") { Description = "markdown or json; several with one --out each. Without it, the name of --out decides." };
        formats.AcceptOnlyFromAmong(ReportTargets.Markdown, ReportTargets.Json);
        var outputs = new Option<string[]>("--out") { Description = "The file to write, one for each format. Without it the report goes to standard output." };
        var strict = new Option<bool>("--strict") { Description = "What may break the wire counts as what does." };
        var assemblies = new Option<string[]>("--assemblies")
        {
            Description = "The library as built from the old document and from the new one: ApiCompat judges them too. It is a tool of the repository: dotnet tool restore.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON Schema of the report in JSON, and do nothing else." };
        var rules = new Option<bool>("--rules") { Description = "Print all rules with their verdicts as JSON, and do nothing else." };
        var command = new Command(
            "diff",
            """
            Compares two documents with their overlays and names, and the C# that is generated of them. Each change has two verdicts: the wire, and callers of the library.

            Exit codes: 0 no change, or only compatible ones; 3 a change breaks clients of the old document on the wire; 4 changes break callers of the library only, in source or binary.
            """)
        {
            old, now, api, directory, formats, outputs, strict, assemblies, schema, rules,
        };
        command.SetAction(async (result, cancellation) =>
        {
            if (result.GetValue(schema))
            {
                Console.Out.Write(DiffSchema.Text);
                return ExitCode.Success;
            }

            if (result.GetValue(rules))
            {
                Console.Out.Write(RuleReport.Write());
                return ExitCode.Success;
            }

            if (result.GetValue(old) is not { } oldPath || result.GetValue(now) is not { } newPath || result.GetValue(api) is not { } name)
            {
                throw new ToolException(ExitCode.Usage, "diff needs two documents and --as v2 or v1. See --help.");
            }

            (string Format, string? File)[] reports = ReportTargets.Pair(result.GetValue(formats) ?? [], result.GetValue(outputs) ?? []);
            DiffReport report = DocumentDiff.Compare(result.GetRequiredValue(directory), name, new DiffInput(oldPath, null), new DiffInput(newPath, null));
            if (result.GetValue(assemblies) is [var oldAssembly, var newAssembly])
            {
                report = report.With(await ApiCompat.RunAsync(oldAssembly, newAssembly, cancellation).ConfigureAwait(false));
            }

            ReportTargets.Write(reports, format => format == ReportTargets.Json ? JsonReport.Write(report) : MarkdownReport.Write(report), MarkdownReport.Summary(report).First());
            return report.ExitCodeFor(result.GetValue(strict));
        });
        return command;
    }
}
