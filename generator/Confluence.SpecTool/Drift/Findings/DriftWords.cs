using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>The words for what was seen.</summary>
internal static class DriftWords
{
    /// <summary>The heading of all findings of a kind.</summary>
    public static string Title(DriftKind kind) => kind switch
    {
        DriftKind.AnnouncedEnd => "Operations whose answers announce an end, and that the document does not deprecate",
        DriftKind.GuaranteedAbsent => "Members that answers always carry, by x-cs-required, and that did not come",
        DriftKind.GuaranteedNull => "Members that are never null, by x-cs-required, and were",
        DriftKind.Type => "Values of another type",
        DriftKind.EnumValue => "Values outside an enum",
        DriftKind.UnknownMember => "Members that the document does not know",
        DriftKind.Null => "Nulls that the document does not speak of",
        DriftKind.UnknownStatus => "Statuses of success that the document does not have",
        _ => "Bodies where the document has none",
    };

    /// <param name="kind">What was seen.</param>
    /// <param name="place">Where it stands in the document.</param>
    /// <param name="example">What it looked like.</param>
    /// <param name="type">The type that the document names.</param>
    public static string Text(DriftKind kind, string place, string example, string? type) => kind switch
    {
        DriftKind.AnnouncedEnd => $"{place} is to end: {example}",
        DriftKind.GuaranteedAbsent => $"{place} did not come",
        DriftKind.GuaranteedNull => $"{place} was null",
        DriftKind.Type => $"{place} was {example}, where the document has {type ?? "a choice of shapes"}",
        DriftKind.EnumValue => $"{place} had the value {example}",
        DriftKind.UnknownMember => $"{place} came: {example}",
        DriftKind.Null => $"{place} was null",
        DriftKind.UnknownStatus => $"{place} was the status of an answer",
        _ => $"{place} had a body: {example}",
    };
}
