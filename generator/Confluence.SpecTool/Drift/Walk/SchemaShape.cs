using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>What a schema says of a value, whichever of its parts says it.</summary>
internal sealed class SchemaShape
{
    private readonly WireDocument _document;
    private readonly List<JsonObject> _parts = [];
    private readonly Dictionary<JsonObject, string> _names = [];

    private SchemaShape(WireDocument document, string? name, JsonObject node)
    {
        _document = document;
        Name = name;
        Node = node;
    }

    /// <summary>Gets the name that components have it under; null for one that is written inline.</summary>
    public string? Name { get; }

    /// <summary>Gets the schema that references lead to.</summary>
    public JsonObject Node { get; }

    /// <summary>Gets the schema itself and all that it is made of.</summary>
    public IReadOnlyList<JsonObject> Parts => _parts;

    public bool IsNullable => _parts.Exists(part => part.IsTrue("nullable"));

    /// <summary>Gets the type that it names; null when it names none, and any value fits unless something else is said.</summary>
    public string? Type => _parts.Select(part => part.Text("type")).FirstOrDefault(type => type is not null)
        ?? (Properties.Count > 0 ? JsonKind.Object : null);

    /// <summary>Gets the schema that lists values; null when none does.</summary>
    public JsonObject? Enum => _parts.Find(part => part["enum"] is JsonArray);

    public Dictionary<string, SchemaUse> Properties { get; } = new(StringComparer.Ordinal);

    public SchemaUse? Items => _parts.Select(part => Use(part, "items")).FirstOrDefault(use => use is not null);

    /// <summary>Gets the schema of members that have no name in the document.</summary>
    public SchemaUse? Additional => _parts.Select(part => Use(part, "additionalProperties")).FirstOrDefault(use => use is not null);

    /// <summary>Gets whether it is an object of which the document says nothing more, or expressly takes everything.</summary>
    public bool IsOpen => Properties.Count == 0 && Additional is null;

    /// <summary>Gets the members that answers were said to carry always, each with the part that says so.</summary>
    public IEnumerable<(string Member, JsonObject Part)> Guaranteed => _parts.SelectMany(part => part.Texts("x-cs-required").Select(member => (member, part)));

    /// <summary>Gets the part that says of its members what they are: where more of them belong.</summary>
    public JsonObject MemberPart => _parts.Find(part => part["properties"] is JsonObject) ?? Node;

    /// <summary>The name of a part; null for one that is written inline.</summary>
    public string? NameOf(JsonObject part) => _names.GetValueOrDefault(part);

    /// <summary>Gets the sets of shapes of which a value has one.</summary>
    public IEnumerable<IReadOnlyList<JsonObject>> Choices => _parts.SelectMany(part => new[] { part.Items("oneOf"), part.Items("anyOf") })
        .Where(choice => choice.Count > 0).Select(choice => (IReadOnlyList<JsonObject>)[.. choice.OfType<JsonObject>()]);

    public static SchemaShape Of(WireDocument document, SchemaUse use) => Of(document, use.Node, use.More);

    public static SchemaShape Of(WireDocument document, JsonObject schema, params IReadOnlyList<JsonObject> more)
    {
        (string? name, JsonObject node) = document.Resolve(schema);
        var shape = new SchemaShape(document, name, node);
        shape.Collect(schema);
        foreach (JsonObject other in more)
        {
            shape.Collect(other);
        }

        return shape;
    }

    private void Collect(JsonObject part)
    {
        (string? partName, JsonObject node) = _document.Resolve(part);
        if (_parts.Contains(node))
        {
            return;
        }

        _parts.Add(node);
        if (partName is not null)
        {
            _names[node] = partName;
        }

        if (node.Child("properties") is { } properties)
        {
            foreach ((string name, JsonObject schema) in properties.Children())
            {
                // Objects that two parts describe are joined; of anything else the later part says what it is, as in the generator.
                Properties[name] = Properties.TryGetValue(name, out SchemaUse? known) && IsObject(known.Node) && IsObject(schema)
                    ? known with { More = [.. known.More, schema] }
                    : new SchemaUse(schema, properties, name) { StatedBy = partName };
            }
        }

        foreach (JsonObject inner in node.Items("allOf").OfType<JsonObject>())
        {
            Collect(inner);
        }
    }

    private bool IsObject(JsonObject schema)
    {
        JsonObject node = _document.Resolve(schema).Node;
        return node.Text("type") == JsonKind.Object || node["properties"] is not null || node["allOf"] is not null;
    }

    private static SchemaUse? Use(JsonObject part, string key) => part.Child(key) is { } schema ? new SchemaUse(schema, part, key) : null;
}
