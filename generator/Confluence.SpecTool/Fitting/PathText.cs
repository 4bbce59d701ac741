using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;

namespace Confluence.SpecTool.Fitting;

/// <summary>Places in a document, as targets of overlays say them.</summary>
internal static partial class PathText
{
    private static readonly string[] s_identifying = ["name", "in", "$ref"];

    public static string Of(IEnumerable<JsonPathSegment> segments) => "$" + string.Concat(segments.Select(Step));

    /// <summary>The place of a node: of the smallest one that targets can name and that holds the offset.</summary>
    /// <param name="root">The document.</param>
    /// <param name="file">The file that the offset is in; a document with overlays has nodes of several.</param>
    /// <param name="offset">The offset.</param>
    public static string? Find(JsonNode root, string file, int offset)
    {
        string? best = null;
        Visit(root, "$");
        return best;

        // Nodes of overlays hang below nodes of the document, so a parent of another file says nothing of its children.
        void Visit(JsonNode node, string place)
        {
            if (node.Source.Path == file && node.Start <= offset && offset < node.Start + node.Length)
            {
                best = place;
            }

            switch (node)
            {
                case JsonObject value:
                    foreach (JsonMember member in value.Members)
                    {
                        Visit(member.Value, place + Step(member.Name));
                    }

                    break;
                case JsonArray value:
                    foreach (JsonNode item in value.Items)
                    {
                        Visit(item, place + Step(item));
                    }

                    break;
            }
        }
    }

    private static string Step(JsonPathSegment segment) => segment switch
    {
        { Name: { } name } => Step(name),
        FilterSegment filter => $"[?{string.Join(" && ", filter.Comparisons.Select(comparison => $"@.{string.Join('.', comparison.Names)}=={(comparison.Text is { } text ? $"'{text}'" : comparison.Truth ? "true" : "false")}"))}]",
        _ => "[*]",
    };

    private static string Step(string name) => PlainName().IsMatch(name) ? "." + name : $"['{name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}']";

    /// <summary>An item of an array is known by what it says of itself: there is no index, because it would move with the next revision.</summary>
    private static string Step(JsonNode item)
    {
        string[] known = item is JsonObject value
            ? [.. s_identifying.Where(name => value[name] is JsonString).Select(name => $"@.{name}=='{((JsonString)value[name]!).Value}'")] // Asked for above.
            : [];
        return known.Length == 0 ? "[*]" : $"[?{string.Join(" && ", known)}]";
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex PlainName();
}
