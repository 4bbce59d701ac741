using System.Text.RegularExpressions;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Import;

/// <summary>Says what a file is that is no document to take, and what to do about it.</summary>
internal static partial class DocumentKind
{
    private const string Wanted = "is no OpenAPI document of Confluence: no JSON object with \"openapi\" and with paths of one of its two APIs";

    /// <summary>Whether it is meant to be JSON, so that the reader of JSON has something to say of it.</summary>
    public static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    public static bool IsYamlName(string path) => Path.GetExtension(path) is ".yaml" or ".yml";

    public static string Yaml(string name) =>
        $"{name} is YAML, and documents are taken as JSON only: download the .json that Atlassian publishes beside it, or convert it, for example with: yq -o=json {Path.GetFileName(name)}";

    /// <summary>Why a file is no document of either API.</summary>
    public static string WhyNone(string name, string text)
    {
        if (text.AsSpan().TrimStart() is ['<', ..])
        {
            return $"{name} gives a web page or XML instead of a document; check the address, and whether a proxy or a login stands in between";
        }

        if (!IsJson(text))
        {
            return IsYamlName(name) || YamlStart().IsMatch(text) ? Yaml(name) : $"{name} {Wanted}";
        }

        JsonNode? node = JsonParser.Parse(new JsonSource(name, text), out SpecDiagnostic? error);
        return SpecFiles.Format(error ?? SpecDiagnostic.At(
            (node as JsonObject)?["swagger"] ?? (node as JsonObject)?["paths"] ?? node!, // There is a value where there is no error.
            SpecDiagnosticId.UnsupportedConstruct,
            (node as JsonObject)?["swagger"] is JsonString { Value: var version }
                ? $"This is Swagger {version}, and only OpenAPI 3.0 can be imported; take the document that Atlassian publishes as OpenAPI 3.0 (spec/README.md has the addresses)."
                : $"This {Wanted}."));
    }

    [GeneratedRegex(@"\A\s*(---|%YAML|#|[A-Za-z_][A-Za-z0-9_]*\s*:)")]
    private static partial Regex YamlStart();
}
