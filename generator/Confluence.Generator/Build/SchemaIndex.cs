using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>The named schemas of a document, to follow references with.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, SpecSchema> _byName = new(StringComparer.Ordinal);

    public SchemaIndex(SpecDocument document)
    {
        foreach (SpecComponent component in document.Schemas)
        {
            _byName[component.Name] = component.Schema;
        }
    }

    /// <summary>The schema that a reference finally means; null when it leads nowhere, which the reader has reported.</summary>
    public SpecSchema? Find(SpecSchema schema)
    {
        SpecSchema? current = schema;
        for (int steps = 0; current is { Reference: { } name }; steps++)
        {
            if (!_byName.TryGetValue(name, out current) || steps > _byName.Count)
            {
                return null;
            }
        }

        return current;
    }
}
