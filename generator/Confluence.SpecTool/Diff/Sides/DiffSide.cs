using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Diff.Sides;

/// <summary>One of the two documents, as the library is generated from it.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Revision">The revision that it says it is; null when it says none.</param>
/// <param name="Imported">The facts without overlays.</param>
/// <param name="Fitted">The document with what fits of the overlays, and what is built of it.</param>
/// <param name="Entries">The overlay actions.</param>
internal sealed record DiffSide(string Name, string? Revision, JsonObject Imported, FittedDocument Fitted, IReadOnlyList<OverlayEntry> Entries)
{
    /// <summary>Gets the document with its overlays.</summary>
    public JsonObject Effective => Fitted.Document.Node;

    /// <summary>Gets what keeps the library from building, and needs a decision.</summary>
    public IReadOnlyList<SpecDiagnostic> Problems => Fitted.Diagnostics;

    /// <summary>Gets the actions that fit in part or not at all.</summary>
    public IReadOnlyList<OverlayEntry> Unfit => [.. Entries.Where(entry => entry.Cause is not null)];
}
