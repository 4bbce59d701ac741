namespace Confluence.Generator.Spec.Overlays;

/// <summary>What an action did to a document.</summary>
internal enum OverlayResult
{
    /// <summary>It changed something.</summary>
    Changes,

    /// <summary>It changed something, and wanted to append what an array already has.</summary>
    ChangesSome,

    /// <summary>What its target takes already is as it wants it: what it repaired has been mended.</summary>
    ChangesNothing,

    /// <summary>Its target takes nothing.</summary>
    TakesNothing,

    /// <summary>Its update cannot be merged into what its target takes.</summary>
    Malformed,
}

/// <summary>What became of an action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Result">What it did.</param>
/// <param name="Diagnostics">What is wrong with it; empty when it changed all that it wants to.</param>
internal sealed record OverlayOutcome(OverlayAction Action, OverlayResult Result, IReadOnlyList<SpecDiagnostic> Diagnostics);
