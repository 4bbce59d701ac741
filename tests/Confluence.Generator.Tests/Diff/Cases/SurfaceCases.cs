using static Confluence.Generator.Tests.Diff.DiffCase;

namespace Confluence.Generator.Tests.Diff.Cases;

/// <summary>Changes of a document for what they do to the C#.</summary>
internal static class SurfaceCases
{
    private const string Cursor = """{ "name": "cursor", "in": "query", "schema": { "type": "string" } }""";
    private const string Limit = """{ "name": "limit", "in": "query", "schema": { "type": "integer" } }""";
    private const string Body = """{ "type": "object", "properties": { "title": { "type": "string" } } }""";

    public static IReadOnlyList<DiffCase> All { get; } =
    [
        Of("argument-type", "type-changed", WithParameter("""{ "type": "string" }""", "\"in\": \"query\", \"required\": true"), WithParameter("""{ "type": "boolean" }""", "\"in\": \"query\", \"required\": true"), "breaks", "source", "cs-argument-type-changed"),
        Of("option-type", "type-changed", WithParameter("""{ "type": "string" }"""), WithParameter("""{ "type": "boolean" }"""), "breaks", "source", "cs-option-type-changed"),
        new DiffCase("body-type", "type-changed", At(WithBody(Body), method: "post"), At(WithBody($$"""{ "type": "array", "items": {{Body}} }"""), method: "post"), "breaks", "source", "cs-body-type-changed"),
        Of("constant", "enum-value-added", WithParameter("""{ "type": "string", "enum": ["x1", "x2"] }"""), WithParameter("""{ "type": "string", "enum": ["x1", "x2", "x3"] }"""), "holds", "addition", "cs-constant-added"),
        Of("constant-text", "enum-value-removed", WithParameter("""{ "type": "string", "enum": ["a-b", "c"] }"""), WithParameter("""{ "type": "string", "enum": ["a_b", "c"] }"""), "breaks", "behaviour", "cs-constant-value-changed") with { Beside = ["enum-value-added"] },
        Of("struct-null", "became-nullable", Operation(""" "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" } } } } } }, """), Operation(""" "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "nullable": true } } } } } }, """), "holds", "source", "cs-member-became-nullable"),
        Of("pager", "parameter-added", Paged(Cursor, Limit), Paged(Cursor, Limit, """{ "name": "start", "in": "query", "schema": { "type": "integer" } }"""), "holds", "behaviour", "cs-paging-changed"),
        Of("case-type", "property-added", Operation(answer: """{ "oneOf": [{ "$ref": "#/components/schemas/NAME-a" }, { "$ref": "#/components/schemas/NAME-b" }] }"""), Operation(answer: """{ "oneOf": [{ "$ref": "#/components/schemas/NAME-a" }, { "$ref": "#/components/schemas/NAME-b" }] }"""), "holds", "addition", "cs-member-added") with
        {
            OldSchemas = """ "NAME-a": { "type": "object", "properties": { "one": { "type": "string" } } }, "NAME-b": { "type": "object", "properties": { "two": { "type": "string" } } } """,
            NewSchemas = """ "NAME-a": { "type": "object", "properties": { "one": { "type": "string" }, "more": { "type": "string" } } }, "NAME-b": { "type": "object", "properties": { "two": { "type": "string" } } } """,
        },
    ];

    private static string Paged(params string[] parameters) => Operation(
        Parameters(parameters) + ",", """{ "type": "object", "properties": { "results": { "type": "array", "items": { "type": "object", "properties": { "title": { "type": "string" } } } } } }""");
}
