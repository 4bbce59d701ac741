using static Confluence.Generator.Tests.Diff.DiffCase;

namespace Confluence.Generator.Tests.Diff.Cases;

/// <summary>Changes of what objects are made of, and of names of schemas.</summary>
internal static class SchemaCases
{
    private const string Cases = """ "UniOne": { "type": "object", "properties": { "one": { "type": "string" } } }, "One": { "type": "object", "properties": { "one": { "type": "string" } } }, "UniTwo": { "type": "object", "properties": { "two": { "type": "string" } } } """;

    private const string Title = """ "title": { "type": "string" } """;

    public static IReadOnlyList<DiffCase> All { get; } =
    [
        Received("member", "property-added", Object(Title), Object(Title + """, "more": { "type": "string" } """), "holds", "addition", "cs-member-added"),
        Sent("member-must", "required-property-added", Object(Title), Object(Title + """, "more": { "type": "string" } """, "more"), "breaks", "source", "cs-required-member-added"),
        Received("member-promised", "required-property-removed", Object(Title + """, "more": { "type": "string" } """, "more"), Object(Title), "breaks", "source", "cs-member-removed"),
        Sent("member-asked", "property-became-required", Object(Title), Object(Title, "title"), "breaks", "source", "cs-member-became-required"),
        Received("member-kept", "property-became-optional", Object(Title, "title"), Object(Title), "breaks", "none"),
        Sent("member-null", "became-nullable", Object(Title, "title"), Object(""" "title": { "type": "string", "nullable": true } """, "title"), "holds", "source", "cs-member-became-nullable"),
        Received("respelled", "property-respelled", Object(""" "in-line": { "type": "string" } """), Object(""" "inLine": { "type": "string" } """), "breaks", "behaviour", "cs-member-wire-name-changed"),
        Received("renamed-member", "property-renamed", Object(""" "displayName": { "type": "string" } """), Object(""" "name": { "type": "string" } """), "breaks", "source", "cs-member-removed"),
        Received("twin", "twin-added", Object(""" "inLine": { "type": "string" } """), Object(""" "inLine": { "type": "string" }, "in-line": { "type": "string" } """), "holds", "addition", "cs-member-added"),
        Received("member-old", "property-deprecated", Object(Title), Object(""" "title": { "type": "string", "deprecated": true } """), "holds", "none"),
        Sent("closed", "members-closed", """{ "type": "object", "properties": { "title": { "type": "string" } }, "additionalProperties": true }""", """{ "type": "object", "properties": { "title": { "type": "string" } }, "additionalProperties": false }""", "breaks", ""),
        Received("map", "type-changed", """{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "type": "object", "additionalProperties": { "type": "boolean" } }""", "breaks", "source", "cs-result-changed"),
        Received("list", "type-changed", Object(""" "all": { "type": "object" } """), Object(""" "all": { "type": "array", "items": { "type": "string" } } """), "breaks", "source", "cs-member-type-changed"),

        Named("named", "schema-named", Operation(answer: Object(Title)), Operation(answer: """{ "$ref": "#/components/schemas/NAME" }"""), "none", "none") with
        {
            NewSchemas = $"\"NAME\": {Object(Title)}", Beside = ["schema-added"],
        },
        Named("replaced", "schema-replaced", Operation(answer: """{ "$ref": "#/components/schemas/NAME-one" }"""), Operation(answer: """{ "$ref": "#/components/schemas/NAME-two" }"""), "none", "source", "cs-result-changed") with
        {
            OldSchemas = $"\"NAME-one\": {Object(Title)}, \"NAME-two\": {Object(Title)}", NewSchemas = $"\"NAME-one\": {Object(Title)}, \"NAME-two\": {Object(Title)}",
        },
        Named("called", "schema-renamed", Operation(answer: """{ "$ref": "#/components/schemas/NAME-one" }"""), Operation(answer: """{ "$ref": "#/components/schemas/NAME-two" }"""), "none", "none") with
        {
            OldSchemas = $"\"NAME-one\": {Object(Title)}", NewSchemas = $"\"NAME-two\": {Object(Title)}",
        },
        Named("parts", "parts-joined", Operation(answer: """{ "$ref": "#/components/schemas/NAME" }"""), Operation(answer: """{ "allOf": [{ "$ref": "#/components/schemas/NAME" }] }"""), "none", "none") with
        {
            OldSchemas = $"\"NAME\": {Object(Title)}", NewSchemas = $"\"NAME\": {Object(Title)}",
        },
        Named("case", "alternative-added", Operation(answer: OneOf("a", "b")), Operation(answer: OneOf("a", "b", "c")), "mayBreak", "addition", "cs-case-added"),
        Named("uni", "schema-replaced", Operation(answer: """{ "$ref": "#/components/schemas/Uni" }"""), Operation(answer: """{ "$ref": "#/components/schemas/Uni" }"""), "none", "source", "cs-case-removed") with
        {
            OldSchemas = $$""" "Uni": { "oneOf": [{ "$ref": "#/components/schemas/UniOne" }, { "$ref": "#/components/schemas/UniTwo" }] }, {{Cases}} """,
            NewSchemas = $$""" "Uni": { "oneOf": [{ "$ref": "#/components/schemas/One" }, { "$ref": "#/components/schemas/UniTwo" }] }, {{Cases}} """,
        },
        Named("kind", "type-changed", Operation(answer: Object(""" "it": { "$ref": "#/components/schemas/NAME" } """)), Operation(answer: Object(""" "it": { "$ref": "#/components/schemas/NAME" } """)), "breaks", "source", "cs-type-kind-changed") with
        {
            OldSchemas = $"\"NAME\": {Object(Title)}", NewSchemas = """ "NAME": { "type": "string", "enum": ["a", "b"] } """,
        },
    ];

    private static DiffCase Received(string name, string rule, string old, string now, string wire, string callers, string effect = "") =>
        Of(name, rule, Operation(answer: old), Operation(answer: now), wire, callers, effect);

    private static DiffCase Sent(string name, string rule, string old, string now, string wire, string callers, string effect = "") =>
        new(name, rule, At(WithBody(old), method: "post"), At(WithBody(now), method: "post"), wire, callers, effect);

    private static DiffCase Named(string name, string rule, string old, string now, string wire, string callers, string effect = "") => Of(name, rule, old, now, wire, callers, effect);

    private static string Object(string properties, string? required = null) => $$"""{ "type": "object", "properties": { {{properties}} }{{(required is null ? "" : $", \"required\": [\"{required}\"]")}} }""";

    private static string OneOf(params string[] members) => $$"""{ "oneOf": [{{string.Join(", ", members.Select(member => Object($$""" "{{member}}": { "type": "string" } """, member)))}}] }""";
}
