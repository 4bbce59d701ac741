using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Ends;
using Confluence.SpecTool.Drift.Findings;
using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Report;

/// <summary>A report for people.</summary>
internal static partial class DriftMarkdown
{
    private const int MostOperations = 4;

    public static string Write(DriftReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {report.Api}: what answers show\n\n**{Summary(report)}**\n");
        foreach (IGrouping<DriftKind, DriftFinding> group in report.Findings.GroupBy(finding => finding.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {DriftWords.Title(group.Key)} ({group.Count()})\n\n");
            foreach (DriftFinding finding in group)
            {
                WriteFinding(text, finding);
            }
        }

        WriteEnds(text, report.Ends);
        if (report.Unplaced.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## What the document has no place for ({report.Unplaced.Count})\n\n");
            foreach (UnplacedAnswer answer in report.Unplaced)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Line(answer.At)}: {Line(answer.Operation)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What was looked at and found, on one line.</summary>
    public static string Summary(DriftReport report)
    {
        List<string> parts = [$"{Count(report.Findings.Count, "finding")} in {Count(report.Answers, "answer")} of {Count(report.Operations, "operation")}"];
        if (report.Audited > 0)
        {
            parts.Add($"{Count(report.Audited, "answer")} that an audit read");
        }

        if (report.OtherApi > 0)
        {
            parts.Add($"{Count(report.OtherApi, "answer")} of the other API");
        }

        if (report.LeftOut > 0)
        {
            parts.Add($"{Count(report.LeftOut, "file")} left out as no answer of a server");
        }

        if (report.Unplaced.Count > 0)
        {
            parts.Add($"{Count(report.Unplaced.Count, "thing")} that the document has no place for");
        }

        return string.Join("; ", parts) + ".";
    }

    private static void WriteEnds(StringBuilder text, IReadOnlyList<EndEntry> ends)
    {
        if (ends.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## Announced ends ({ends.Count})\n\n| date | operation | in C# | told by | says |\n|---|---|---|---|---|\n");
        foreach (EndEntry end in ends)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(end.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "not given")} | {Line(end.Operation)} | {end.Name} | {end.Source} | {Line(end.Note ?? "")} |\n");
        }
    }

    private static void WriteFinding(StringBuilder text, DriftFinding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"- {Line(finding.Text)} · {finding.Seen} of {finding.Of}\n");
        string more = finding.Operations.Count > MostOperations ? string.Create(CultureInfo.InvariantCulture, $" and {finding.Operations.Count - MostOperations} more") : "";
        if (finding.Operations.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - in: {string.Join(", ", finding.Operations.Take(MostOperations).Select(Line))}{more}; at {string.Join(", ", finding.Paths.Select(path => $"`{path}`"))}\n");
        }

        if (finding.Payloads.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - seen in: {string.Join(", ", finding.Payloads.Select(Line))}\n");
        }

        if (finding.StatedAt is { } stated)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - stated at: {Line(stated)}\n");
        }

        if (finding.Actions.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {finding.WithoutAction}\n");
            return;
        }

        text.Append("\n  ```json\n");
        text.AppendJoin(",\n", finding.Actions.Select(action => Indent(JsonFormatter.Indented(action.ToNode()).TrimEnd())));
        text.Append("\n  ```\n");
    }

    private static string Indent(string json) => string.Join('\n', json.Split('\n').Select(line => "  " + line));

    /// <summary>Names on one line, none of them Markdown.</summary>
    private static string Line(string text) => Special().Replace(text.ReplaceLineEndings(" "), @"\$0");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    [GeneratedRegex(@"[\\`<\[|*]")]
    private static partial Regex Special();
}
