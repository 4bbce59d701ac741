using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Walk;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>Says of a value what it looks like, and nothing of what it is: recorded answers hold people's data.</summary>
internal static partial class ValueMask
{
    /// <summary>The shape of a value, in a few words.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        null => "not there",
        JsonObject members => members.Members.Count == 0 ? "{}" : $"{{{string.Join(", ", members.Members.Select(member => $"{(MemberName.IsWord(member.Name) ? member.Name : "*")}: {JsonKind.Of(member.Value)}").Distinct())}}}",
        JsonArray items => items.Items.Count == 0 ? "[]" : $"[{string.Join(", ", items.Items.Select(JsonKind.Of).Distinct())}]",
        JsonString text => OfText(text.Value),
        _ => JsonKind.Of(value),
    };

    /// <summary>A value of an enum, which is shown where it looks like a word of a program; otherwise its shape.</summary>
    public static string OfToken(JsonNode? value) => value is JsonString text && TextForm.IsToken(text.Value) ? $"\"{text.Value}\"" : Of(value);

    private static string OfText(string text) =>
        text.Length == 0 ? "an empty string"
        : TextForm.IsTime(text) ? "string (a date and time)"
        : Digits().IsMatch(text) ? "string (of digits)"
        : text.Contains("://", StringComparison.Ordinal) ? "string (an address)"
        : "string (a text)";

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
