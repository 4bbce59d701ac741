namespace Confluence.Generator.Spec.NameMaps;

/// <summary>
/// The C# names that have been given out: what was once published keeps its name, even when the document renames it, splits it or
/// writes it inline. The map is data (<c>spec/names.v2.json</c>); the tool extends it, the generator obeys it.
/// </summary>
internal sealed class NameMap
{
    private readonly Dictionary<Place, NamedType> _byPlace = [];

    public NameMap(
        IReadOnlyDictionary<string, string> operations,
        IReadOnlyDictionary<string, string> groups,
        IReadOnlyDictionary<string, NamedType> schemas,
        IReadOnlyDictionary<string, NamedType> inline,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> members,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> values)
    {
        Operations = operations;
        Groups = groups;
        Schemas = schemas;
        Inline = inline;
        Members = members;
        Values = values;
        foreach (NamedType type in schemas.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value))
        {
            _byPlace[type.Place] = type;
        }

        foreach (NamedType type in inline.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value))
        {
            _byPlace[type.Place] = type;
        }
    }

    /// <summary>A map without names.</summary>
    public static NameMap Empty { get; } = new(
        new Dictionary<string, string>(),
        new Dictionary<string, string>(),
        new Dictionary<string, NamedType>(),
        new Dictionary<string, NamedType>(),
        new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>Method and path, such as <c>GET /pages</c>, to C# name: the operationId may change, the call may not.</summary>
    public IReadOnlyDictionary<string, string> Operations { get; }

    /// <summary>Method and path to client group: the tag may change, the client that callers find the operation in may not.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; }

    /// <summary>Name in the document to C# type.</summary>
    public IReadOnlyDictionary<string, NamedType> Schemas { get; }

    /// <summary>The name that the rules give a schema without one, to C# type.</summary>
    public IReadOnlyDictionary<string, NamedType> Inline { get; }

    /// <summary>C# type, or options record, to the names on the wire to C# member.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Members { get; }

    /// <summary>C# enum to the values on the wire to C# name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; }

    /// <summary>The type that once stood at a place; null when none did.</summary>
    public NamedType? At(Place place) => _byPlace.TryGetValue(place, out NamedType? type) ? type : null;

    /// <summary>The name of a member; null when none has been given out.</summary>
    public string? Member(string type, string wireName) => Find(Members, type, wireName);

    /// <summary>The name of an enum value; null when none has been given out.</summary>
    public string? Value(string type, string wireValue) => Find(Values, type, wireValue);

    private static string? Find(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> map, string type, string name) =>
        map.TryGetValue(type, out IReadOnlyDictionary<string, string>? names) && names.TryGetValue(name, out string? found) ? found : null;
}

/// <summary>A C# type that has been given out.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Place">Where the document first uses it.</param>
internal sealed record NamedType(string Name, Place Place);
