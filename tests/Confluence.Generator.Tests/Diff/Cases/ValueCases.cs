using static Confluence.Generator.Tests.Diff.DiffCase;

namespace Confluence.Generator.Tests.Diff.Cases;

/// <summary>Changes of single values. Each stands in an address, in a body and in an answer, and is judged for each.</summary>
internal static class ValueCases
{
    private const string Text = """{ "type": "string" }""";

    private static readonly (string Rule, string Old, string New, string Address, string Sent, string Received)[] s_values =
    [
        ("type-changed", Text, """{ "type": "boolean" }""", "breaks", "breaks", "breaks"),
        ("type-narrowed", """{ "type": "number" }""", """{ "type": "integer" }""", "breaks", "breaks", "holds"),
        ("format-added", Text, """{ "type": "string", "format": "date-time" }""", "breaks", "breaks", "holds"),
        ("format-changed", """{ "type": "integer", "format": "int32" }""", """{ "type": "integer", "format": "int64" }""", "mayBreak", "mayBreak", "mayBreak"),
        ("became-nullable", Text, """{ "type": "string", "nullable": true }""", "holds", "holds", "breaks"),
        ("enum-value-removed", """{ "type": "string", "enum": ["a", "b"] }""", """{ "type": "string", "enum": ["a"] }""", "breaks", "breaks", "holds"),
        ("enum-introduced", Text, """{ "type": "string", "enum": ["a"] }""", "breaks", "breaks", "holds"),
        ("limit-tightened", """{ "type": "string", "maxLength": 9 }""", """{ "type": "string", "maxLength": 5 }""", "breaks", "breaks", "holds"),
        ("pattern-added", Text, """{ "type": "string", "pattern": "a" }""", "breaks", "breaks", "holds"),
        ("pattern-changed", """{ "type": "string", "pattern": "a" }""", """{ "type": "string", "pattern": "b" }""", "mayBreak", "mayBreak", "mayBreak"),
        ("default-added", Text, """{ "type": "string", "default": "a" }""", "mayBreak", "mayBreak", "none"),
        ("default-changed", """{ "type": "string", "default": "b" }""", """{ "type": "string", "default": "a" }""", "mayBreak", "mayBreak", "none"),
        ("became-read-only", Text, """{ "type": "string", "readOnly": true }""", "mayBreak", "mayBreak", "holds"),
        ("became-write-only", Text, """{ "type": "string", "writeOnly": true }""", "holds", "holds", "breaks"),
        ("keyword-changed", Text, """{ "type": "string", "title": "T" }""", "mayBreak", "mayBreak", "mayBreak"),
        ("became-alternatives", Text, """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "holds", "mayBreak", "mayBreak"),
        ("alternative-added", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "boolean" }] }""", "holds", "holds", "mayBreak"),
    ];

    /// <summary>Limits that the generator refuses to build and that are compared all the same.</summary>
    private static readonly (string Name, string Old, string New)[] s_limits =
    [
        ("minimum", """{ "type": "integer" }""", """{ "type": "integer", "minimum": 1 }"""),
        ("maximum", """{ "type": "integer", "maximum": 9 }""", """{ "type": "integer", "maximum": 8 }"""),
        ("exclusive-minimum", """{ "type": "integer", "minimum": 1 }""", """{ "type": "integer", "minimum": 1, "exclusiveMinimum": true }"""),
        ("exclusive-maximum", """{ "type": "integer", "maximum": 1 }""", """{ "type": "integer", "maximum": 1, "exclusiveMaximum": true }"""),
        ("multiple-of", """{ "type": "integer", "multipleOf": 2 }""", """{ "type": "integer", "multipleOf": 4 }"""),
        ("min-length", """{ "type": "string", "minLength": 1 }""", """{ "type": "string", "minLength": 2 }"""),
        ("min-items", """{ "type": "array", "items": { "type": "string" } }""", """{ "type": "array", "items": { "type": "string" }, "minItems": 1 }"""),
        ("max-items", """{ "type": "array", "items": { "type": "string" } }""", """{ "type": "array", "items": { "type": "string" }, "maxItems": 1 }"""),
        ("unique-items", """{ "type": "array", "items": { "type": "string" } }""", """{ "type": "array", "items": { "type": "string" }, "uniqueItems": true }"""),
        ("min-properties", """{ "type": "object", "additionalProperties": true }""", """{ "type": "object", "additionalProperties": true, "minProperties": 1 }"""),
        ("max-properties", """{ "type": "object", "additionalProperties": true, "maxProperties": 5 }""", """{ "type": "object", "additionalProperties": true, "maxProperties": 4 }"""),
    ];

    public static IReadOnlyList<DiffCase> All { get; } =
    [
        .. s_values.SelectMany(value => new[]
        {
            Of($"{value.Rule}-address", value.Rule, WithParameter(value.Old), WithParameter(value.New), value.Address, ""),
            new DiffCase($"{value.Rule}-sent", value.Rule, At(WithBody(Held(value.Old)), method: "post"), At(WithBody(Held(value.New)), method: "post"), value.Sent, ""),
            Of($"{value.Rule}-received", value.Rule, Operation(answer: Held(value.Old)), Operation(answer: Held(value.New)), value.Received, ""),
        }),
        .. s_limits.Select(limit => new DiffCase($"limit-{limit.Name}", "limit-tightened", At(WithBody(Held(limit.Old)), method: "post"), At(WithBody(Held(limit.New)), method: "post"), "breaks", "behaviour")),
        Of("id-address", "id-became-text", WithParameter("""{ "type": "integer" }""", name: "page-id"), WithParameter(Text, name: "page-id"), "holds", "none"),
        new DiffCase("id-sent", "id-became-text", At(WithBody(Held("""{ "type": "integer" }""", "pageId")), method: "post"), At(WithBody(Held(Text, "pageId")), method: "post"), "breaks", "source", "cs-member-type-changed"),
        Of("id-received", "id-became-text", Operation(answer: Held("""{ "type": "integer" }""", "id")), Operation(answer: Held(Text, "id")), "breaks", "source", "cs-member-type-changed"),
        Of("grid", "type-changed", Operation(answer: Held("""{ "type": "integer" }""", "grid")), Operation(answer: Held(Text, "grid")), "breaks", "source", "cs-member-type-changed"),
        Of("size-default", "page-size-default-added", Paged("""{ "type": "integer" }"""), Paged("""{ "type": "integer", "default": 25 }"""), "mayBreak", "behaviour"),
        Of("size-default-changed", "page-size-default-changed", Paged("""{ "type": "integer", "default": 50 }"""), Paged("""{ "type": "integer", "default": 25 }"""), "mayBreak", "behaviour"),
        Of("size-maximum", "page-size-maximum-lowered", Paged("""{ "type": "integer", "maximum": 250 }"""), Paged("""{ "type": "integer", "maximum": 50 }"""), "breaks", "behaviour", "cs-page-size-changed"),
        Of("discriminator", "discriminator-added", Operation(answer: Shapes("")), Operation(answer: Shapes(""", "discriminator": { "propertyName": "kind" }""")), "holds", "none"),
        Of("discriminator-other", "discriminator-changed", Operation(answer: Shapes(""", "discriminator": { "propertyName": "kind" }""")), Operation(answer: Shapes(""", "discriminator": { "propertyName": "type" }""")), "mayBreak", "none"),
    ];

    /// <summary>An object with one member.</summary>
    public static string Held(string schema, string name = "value") => $$"""{ "type": "object", "properties": { "{{name}}": {{schema}} } }""";

    private static string Paged(string limit) => Operation(
        Parameters($$"""{ "name": "limit", "in": "query", "schema": {{limit}} }""", """{ "name": "cursor", "in": "query", "schema": { "type": "string" } }""") + ",",
        """{ "type": "object", "properties": { "results": { "type": "array", "items": { "type": "object", "properties": { "title": { "type": "string" } } } } } }""");

    private static string Shapes(string more) => $$"""{ "oneOf": [{ "type": "string" }, { "type": "integer" }]{{more}} }""";
}
