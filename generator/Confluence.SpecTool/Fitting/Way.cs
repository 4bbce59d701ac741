using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Fitting;

/// <summary>One step down into a document.</summary>
/// <param name="Owner">The object or array that it goes into.</param>
/// <param name="Name">The member; null for an item of an array.</param>
/// <param name="Node">Where it leads.</param>
internal sealed record WayStep(JsonNode Owner, string? Name, JsonNode Node)
{
    private static readonly string[] s_identifying = ["name", "in", "$ref"];

    /// <summary>Gets the step as targets of overlays write it. An item is known by what it says of itself: there is no index, because it would move with the next revision.</summary>
    public string Text => Name is { } name ? PathText.Step(name)
        : Known(Node) is { Length: > 0 } known ? $"[?{string.Join(" && ", known.Select(member => $"@{PathText.Step(member)}=={PathText.Quoted(((JsonString)((JsonObject)Node)[member]!).Value)}"))}]" // Known gives members that are texts.
        : "[*]";

    /// <summary>Gets whether a target that ends in this step takes nothing else.</summary>
    public bool IsAlone => Owner is not JsonArray array || array.Items.Count(IsTaken) == 1;

    private bool IsTaken(JsonNode other)
    {
        string[] known = Known(Node);
        return known.Length == 0 || (other is JsonObject item && known.All(member => item[member] is JsonString text && text.Value == ((JsonString)((JsonObject)Node)[member]!).Value)); // Known gives members that are texts.
    }

    private static string[] Known(JsonNode item) => item is JsonObject value ? [.. s_identifying.Where(name => value[name] is JsonString)] : [];
}

/// <summary>The way to a node of a document.</summary>
internal static class Way
{
    /// <summary>The way to the smallest node that holds an offset; null when none does.</summary>
    /// <param name="root">The document.</param>
    /// <param name="file">The file that the offset is in; a document with overlays has nodes of several.</param>
    /// <param name="offset">The offset.</param>
    public static IReadOnlyList<WayStep>? To(JsonObject root, string file, int offset)
    {
        WayStep[]? best = null;
        var steps = new List<WayStep>();
        Visit(root);
        return best;

        // Nodes of overlays hang below nodes of the document, so a parent of another file says nothing of its children.
        void Visit(JsonNode node)
        {
            if (node.Source.Path == file && node.Start <= offset && offset < node.Start + node.Length)
            {
                best = [.. steps];
            }

            foreach (WayStep step in StepsFrom(node))
            {
                steps.Add(step);
                Visit(step.Node);
                steps.RemoveAt(steps.Count - 1);
            }
        }
    }

    /// <summary>The target of an overlay action that takes what a way leads to.</summary>
    public static string Target(IEnumerable<WayStep> way) => "$" + string.Concat(way.Select(step => step.Text));

    /// <summary>
    /// The targets of all nodes that a target can name alone. What stands at several places has the first; below items of an array that nothing tells apart there are none.
    /// </summary>
    public static IReadOnlyDictionary<JsonNode, string> Targets(JsonNode root)
    {
        var targets = new Dictionary<JsonNode, string>();
        Visit(root, "$");
        return targets;

        void Visit(JsonNode node, string target)
        {
            if (!targets.TryAdd(node, target))
            {
                return;
            }

            foreach (WayStep step in StepsFrom(node))
            {
                if (Alone(step) is { } text)
                {
                    Visit(step.Node, target + text);
                }
            }
        }
    }

    /// <summary>A step that takes this node and no other; null when there is none. Parts of an <c>allOf</c> are told apart by their type.</summary>
    private static string? Alone(WayStep step)
    {
        if (step.IsAlone)
        {
            return step.Text;
        }

        return step.Owner is JsonArray array && step.Node is JsonObject part && part["type"] is JsonString type
            && array.Items.Count(other => ((other as JsonObject)?["type"] as JsonString)?.Value == type.Value) == 1
            ? $"[?@.type=={PathText.Quoted(type.Value)}]"
            : null;
    }

    private static IEnumerable<WayStep> StepsFrom(JsonNode node) => node switch
    {
        JsonObject value => value.Members.Select(member => new WayStep(node, member.Name, member.Value)),
        JsonArray value => value.Items.Select(item => new WayStep(node, null, item)),
        _ => [],
    };
}
