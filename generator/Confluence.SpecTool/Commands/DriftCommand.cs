using System.CommandLine;
using Confluence.SpecTool.Diff;
using Confluence.SpecTool.Diff.Report;
using Confluence.SpecTool.Diff.Sides;
using Confluence.SpecTool.Drift;
using Confluence.SpecTool.Drift.Audits;
using Confluence.SpecTool.Drift.Recordings;
using Confluence.SpecTool.Drift.Report;

namespace Confluence.SpecTool.Commands;

/// <summary><c>drift</c>: what recorded answers have that the document does not know, or that contradicts it.</summary>
internal static class DriftCommand
{
    private const string Overlay = "overlay";

    public static Command Create()
    {
        var payloads = new Argument<string[]>("payloads")
        {
            Description = """Files or folders of recorded answers: {"operation":"getPageById","status":200,"headers":{},"body":{}} in .json, or one a line in .jsonl and .ndjson; "request":"GET /wiki/api/v2/pages/1" may stand in place of the operation.""",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var audits = new Option<string[]>("--audit") { Description = "A report of confluence audit --output json: what it found becomes overlay actions too. Several times for several reports." };
        var diff = new Option<string[]>("--diff")
        {
            Description = "An old document and the new one: what changed between them stands in the same report, before what was seen.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string> api = ApiOption.Create();
        Option<string> directory = SpecDirectoryOption.Create();
        var formats = new Option<string[]>("--format") { Description = "markdown, json, or overlay for the actions alone; several with one --out each. Without it, the name of --out decides." };
        formats.AcceptOnlyFromAmong(ReportTargets.Markdown, ReportTargets.Json, Overlay);
        var outputs = new Option<string[]>("--out") { Description = "The file to write, one for each format. Without it the report goes to standard output." };
        var command = new Command(
            "drift",
            """
            Holds recorded answers against the document with its overlays: members, values, types and nulls that it does not know or that contradict it, each with an overlay action to paste; and the calendar of announced ends. Values of answers are never shown.

            Exit codes: 0 nothing was found; 5 something was.
            """)
        {
            payloads, audits, diff, api, directory, formats, outputs,
        };
        command.SetAction(result => Run(
            result.GetValue(payloads) ?? [],
            result.GetValue(audits) ?? [],
            result.GetValue(diff) ?? [],
            result.GetRequiredValue(api),
            result.GetRequiredValue(directory),
            ReportTargets.Pair(result.GetValue(formats) ?? [], result.GetValue(outputs) ?? [])));
        return command;
    }

    private static int Run(string[] payloads, string[] audits, string[] diff, string api, string directory, (string Format, string? File)[] targets)
    {
        if (payloads.Length + audits.Length == 0)
        {
            throw new ToolException(ExitCode.Usage, "drift needs recorded answers, or --audit with a report of confluence audit. See --help.");
        }

        IReadOnlyList<DriftDocument> documents = DriftDocument.Load(directory, api);
        DriftReport report = PayloadDrift.Find(documents, RecordingReader.Read(payloads), [.. audits.Select(AuditReader.Read)]);
        DiffReport? changes = diff is [var old, var now] ? DocumentDiff.Compare(directory, api, new DiffInput(old, null), new DiffInput(now, null)) : null;
        ReportTargets.Write(
            targets,
            format => format switch
            {
                ReportTargets.Json => OneReport.Json(changes, report),
                Overlay => DriftOverlay.Write(report),
                _ => OneReport.Markdown(changes, report),
            },
            DriftMarkdown.Summary(report));
        return report.ExitCode;
    }
}
