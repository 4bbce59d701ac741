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

    /// <summary>
    /// The places of all nodes that a target can name alone. What stands at several places has the first; below items of an array that nothing tells apart
    /// there are none.
    /// </summary>
    public static IReadOnlyDictionary<JsonNode, string> All(JsonNode root)
    {
        var places = new Dictionary<JsonNode, string>();
        Visit(root, "$");
        return places;

        void Visit(JsonNode node, string place)
        {
            if (!places.TryAdd(node, place))
            {
                return;
            }

            foreach (JsonMember member in (node as JsonObject)?.Members ?? [])
            {
                Visit(member.Value, place + Step(member.Name));
            }

            IReadOnlyList<JsonNode> items = (node as JsonArray)?.Items ?? [];
            foreach (JsonNode item in items)
            {
                if (StepAmong(item, items) is { } step)
                {
                    Visit(item, place + step);
                }
            }
        }
    }

    /// <summary>A step that takes this item and no other; null when there is none.</summary>
    private static string? StepAmong(JsonNode item, IReadOnlyList<JsonNode> items)
    {
        if (items.Count == 1)
        {
            return "[*]";
        }

        string step = Step(item);
        if (step == "[*]" && item is JsonObject value && value["type"] is JsonString type)
        {
            return items.Count(other => ((other as JsonObject)?["type"] as JsonString)?.Value == type.Value) == 1 ? $"[?@.type=='{type.Value}']" : null;
        }

        return step != "[*]" && items.Count(other => Step(other) == step) == 1 ? step : null;
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
