using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Walk;
using Confluence.SpecTool.Drift.Words;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>Makes the overlay actions after which the document knows what was seen.</summary>
internal sealed class ActionMaker(WireDocument document)
{
    private readonly IReadOnlyDictionary<JsonNode, string> _places = Way.Targets(document.Root);

    /// <summary>The actions; none where no target names the place alone.</summary>
    public IReadOnlyList<DriftAction> Make(DriftEvidence seen) => seen.Kind switch
    {
        DriftKind.AnnouncedEnd => At(seen.Owner, NodeMaking.Object(("deprecated", NodeMaking.True()), ("x-cs-obsolete", NodeMaking.Text("WHAT TO USE INSTEAD")))),
        DriftKind.UnknownMember => AddMember(seen.Owner, seen.Name, seen.Values),
        DriftKind.EnumValue => At(seen.Owner, NodeMaking.Object(("enum", NodeMaking.Array(Shown(seen.Values.First()))))),
        DriftKind.Null => AllowNull(seen.Owner),
        DriftKind.Type when seen.Use is { } use => ChangeType(use, seen.Values, seen.IsAlways),
        DriftKind.GuaranteedAbsent => TakeBack(seen.Owner, seen.Broken),
        DriftKind.GuaranteedNull => [.. TakeBack(seen.Owner, seen.Broken), .. seen.Use is { } use ? AllowNull(use.Node) : []],
        DriftKind.UnknownStatus => At(seen.Owner, NodeMaking.Object((seen.Name ?? "", Response(seen.Values)))),
        DriftKind.UnknownBody => At(seen.Owner, NodeMaking.Object(("content", Content(seen.Values)))),
        _ => [],
    };

    private static JsonNode Shown(JsonNode value) => value is JsonString text && !TextForm.IsToken(text.Value) ? NodeMaking.Text("VALUE") : value;

    private IReadOnlyList<DriftAction> AddMember(JsonObject owner, string? name, IReadOnlyCollection<JsonNode> values) =>
        name is null ? [] // An object with named members cannot have others beside them in C#.
        : owner["properties"] is JsonObject properties ? At(properties, NodeMaking.Object((name, InferredSchema.Of(values))))
        : At(owner, NodeMaking.Object(("properties", NodeMaking.Object((name, InferredSchema.Of(values))))));

    /// <summary>Beside a reference null cannot be allowed, so it is at the schema that the reference leads to.</summary>
    private IReadOnlyList<DriftAction> AllowNull(JsonObject schema) =>
        SchemaShape.Of(document, schema) is { IsNullable: false, Node: var node } ? At(node, NodeMaking.Object(("nullable", NodeMaking.True()))) : [];

    /// <summary>A member of a list cannot be named by a target, so the list is stated anew, without all that were found broken: the actions of each may stand beside each other.</summary>
    private IReadOnlyList<DriftAction> TakeBack(JsonObject owner, IReadOnlySet<string> broken)
    {
        const string Name = "x-cs-required";
        if (!_places.TryGetValue(owner, out string? target))
        {
            return [];
        }

        string[] left = [.. owner.Texts(Name).Where(member => !broken.Contains(member))];
        var removal = new DriftAction($"{target}['{Name}']", null);
        return left.Length == 0 ? [removal] : [removal, new DriftAction(target, NodeMaking.Object((Name, NodeMaking.Array(left.Select(NodeMaking.Text)))))];
    }

    private IReadOnlyList<DriftAction> ChangeType(SchemaUse use, IReadOnlyCollection<JsonNode> values, bool isAlways)
    {
        JsonObject schema = SchemaShape.Of(document, use.Holder.Child(use.Key) ?? use.Node).Node;
        foreach (string choice in new[] { "oneOf", "anyOf" })
        {
            if (schema[choice] is JsonArray)
            {
                return At(schema, NodeMaking.Object((choice, NodeMaking.Array(InferredSchema.Of(values)))));
            }
        }

        // What is not always so leaves both: a schema without a type takes any value.
        JsonObject inferred = isAlways ? InferredSchema.Of(values) : NodeMaking.Object();
        if (use.Node["x-cs-member"] is { } memberName)
        {
            inferred = NodeMaking.Object([.. inferred.Members.Select(member => (member.Name, member.Value)), ("x-cs-member", memberName)]);
        }

        return _places.TryGetValue(use.Node, out string? old) && _places.TryGetValue(use.Holder, out string? holder)
            ? [new DriftAction(old, null), new DriftAction(holder, NodeMaking.Object((use.Key, inferred)))]
            : [];
    }

    private static JsonObject Response(IReadOnlyCollection<JsonNode> values)
    {
        (string, JsonNode)[] content = values.Count == 0 || values.All(value => value is JsonNull) ? [] : [("content", Content(values))];
        return NodeMaking.Object([("description", NodeMaking.Text("WHAT IT MEANS")), .. content]);
    }

    private static JsonObject Content(IReadOnlyCollection<JsonNode> values) =>
        NodeMaking.Object(("application/json", NodeMaking.Object(("schema", InferredSchema.Of(values)))));

    private IReadOnlyList<DriftAction> At(JsonObject node, JsonObject update) => _places.TryGetValue(node, out string? target) ? [new DriftAction(target, update)] : [];
}
