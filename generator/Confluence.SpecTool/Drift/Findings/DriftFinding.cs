using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>What was seen, however often, that the document does not know or contradicts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it stands in the document, in words.</param>
/// <param name="Text">What was seen, in a sentence without values.</param>
/// <param name="Example">What it looked like, masked.</param>
/// <param name="Seen">How often it was seen.</param>
/// <param name="Of">How often it could have been seen.</param>
internal sealed record DriftFinding(DriftKind Kind, string Place, string Text, string Example, int Seen, int Of)
{
    /// <summary>Gets the place as a JSON pointer; null where the document has none for it.</summary>
    public string? Pointer { get; init; }

    /// <summary>Gets the operations whose answers showed it, by method and path.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Gets where in the bodies it stood.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Gets the actions that make the document say what was seen; empty where none can, and then <see cref="WithoutAction"/> says why.</summary>
    public IReadOnlyList<DriftAction> Actions { get; init; } = [];

    /// <summary>Gets why there is no action.</summary>
    public string WithoutAction => Place.EndsWith(".*", StringComparison.Ordinal)
        ? "no action: the names of these members are data, and the generator knows no such members beside named ones"
        : "no action: no target names this place alone; give the schema a name of its own first";

    /// <summary>Gets the overlay action that says what was contradicted, with its file and line; null where none does.</summary>
    public string? StatedAt { get; init; }

    /// <summary>Gets the payloads that showed it, as file and line: the first of them.</summary>
    public IReadOnlyList<string> Payloads { get; init; } = [];
}
