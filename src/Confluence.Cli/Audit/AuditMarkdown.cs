using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Audit;

/// <summary>A report for people.</summary>
internal static partial class AuditMarkdown
{
    public static string Write(AuditReport report)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# What {Cell(report.Source)} answers\n\n**{Summary(report)}**\n");
        foreach (IGrouping<AuditKind, AuditFinding> group in report.Findings.GroupBy(static finding => finding.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Title(group.Key)} ({group.Count()})\n\n| API | in C# | {(group.Key == AuditKind.EnumValue ? "value" : "member in JSON")} | kind | seen | in |\n|---|---|---|---|---|---|\n");
            foreach (AuditFinding finding in group)
            {
                string what = finding.Kind == AuditKind.EnumValue ? finding.Value ?? "(not a plain word)" : finding.Member ?? "";
                text.Append(CultureInfo.InvariantCulture, $"| {finding.Api} | {finding.Type} | {Cell(what)} | {string.Join(", ", finding.Kinds)} | {finding.Seen} of {finding.Of} | {string.Join(", ", finding.Operations.Select(Cell))} |\n");
            }
        }

        if (report.Announcements.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Announced ends ({report.Announcements.Count})\n\n| date | operation | header | says |\n|---|---|---|---|\n");
            foreach (AuditAnnouncement end in report.Announcements)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Date(end.Date) ?? "not given"} | {end.Api} {end.Operation}: {Cell(end.Request)} | {end.Header} | {Cell(end.Note ?? "")} |\n");
            }
        }

        if (report.NotRead.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Not read ({report.NotRead.Count})\n\n");
            foreach (AuditGap gap in report.NotRead)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {gap.Name}: {gap.Reason}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What was looked at and found, on one line.</summary>
    public static string Summary(AuditReport report) =>
        $"{Count(report.Findings.Count, "finding")} and {Count(report.Announcements.Count, "announcement")} in {Count(report.Answers, "answer")}.";

    /// <summary>A date as ISO 8601 has it.</summary>
    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Title(AuditKind kind) => kind switch
    {
        AuditKind.GuaranteedAbsent => "Members that are promised and did not come",
        AuditKind.GuaranteedNull => "Members that are never null and were",
        AuditKind.Type => "Values of another type than their member",
        AuditKind.EnumValue => "Values of enums that this version does not know",
        _ => "Members that this version does not know",
    };

    /// <summary>Names on one line, none of them Markdown.</summary>
    private static string Cell(string text) => Special().Replace(SafeText.Of(text), @"\$0");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    [GeneratedRegex(@"[\\`<\[|*]")]
    private static partial Regex Special();
}
