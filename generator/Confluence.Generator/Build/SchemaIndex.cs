using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>The named schemas of a document, to follow references with.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, SpecSchema> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecComponent> _enums = new(StringComparer.Ordinal);

    public SchemaIndex(SpecDocument document)
    {
        foreach (SpecComponent component in document.Schemas)
        {
            _byName[component.Name] = component.Schema;
            if (component.Schema.Enum is { } values && !_enums.ContainsKey(EnumKey(values)))
            {
                _enums.Add(EnumKey(values), component);
            }
        }
    }

    /// <summary>The same for the same values, in whatever order they are written.</summary>
    public static string EnumKey(IReadOnlyList<string> values) => string.Join("\n", values.OrderBy(value => value, StringComparer.Ordinal));

    /// <summary>The first named enum with these values; null when there is none.</summary>
    public SpecComponent? FindEnum(string key) => _enums.TryGetValue(key, out SpecComponent? component) ? component : null;

    /// <summary>The name of the schema that a reference finally means.</summary>
    public string NameOf(string reference)
    {
        string name = reference;
        while (_byName[name].Reference is { } next)
        {
            name = next;
        }

        return name;
    }

    /// <summary>The schema of a name that <see cref="NameOf"/> gave.</summary>
    public SpecSchema Named(string name) => _byName[name];

    /// <summary>Lets a name mean another schema from now on.</summary>
    public void Replace(string name, SpecSchema schema) => _byName[name] = schema;

    /// <summary>
    /// The schema that a reference finally means, or the schema itself. A reference that leads nowhere is none any more: the reader has
    /// reported it, and any JSON stands in for it until it is mended.
    /// </summary>
    public SpecSchema Find(SpecSchema schema) => schema.Reference is { } reference ? _byName[NameOf(reference)] : schema;
}
