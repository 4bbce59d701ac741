using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Explain;

/// <summary>Something that has a name in the document or in C#.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called first.</param>
/// <param name="Names">All that it may be asked for by.</param>
/// <param name="CSharp">The C# element; what stands instead where none is emitted.</param>
/// <param name="File">The file that it is emitted into; null for none.</param>
internal sealed record Subject(string Kind, string Title, IReadOnlyList<string> Names, string CSharp, string? File)
{
    /// <summary>Gets where it stands in the document, with the node that stands there.</summary>
    public IReadOnlyList<(string Place, JsonNode Node)> Places { get; init; } = [];

    /// <summary>Gets the steps to its entry in the name map; empty for what the map does not hold.</summary>
    public IReadOnlyList<string> NameMapSteps { get; init; } = [];

    /// <summary>Gets the schemas of which it is a member, with its name there.</summary>
    public IReadOnlyList<(JsonObject Owner, string WireName)> Owners { get; init; } = [];
}
