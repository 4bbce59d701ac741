using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>A schema where it is used: what holds it, and under which name, so that it can be replaced there.</summary>
/// <param name="Node">The schema, or the reference to it.</param>
/// <param name="Holder">The object that it is a member of.</param>
/// <param name="Key">The name of the member.</param>
internal sealed record SchemaUse(JsonObject Node, JsonObject Holder, string Key)
{
    /// <summary>Gets the name of the schema that states it; null for one that is written inline.</summary>
    public string? StatedBy { get; init; }

    /// <summary>Gets the objects that other parts make of the same member: it has the members of all.</summary>
    public IReadOnlyList<JsonObject> More { get; init; } = [];
}
