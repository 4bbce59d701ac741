using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>One of <c>x-cs-interfaces</c>: what several schemas have in common. Each name keeps its place, so that whoever finds fault with it can say where it stands.</summary>
/// <param name="Node">The JSON that it was read from.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Summary">What it is for.</param>
internal sealed record SpecInterface(JsonNode Node, string Name, string Summary)
{
    /// <summary>The interfaces whose members it has too.</summary>
    public IReadOnlyList<JsonString> Extends { get; init; } = [];

    /// <summary>Wire names of members that all the schemas have.</summary>
    public IReadOnlyList<JsonString> Members { get; init; } = [];

    /// <summary>Wire names of members that only some of the schemas have.</summary>
    public IReadOnlyList<JsonString> Optional { get; init; } = [];

    /// <summary>The names of the schemas, beside those of the interfaces that extend this one.</summary>
    public IReadOnlyList<JsonString> Schemas { get; init; } = [];
}
