using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>A document in OpenAPI's words: operations by method and path, references to follow, and where each node stands.</summary>
internal sealed class WireDocument
{
    private readonly Dictionary<JsonNode, string> _pointers = [];
    private readonly Dictionary<string, HashSet<string>> _reach = new(StringComparer.Ordinal);

    public WireDocument(JsonObject root, SurfaceIndex surface)
    {
        Root = root;
        Surface = surface;
        Point(root, "");
        foreach ((string path, JsonObject item) in root.Child("paths").Children())
        {
            foreach ((string method, JsonObject node) in item.Children())
            {
                var operation = new WireOperation(method.ToUpperInvariant(), path, node, ReadParameters(item, node));
                Operations.Add(operation.Key, operation);
            }
        }
    }

    public JsonObject Root { get; }

    /// <summary>Gets what is generated of it.</summary>
    public SurfaceIndex Surface { get; }

    public Dictionary<string, WireOperation> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a node stands, as a JSON pointer; of one that stands at several places, the first.</summary>
    public string? PointerOf(JsonNode node) => _pointers.GetValueOrDefault(node);

    public JsonObject? Component(string section, string name) => Root.Child("components")?.Child(section)?.Child(name);

    /// <summary>The operations that lead to a named schema.</summary>
    public IEnumerable<string> UsersOf(string schema) => Operations.Values.Where(operation => Reach(operation).Contains(schema)).Select(operation => operation.Key);

    /// <summary>What a node finally means, and the name under which components have it; null for one that is written inline.</summary>
    public (string? Name, JsonObject Node) Resolve(JsonObject node)
    {
        string? name = null;
        HashSet<JsonNode> seen = [];
        while (node.Text("$ref") is { } reference)
        {
            string[] steps = reference.Split('/');
            name = steps[^1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (steps.Length != 4 || Component(steps[2], name) is not { } found || !seen.Add(node))
            {
                // It leads nowhere or back to itself, which the reader has reported; nothing can be said of what is not there.
                return (name, node);
            }

            node = found;
        }

        return (name, node);
    }

    /// <summary>The names of the components that an operation leads to.</summary>
    private HashSet<string> Reach(WireOperation operation)
    {
        if (_reach.TryGetValue(operation.Key, out HashSet<string>? known))
        {
            return known;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<JsonNode>();
        Visit(operation.Node);
        foreach (WireParameter parameter in operation.Parameters)
        {
            Visit(parameter.Node);
        }

        _reach.Add(operation.Key, names);
        return names;

        void Visit(JsonNode node)
        {
            if (!seen.Add(node))
            {
                return;
            }

            if (node is JsonObject use && use["$ref"] is JsonString)
            {
                (string? name, JsonObject target) = Resolve(use);
                names.Add(name ?? "");
                Visit(target);
                return;
            }

            foreach (JsonNode child in node is JsonObject value ? value.Members.Select(member => member.Value) : (node as JsonArray)?.Items ?? [])
            {
                Visit(child);
            }
        }
    }

    private List<WireParameter> ReadParameters(JsonObject item, JsonObject operation)
    {
        var parameters = new List<WireParameter>();
        foreach (JsonObject use in item.Items("parameters").Concat(operation.Items("parameters")).OfType<JsonObject>())
        {
            JsonObject node = Resolve(use).Node;
            var parameter = new WireParameter(node.Text("name") ?? "", node.Text("in") ?? "", node);
            parameters.RemoveAll(other => other.Identity == parameter.Identity);
            parameters.Add(parameter);
        }

        return parameters;
    }

    private void Point(JsonNode node, string pointer)
    {
        if (!_pointers.TryAdd(node, pointer))
        {
            return;
        }

        switch (node)
        {
            case JsonObject value:
                foreach (JsonMember member in value.Members)
                {
                    Point(member.Value, $"{pointer}/{Escape(member.Name)}");
                }

                break;
            case JsonArray value:
                for (int i = 0; i < value.Items.Count; i++)
                {
                    Point(value.Items[i], FormattableString.Invariant($"{pointer}/{i}"));
                }

                break;
        }
    }

    /// <summary>A name as a step of a JSON pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
