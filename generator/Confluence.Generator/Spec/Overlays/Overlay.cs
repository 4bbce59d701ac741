using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.Overlays;

/// <summary>A list of changes to one document, in the form of the OpenAPI Overlay Specification 1.0.</summary>
internal sealed class Overlay(JsonObject node, string api, IReadOnlyList<OverlayAction> actions)
{
    public JsonObject Node { get; } = node;

    /// <summary><c>v2</c> or <c>v1</c>: the document that is meant.</summary>
    public string Api { get; } = api;

    public IReadOnlyList<OverlayAction> Actions { get; } = actions;
}

/// <summary>One change. It removes what the target takes when there is no update.</summary>
internal sealed class OverlayAction(JsonObject node, JsonString target, JsonPath path, JsonNode? update)
{
    /// <summary>The action as it stands in the file.</summary>
    public JsonObject Node { get; } = node;

    /// <summary>The target as it stands in the file, for diagnostics.</summary>
    public JsonString Target { get; } = target;

    public JsonPath Path { get; } = path;

    public JsonNode? Update { get; } = update;
}
