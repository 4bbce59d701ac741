using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Naming;

/// <summary>
/// Decides the name of a thing: an overlay's word first, then what the name map has given out, then the rule. Remembers what it
/// decided of types, so that the map can be extended.
/// </summary>
internal sealed class NameKeeper(SpecDocument document)
{
    private readonly HashSet<string> _schemas = new(document.Schemas.Select(component => component.Name), StringComparer.Ordinal);
    private readonly SchemaNames _rule = new([.. document.Schemas.Select(component => component.Name)]);
    private readonly HashSet<Place> _settledPlaces = [];

    public SortedDictionary<string, NamedType> Schemas { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, NamedType> Inline { get; } = new(StringComparer.Ordinal);

    private NameMap Map => document.Names;

    public string Operation(SpecOperation operation) =>
        operation.CsName ?? (Map.Operations.TryGetValue(operation.Key, out string? name) ? name : Names.Pascal(operation.Id));

    /// <summary>The client group of an operation.</summary>
    public string Group(SpecOperation operation) =>
        operation.CsGroup ?? (Map.Groups.TryGetValue(operation.Key, out string? group) ? group : Names.Pascal(operation.Tag.Length > 0 ? operation.Tag : "Other"));

    /// <summary>The name of a schema that has one in the document.</summary>
    public string Schema(string schemaName, SpecSchema schema, Place place)
    {
        string name = PeekSchema(schemaName, schema, place);
        Remember(Schemas, schemaName, name, place);
        return name;
    }

    /// <summary>The same, for somebody who may not use the schema after all.</summary>
    public string PeekSchema(string schemaName, SpecSchema schema, Place place) =>
        Schemas.TryGetValue(schemaName, out NamedType? settled)
            ? settled.Name
            : schema.CsName
                ?? (Map.Schemas.TryGetValue(schemaName, out NamedType? known) ? known.Name : null)
                ?? Former(place)
                ?? _rule.For(schemaName);

    /// <summary>The name of a schema that has none in the document, and whether somebody chose it.</summary>
    public (string Name, bool IsChosen) InlineSchema(string ruleName, SpecSchema schema, Place place)
    {
        string? name = schema.CsName ?? (Map.Inline.TryGetValue(ruleName, out NamedType? known) ? known.Name : null) ?? Former(place);
        return (name ?? ruleName, name is not null);
    }

    /// <summary>Remembers what an inline schema is finally called.</summary>
    public void Settle(string ruleName, string name, Place place) => Remember(Inline, ruleName, name, place);

    /// <param name="typeName">The type.</param>
    /// <param name="property">The member.</param>
    /// <param name="properties">All members of the type.</param>
    /// <param name="rule">The name by the rule.</param>
    public string Member(string typeName, SpecProperty property, IReadOnlyList<SpecProperty> properties, Func<string> rule) =>
        GivenMember(typeName, property) ?? rule() + MemberTwins.Ending(property, properties, other => GivenMember(typeName, other) is not null);

    public string Option(string optionsName, SpecParameter parameter, Func<string> rule) =>
        parameter.CsName ?? Map.Member(optionsName, parameter.Name) ?? rule();

    public string Value(string enumName, string value, Func<string> rule) => Map.Value(enumName, value) ?? rule();

    private string? GivenMember(string typeName, SpecProperty property) => property.CsMember ?? Map.Member(typeName, property.Name);

    /// <summary>
    /// What stood at this place in an earlier document, when the document has it no more: then it was renamed, or written inline,
    /// or taken out of the place. The first to come to the place inherits.
    /// </summary>
    private string? Former(Place place)
    {
        if (Map.At(place) is not { } former || _settledPlaces.Contains(place))
        {
            return null;
        }

        bool isStillThere = Map.Schemas.Any(entry => entry.Value.Name == former.Name && _schemas.Contains(entry.Key));
        return isStillThere ? null : former.Name;
    }

    private void Remember(SortedDictionary<string, NamedType> names, string key, string name, Place place)
    {
        if (!names.ContainsKey(key))
        {
            names.Add(key, new NamedType(name, place));
            _settledPlaces.Add(place);
        }
    }
}
