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
        FilterSegment filter => $"[?{string.Join(" && ", filter.Comparisons.Select(comparison => $"@{string.Concat(comparison.Names.Select(Step))}=={(comparison.Text is { } text ? Quoted(text) : comparison.Truth ? "true" : "false")}"))}]",
        _ => "[*]",
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex PlainName();
}
