using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Overlays;

namespace Confluence.SpecTool.Fitting;

/// <summary>Places in a document, as targets of overlays say them.</summary>
internal static partial class PathText
{
    public static string Of(IEnumerable<JsonPathSegment> segments) => "$" + string.Concat(segments.Select(Step));

    /// <summary>A step to a member.</summary>
    public static string Step(string name) => PlainName().IsMatch(name) ? "." + name : $"[{Quoted(name)}]";

    /// <summary>A text between quotes.</summary>
    public static string Quoted(string text) => $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    private static string Step(JsonPathSegment segment) => segment switch
    {
        { Name: { } name } => Step(name),
        FilterSegment filter => $"[?{string.Join(" && ", filter.Comparisons.Select(comparison => $"@{string.Concat(comparison.Names.Select(Step))}=={(comparison.Text is { } text ? Quoted(text) : comparison.Truth ? "true" : "false")}"))}]",
        _ => "[*]",
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex PlainName();
}
