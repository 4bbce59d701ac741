using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Confluence.Generator.Tests.Spec;

/// <summary>What Microsoft.OpenApi saw, in the words of <see cref="SpecFacts"/>.</summary>
internal static class OpenApiFacts
{
    public static IReadOnlyList<string> Of(OpenApiDocument document)
    {
        var facts = new FactList();
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                AddOperation(facts, $"{method.Method} {path}", item, operation);
            }
        }

        foreach ((string name, IOpenApiSchema schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            AddSchema(facts, $"#{name}", schema);
        }

        return facts.Sorted();
    }

    private static void AddOperation(FactList facts, string place, IOpenApiPathItem item, OpenApiOperation operation)
    {
        facts.Add(place, $"id {operation.OperationId}", $"tag {operation.Tags?.FirstOrDefault()?.Name}", $"deprecated {operation.Deprecated}", $"experimental {TruthOf(operation.Extensions, "x-experimental") ?? false}");
        facts.Add(place, $"scopes {string.Join('|', ScopesOf(operation))}", $"permission {WordOf(operation.Extensions, "x-cs-permission")}", $"idempotent {TruthOf(operation.Extensions, "x-cs-idempotent")}", $"question {TruthOf(operation.Extensions, "x-cs-question") ?? false}", $"obsolete {WordOf(operation.Extensions, "x-cs-obsolete")}");
        foreach (IOpenApiParameter parameter in (item.Parameters ?? []).Concat(operation.Parameters ?? []))
        {
            string at = $"{place} {parameter.In} {parameter.Name}";
            facts.Add(at, $"required {parameter.Required}", $"deprecated {parameter.Deprecated}", $"explode {parameter.Explode}");
            facts.Add(at, $"style {parameter.Style?.ToString().ToLowerInvariant()}", $"name {WordOf(parameter.Extensions, "x-cs-name")}");
            AddIfAny(facts, at, parameter.Schema);
        }

        if (operation.RequestBody is { } body)
        {
            facts.Add($"{place} body", $"required {body.Required}", $"component {(body as OpenApiRequestBodyReference)?.Reference.Id}");
            AddContent(facts, $"{place} body", body.Content);
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            facts.Add($"{place} {status}", "response");
            AddContent(facts, $"{place} {status}", response.Content);
        }
    }

    private static void AddContent(FactList facts, string place, IDictionary<string, IOpenApiMediaType>? content)
    {
        foreach ((string name, IOpenApiMediaType mediaType) in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            facts.Add($"{place} {name}", "content");
            AddIfAny(facts, $"{place} {name}", mediaType.Schema);
        }
    }

    private static void AddSchema(FactList facts, string place, IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            facts.Add(place, $"reference {reference.Reference.Id}");
            return;
        }

        JsonSchemaType type = schema.Type ?? 0;
        facts.Add(place, $"type {NameOf(type & ~JsonSchemaType.Null)}", $"format {schema.Format}", $"title {schema.Title}", $"nullable {type.HasFlag(JsonSchemaType.Null)}");
        facts.Add(place, $"enum {string.Join('|', (schema.Enum ?? []).Select(value => value.GetValue<string>()))}", $"required {string.Join('|', (schema.Required ?? new HashSet<string>()).Order(StringComparer.Ordinal))}");
        facts.Add(place, $"default {TextOf(schema.Default)}", FormattableString.Invariant($"limits {schema.Minimum}..{schema.Maximum} {schema.MinItems}..{schema.MaxItems} ..{schema.MaxLength}"));
        facts.Add(place, $"name {WordOf(schema.Extensions, "x-cs-name")}", $"lazy {TruthOf(schema.Extensions, "x-cs-lazy-text") ?? false}", $"guaranteed {string.Join('|', WordsOf(Extension(schema.Extensions, "x-cs-required")))}");
        facts.Add(place, $"others {schema.AdditionalPropertiesAllowed}", $"properties {string.Join('|', (schema.Properties?.Keys ?? []).Order(StringComparer.Ordinal))}");
        foreach ((string name, IOpenApiSchema property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            AddSchema(facts, $"{place}.{name}", property);
        }

        AddIfAny(facts, $"{place}[]", schema.Items);
        AddIfAny(facts, $"{place}{{}}", schema.AdditionalProperties);
        AddAll(facts, $"{place} oneOf", schema.OneOf);
        AddAll(facts, $"{place} anyOf", schema.AnyOf);
        AddAll(facts, $"{place} allOf", schema.AllOf);
    }

    private static void AddIfAny(FactList facts, string place, IOpenApiSchema? schema)
    {
        if (schema is not null)
        {
            AddSchema(facts, place, schema);
        }
    }

    private static void AddAll(FactList facts, string place, IList<IOpenApiSchema>? schemas)
    {
        for (int i = 0; i < (schemas?.Count ?? 0); i++)
        {
            AddSchema(facts, FormattableString.Invariant($"{place} {i}"), schemas![i]); // The count says that there are some.
        }
    }

    private static string NameOf(JsonSchemaType type) => type switch
    {
        0 => "",
        JsonSchemaType.Boolean => "boolean",
        JsonSchemaType.Integer => "integer",
        JsonSchemaType.Number => "number",
        JsonSchemaType.String => "string",
        JsonSchemaType.Object => "object",
        JsonSchemaType.Array => "array",
        _ => type.ToString(),
    };

    /// <summary>The scopes that an operation needs now; those that it will need, or needed, are other sets.</summary>
    private static IEnumerable<string> ScopesOf(OpenApiOperation operation) =>
        (Extension(operation.Extensions, "x-atlassian-oauth2-scopes")?.AsArray() ?? [])
            .Where(set => (string?)set?["state"] == "Current")
            .SelectMany(set => WordsOf(set?["scopes"]))
            .Distinct();

    private static IEnumerable<string> WordsOf(JsonNode? words) => (words?.AsArray() ?? []).Select(word => (string?)word ?? "null");

    private static string? WordOf(IDictionary<string, IOpenApiExtension>? extensions, string name) => (string?)Extension(extensions, name);

    private static bool? TruthOf(IDictionary<string, IOpenApiExtension>? extensions, string name) => (bool?)Extension(extensions, name);

    private static JsonNode? Extension(IDictionary<string, IOpenApiExtension>? extensions, string name) =>
        extensions?.TryGetValue(name, out IOpenApiExtension? extension) == true ? ((JsonNodeExtension)extension).Node : null;

    private static string? TextOf(JsonNode? value) => value?.ToJsonString();
}
