using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Sides;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>All that was found between two documents.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Old">The old document.</param>
/// <param name="New">The new document.</param>
/// <param name="Changes">The changes, the heaviest first.</param>
/// <param name="Version">The step of the version.</param>
internal sealed record DiffReport(string Api, DiffSide Old, DiffSide New, IReadOnlyList<DiffChange> Changes, VersionVerdict Version)
{
    public WireVerdict Wire => Changes.Count == 0 ? WireVerdict.None : Changes.Max(change => change.Wire);

    public CallerVerdict Callers => Changes.Count == 0 ? CallerVerdict.None : Changes.Max(change => change.Callers);

    /// <summary>What the command returns.</summary>
    /// <param name="isStrict">Whether what may break counts as what does.</param>
    public int ExitCodeFor(bool isStrict) =>
        Wire >= (isStrict ? WireVerdict.MayBreak : WireVerdict.Breaks) ? ExitCode.BreaksWire
        : Callers >= CallerVerdict.Binary ? ExitCode.BreaksCallers
        : ExitCode.Success;
}
