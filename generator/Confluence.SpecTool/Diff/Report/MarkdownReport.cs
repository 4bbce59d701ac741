using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Confluence.Generator.Spec;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Sides;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>A report for people.</summary>
internal static partial class MarkdownReport
{
    private const int MostNames = 6;

    private static readonly (string Title, Func<DiffChange, bool> Holds)[] s_sections =
    [
        ("Breaks callers and the wire", change => change.Callers >= CallerVerdict.Binary && change.Wire == WireVerdict.Breaks),
        ("Breaks callers", change => change.Callers >= CallerVerdict.Binary),
        ("Breaks the wire", change => change.Wire == WireVerdict.Breaks),
        ("May break the wire", change => change.Wire == WireVerdict.MayBreak),
        ("Changes behaviour", change => change.Callers == CallerVerdict.Behaviour),
        ("Adds", change => change.Callers == CallerVerdict.Addition),
        ("Everything else", _ => true),
    ];

    public static string Write(DiffReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {report.Api}: {Name(report.Old)} → {Name(report.New)}\n\n");
        WriteSummary(text, report);
        var left = report.Changes.ToList();
        foreach ((string title, Func<DiffChange, bool> holds) in s_sections)
        {
            DiffChange[] section = [.. left.Where(holds)];
            left.RemoveAll(section.Contains);
            if (section.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {title} ({section.Length})\n");
                WriteSection(text, section);
            }
        }

        WriteAssemblies(text, report.AssemblyBreaks ?? []);
        WriteUnfit(text, report);
        WriteProblems(text, report);
        return text.ToString();
    }

    /// <summary>The verdict in a few lines.</summary>
    public static IEnumerable<string> Summary(DiffReport report) =>
    [
        $"Version: {report.Version.Step.ToString().ToLowerInvariant()}. Wire: {ReportWords.Of(report.Wire)}. Callers: {VersionVerdict.Word(report.Callers)}. {Count(report.Changes.Count, "change", "changes")}.",
        .. report.Version.Reasons,
    ];

    private static void WriteSummary(StringBuilder text, DiffReport report)
    {
        string[] lines = [.. Summary(report)];
        text.Append(CultureInfo.InvariantCulture, $"**{lines[0]}**\n\n");
        foreach (string reason in lines.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Line(reason)}\n");
        }

        if (report.Changes.Count == 0)
        {
            return;
        }

        text.Append("\n| wire \\ callers | none | addition | behaviour | binary break | source break |\n|---|---|---|---|---|---|\n");
        foreach (WireVerdict wire in Enum.GetValues<WireVerdict>().Reverse())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {ReportWords.Of(wire)} |");
            foreach (CallerVerdict callers in Enum.GetValues<CallerVerdict>())
            {
                text.Append(CultureInfo.InvariantCulture, $" {report.Changes.Count(change => change.Wire == wire && change.Callers == callers)} |");
            }

            text.Append('\n');
        }
    }

    private static void WriteSection(StringBuilder text, IEnumerable<DiffChange> changes)
    {
        foreach (IGrouping<string, DiffChange> group in changes.GroupBy(change => change.Rule.Id))
        {
            DiffRule rule = group.First().Rule;
            text.Append(CultureInfo.InvariantCulture, $"\n### `{rule.Id}`\n\n{rule.Means}\n\n");
            foreach (DiffChange change in group)
            {
                WriteChange(text, change);
            }
        }
    }

    private static void WriteChange(StringBuilder text, DiffChange change)
    {
        string ways = ReportWords.Of(change.Ways) is { Count: > 0 } words ? $" ({string.Join(", ", words)})" : "";
        text.Append(CultureInfo.InvariantCulture, $"- {Line(change.Text)}{ways} · wire: {ReportWords.Of(change.Wire)} · callers: {VersionVerdict.Word(change.Callers)} · `{change.Fingerprint}`\n");
        foreach (SurfaceChange effect in change.Effects.Where(effect => effect.Text != change.Text))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - C#: {Line(effect.Text)} ({effect.Rule.Id}, {VersionVerdict.Word(effect.Callers)})\n");
        }

        if (change.Operations.Count != 1 || change.Operations[0] != change.Place.Operation)
        {
            WriteNames(text, "operations", change.Operations);
        }

        WriteNames(text, "open enums", change.OpenEnums);
        WriteNames(text, "hand-written", change.HandWritten);
        foreach (TouchedAction action in change.Overlays)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - overlay: {action.File}:{action.Line} `{action.Target}`: {Line(action.Description)}\n");
        }
    }

    private static void WriteNames(StringBuilder text, string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            string more = names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more") : "";
            text.Append(CultureInfo.InvariantCulture, $"  - {what}: {string.Join(", ", names.Take(MostNames).Select(Line))}{more}\n");
        }
    }

    private static void WriteAssemblies(StringBuilder text, IReadOnlyList<string> breaks)
    {
        if (breaks.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Breaks between the assemblies, by ApiCompat ({breaks.Count})\n\n");
            foreach (string one in breaks)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Line(one)}\n");
            }
        }
    }

    private static void WriteUnfit(StringBuilder text, DiffReport report)
    {
        foreach (DiffSide side in new[] { report.Old, report.New }.Where(side => side.Unfit.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Overlay actions that do not fit {Name(side)} ({side.Unfit.Count})\n\n");
            foreach (OverlayEntry entry in side.Unfit)
            {
                TouchedAction action = OverlayTouches.Describe(entry.Action);
                text.Append(CultureInfo.InvariantCulture, $"- {action.File}:{action.Line} `{action.Target}`{(entry.Current is null ? "" : " (in part)")}: {Line(entry.Cause ?? "")}\n");
            }
        }
    }

    private static void WriteProblems(StringBuilder text, DiffReport report)
    {
        foreach (DiffSide side in new[] { report.Old, report.New }.Where(side => side.Problems.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Name(side)} does not build before this is decided ({side.Problems.Count})\n\nWhat it leaves out is missing from the comparison of C#.\n\n");
            foreach (SpecDiagnostic problem in side.Problems)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Line(SpecFiles.Format(problem))}\n");
            }
        }
    }

    private static string Name(DiffSide side) => side.Revision ?? side.Name;

    /// <summary>Texts of documents on one line, none of them Markdown.</summary>
    private static string Line(string text) => Special().Replace(text.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`<\[|*]")]
    private static partial Regex Special();

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
