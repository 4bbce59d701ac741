using System.Globalization;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Import;

/// <summary>What an import gave: the text to write, or what is wrong.</summary>
internal sealed record ImportResult(string? Text, int Operations, int Schemas, IReadOnlyList<SpecDiagnostic> Diagnostics);

/// <summary>Turns a published OpenAPI document into the form that the repository keeps: the facts, in one order, without prose.</summary>
internal static class DocumentImporter
{
    /// <param name="source">The document, as published or as imported before.</param>
    /// <param name="api"><c>v2</c> or <c>v1</c>.</param>
    /// <param name="revision">The date of the revision; null keeps what an imported document says.</param>
    public static ImportResult Import(JsonSource source, string api, DateOnly? revision)
    {
        if (JsonParser.Parse(source, out SpecDiagnostic? error) is not { } node)
        {
            return Failed(error!); // The parser gives a value or an error.
        }

        if (Check(node, api) is { } problem)
        {
            return Failed(problem);
        }

        var root = (JsonObject)node;
        var context = new ImportContext();
        var facts = (JsonObject?)OpenApiImportRules.Document($"Confluence Cloud REST API {api}")(root, context);
        if (facts is null || context.Diagnostics.Count > 0)
        {
            return new ImportResult(null, 0, 0, context.Diagnostics);
        }

        var members = new List<JsonMember>(facts.Members);
        members.Insert(1, new JsonMember(SpecSource.Marker, 0, CreateMarker(root, api, revision)));
        return new ImportResult(
            JsonFormatter.Indented(new JsonObject(source, 0, 0, members)),
            CountOperations((JsonObject)facts["paths"]!), // Check has seen it.
            ((facts["components"] as JsonObject)?["schemas"] as JsonObject)?.Members.Count ?? 0,
            []);
    }

    private static SpecDiagnostic? Check(JsonNode node, string api)
    {
        if (node is not JsonObject root || root["openapi"] is not JsonString version || root["paths"] is not JsonObject paths)
        {
            return SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, "This is not an OpenAPI document; it has no \"openapi\" with a version, or no \"paths\".");
        }

        if (!version.Value.StartsWith("3.0.", StringComparison.Ordinal))
        {
            return SpecDiagnostic.At(version, SpecDiagnosticId.UnsupportedConstruct, $"The document is OpenAPI {version.Value}; only 3.0 can be imported. Take the one that Atlassian publishes as 3.0 (spec/README.md has the addresses), or convert it: 3.1 writes null as a type and examples as arrays.");
        }

        string? actual = ApiOf(root);
        return actual is null || actual == api
            ? null
            : SpecDiagnostic.At(root[SpecSource.Marker] ?? paths, SpecDiagnosticId.UnsupportedConstruct, $"The document describes {actual}, not {api}; run the import with --as {actual}.");
    }

    /// <summary>The API that a document describes; null when nothing tells.</summary>
    public static string? ApiOf(JsonObject root) =>
        root["openapi"] is null || root["paths"] is not JsonObject paths ? null
        : root[SpecSource.Marker] is JsonObject marker && marker["api"] is JsonString imported ? imported.Value
        : Recognise(paths);

    /// <summary>The v1 document writes the whole path of each operation, the v2 document the part behind /wiki/api/v2.</summary>
    private static string? Recognise(JsonObject paths)
    {
        if (paths.Members.Count == 0)
        {
            return null;
        }

        return paths.Members.All(path => path.Name.StartsWith("/wiki/rest/", StringComparison.Ordinal)) ? "v1"
            : paths.Members.Any(path => path.Name.StartsWith("/wiki/", StringComparison.Ordinal)) ? null
            : "v2";
    }

    private static JsonObject CreateMarker(JsonObject root, string api, DateOnly? revision)
    {
        JsonSource source = root.Source;
        var members = new List<JsonMember>
        {
            new("api", 0, new JsonString(source, 0, 0, api)),
            new("formatVersion", 0, new JsonNumber(source, 0, 0, SpecSource.FormatVersion)),
        };
        JsonNode? date = revision is { } given
            ? new JsonString(source, 0, 0, given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : (root[SpecSource.Marker] as JsonObject)?["revision"];
        if (date is not null)
        {
            members.Add(new JsonMember("revision", 0, date));
        }

        return new JsonObject(source, 0, 0, members);
    }

    private static int CountOperations(JsonObject paths)
        => paths.Members.Sum(path => ((JsonObject)path.Value).Members.Count(member => member.Name != "parameters"));

    private static ImportResult Failed(SpecDiagnostic diagnostic) => new(null, 0, 0, [diagnostic]);
}
