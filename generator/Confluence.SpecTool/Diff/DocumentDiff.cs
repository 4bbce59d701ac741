using Confluence.Generator.Model;
using Confluence.SpecTool.Diff.Report;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Sides;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Diff.Wire;

namespace Confluence.SpecTool.Diff;

/// <summary>Compares two documents and the C# that is generated of them, and judges each change twice.</summary>
internal static class DocumentDiff
{
    /// <param name="directory">The spec folder: its overlays and names, and the sources beside it.</param>
    /// <param name="api">The API.</param>
    /// <param name="oldInput">The old document: a file or a folder.</param>
    /// <param name="newInput">The new document.</param>
    /// <exception cref="ToolException">One of them is missing, or is not what it claims to be.</exception>
    public static DiffReport Compare(string directory, string api, DiffInput oldInput, DiffInput newInput)
    {
        (DiffSide old, DiffSide now) = new SideReader(directory, api).Read(oldInput, newInput);
        var before = new WireDocument(old.Effective, new SurfaceIndex(old.Fitted.Document, old.Fitted.Built));
        var after = new WireDocument(now.Effective, new SurfaceIndex(now.Fitted.Document, now.Fitted.Built));
        IReadOnlyList<Finding> findings = new DocumentComparer(before, after).Compare();
        var join = new EffectJoin(before.Surface, after.Surface);
        join.Join(findings, new SurfaceComparer(before.Surface, after.Surface).Compare());

        var oldOverlays = new OverlayTouches(old.Imported, old.Effective, old.Entries);
        var newOverlays = new OverlayTouches(now.Imported, now.Effective, now.Entries);
        HandWrittenCallers callers = HandWrittenCallers.Read(directory);
        IEnumerable<DiffChange> changes =
        [
            .. findings.Select(finding => Judge(finding, join.Of(finding), before.Surface, after.Surface) with
            {
                Overlays = [.. At(oldOverlays, finding.Pointers.Old).Concat(At(newOverlays, finding.Pointers.New)).Distinct()],
                OpenEnums = [.. finding.Types.Where(type => before.Surface.Types.GetValueOrDefault(type) is EnumModel || after.Surface.Types.GetValueOrDefault(type) is EnumModel).Order(StringComparer.Ordinal)],
                HandWritten = [.. finding.Operations.SelectMany(key => new[] { before.Surface.NameOf(key), after.Surface.NameOf(key) }).OfType<string>().Distinct().SelectMany(callers.Of).Distinct().Order(StringComparer.Ordinal)],
            }),
            .. join.Left.Select(Judge),
        ];
        DiffChange[] ordered =
        [
            .. changes.OrderByDescending(change => change.Callers).ThenByDescending(change => change.Wire)
                .ThenBy(change => change.Rule.Id, StringComparer.Ordinal).ThenBy(change => change.Place.Text, StringComparer.Ordinal).ThenBy(change => change.Fingerprint, StringComparer.Ordinal),
        ];
        return new DiffReport(api, old, now, ordered, VersionVerdict.Of(ordered));
    }

    private static IEnumerable<TouchedAction> At(OverlayTouches overlays, string? pointer) => pointer is null ? [] : overlays.At(pointer);

    private static DiffChange Judge(Finding finding, IReadOnlyList<SurfaceChange> effects, SurfaceIndex before, SurfaceIndex after)
    {
        WireVerdict wire = finding.Wire;

        // What a schema narrows concerns callers where it narrows what they send.
        bool isFelt = finding.Rule.Area != RuleArea.Schema || wire >= WireVerdict.MayBreak;
        bool isEmitted = finding.Operations.Count == 0 || finding.Operations.Any(key => before.NameOf(key) is not null || after.NameOf(key) is not null);
        CallerVerdict own = isFelt && isEmitted ? finding.Rule.Callers : CallerVerdict.None;
        CallerVerdict seen = effects.Count == 0 ? CallerVerdict.None : effects.Max(effect => effect.Callers);
        return new DiffChange(
            finding.Rule, finding.Place, finding.Text, finding.Before, finding.After, finding.Ways, wire, own > seen ? own : seen, effects, [.. finding.Operations]);
    }

    /// <summary>A change of the C# alone.</summary>
    private static DiffChange Judge(SurfaceChange change) =>
        new(change.Rule, new DiffPlace(change.Name), change.Text, change.Before, change.After, Ways.None, WireVerdict.None, change.Callers, [change], []);
}
