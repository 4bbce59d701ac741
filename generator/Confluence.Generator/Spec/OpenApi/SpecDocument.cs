using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>
/// One imported document with its overlay applied, in OpenAPI's own words. Every element keeps the JSON node that it was
/// read from, so that whoever finds fault with it can say where it stands.
/// </summary>
internal sealed class SpecDocument(JsonObject node, string api, IReadOnlyList<SpecOperation> operations, IReadOnlyList<SpecComponent> schemas)
{
    public JsonObject Node { get; } = node;

    /// <summary><c>v2</c> or <c>v1</c>: which of the two APIs the import tool was told that this document describes.</summary>
    public string Api { get; } = api;

    /// <summary>The C# names that have been given out before.</summary>
    public NameMap Names { get; set; } = NameMap.Empty;

    /// <summary>All operations, in document order.</summary>
    public IReadOnlyList<SpecOperation> Operations { get; } = operations;

    /// <summary>All named schemas, in document order, reachable or not.</summary>
    public IReadOnlyList<SpecComponent> Schemas { get; } = schemas;

    /// <summary>What several schemas have in common, in document order.</summary>
    public IReadOnlyList<SpecInterface> Interfaces { get; init; } = [];

    /// <summary>The schemas that say what they are made of, in document order.</summary>
    public IReadOnlyList<SpecSchema> MadeOf { get; init; } = [];
}

/// <summary>A named schema of <c>#/components/schemas</c>.</summary>
internal sealed class SpecComponent(string name, SpecSchema schema)
{
    public string Name { get; } = name;

    public SpecSchema Schema { get; } = schema;
}
