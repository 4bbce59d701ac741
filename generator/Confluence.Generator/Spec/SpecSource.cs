using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec;

/// <summary>A document that the import tool wrote, as it stands in its file.</summary>
internal sealed class SpecSource
{
    /// <summary>The root member that the import tool writes.</summary>
    public const string Marker = "x-confluence-import";

    /// <summary>The form of imported documents that is understood here.</summary>
    public const string FormatVersion = "1";

    private SpecSource(JsonObject root, string api)
    {
        Root = root;
        Api = api;
    }

    /// <summary>The names of the APIs, in the order in which documents are given out.</summary>
    public static IReadOnlyList<string> Apis { get; } = ["v2", "v1"];

    public JsonObject Root { get; }

    public string Api { get; }

    /// <summary>The document; null for a file that is something else, and for one that was not imported, which is reported.</summary>
    public static SpecSource? Read(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        JsonNode? marker = root[Marker];
        if (marker is null && root["openapi"] is null && root["swagger"] is null)
        {
            return null;
        }

        if (marker is JsonObject mark
            && mark["api"] is JsonString api && Apis.Contains(api.Value)
            && mark["formatVersion"] is JsonNumber { Text: FormatVersion })
        {
            return new SpecSource(root, api.Value);
        }

        string problem = marker is null ? "This OpenAPI document has not been imported" : "This document was imported by another version of the tool";
        diagnostics.Add(SpecDiagnostic.At(marker ?? root, SpecDiagnosticId.NotImported, $"{problem}; run: dotnet run --project generator/Confluence.SpecTool -- import FILE --as v2 (or v1) --out spec/confluence-v2.json"));
        return null;
    }
}
