using System.Security.Cryptography;
using System.Text;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Diff.Wire;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>One change with both verdicts.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What happened.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there.</param>
/// <param name="Ways">The ways that what changed travels.</param>
/// <param name="Wire">Whether clients of the old document still work.</param>
/// <param name="Callers">What it means for code that calls this library.</param>
/// <param name="Effects">The C# that changes with it.</param>
/// <param name="Operations">The operations that it touches.</param>
internal sealed record DiffChange(
    DiffRule Rule,
    DiffPlace Place,
    string Text,
    string? Before,
    string? After,
    Ways Ways,
    WireVerdict Wire,
    CallerVerdict Callers,
    IReadOnlyList<SurfaceChange> Effects,
    IReadOnlyList<string> Operations)
{
    /// <summary>Gets the overlay actions that stand where it happened.</summary>
    public IReadOnlyList<TouchedAction> Overlays { get; init; } = [];

    /// <summary>Gets the open enums that it is about: they take values that they do not know.</summary>
    public IReadOnlyList<string> OpenEnums { get; init; } = [];

    /// <summary>Gets the hand-written files that call the operations that it touches.</summary>
    public IReadOnlyList<string> HandWritten { get; init; } = [];

    /// <summary>Gets what an approval knows the change by: the same in whatever order changes are found.</summary>
    public string Fingerprint { get; } = Hash(Rule.Id, Place.Text, Before, After);

    private static string Hash(params string?[] parts)
    {
        // What is null and what is empty are told apart, and no text runs into the next.
        string all = string.Concat(parts.Select(part => part is null ? "-;" : FormattableString.Invariant($"{part.Length}:{part};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }
}
