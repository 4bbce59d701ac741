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
    /// <summary>Gets what ApiCompat found between two assemblies; null when it was not asked.</summary>
    public IReadOnlyList<string>? AssemblyBreaks { get; init; }

    public WireVerdict Wire => Changes.Count == 0 ? WireVerdict.None : Changes.Max(change => change.Wire);

    /// <summary>Gets the worst verdict of callers. What breaks an assembly breaks callers, whatever is known of the documents.</summary>
    public CallerVerdict Callers
    {
        get
        {
            CallerVerdict worst = Changes.Count == 0 ? CallerVerdict.None : Changes.Max(change => change.Callers);
            return AssemblyBreaks is { Count: > 0 } && worst < CallerVerdict.Binary ? CallerVerdict.Binary : worst;
        }
    }

    /// <summary>The same report with what a second judge found between the assemblies.</summary>
    public DiffReport With(IReadOnlyList<string> assemblyBreaks) => this with { AssemblyBreaks = assemblyBreaks, Version = Version.With(assemblyBreaks) };

    /// <summary>What the command returns.</summary>
    /// <param name="isStrict">Whether what may break counts as what does.</param>
    public int ExitCodeFor(bool isStrict) =>
        Wire >= (isStrict ? WireVerdict.MayBreak : WireVerdict.Breaks) ? ExitCode.BreaksWire
        : Callers >= CallerVerdict.Binary ? ExitCode.BreaksCallers
        : ExitCode.Success;
}
