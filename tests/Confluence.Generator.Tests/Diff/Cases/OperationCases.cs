using static Confluence.Generator.Tests.Diff.DiffCase;

namespace Confluence.Generator.Tests.Diff.Cases;

/// <summary>Changes of operations, parameters, bodies, answers and scopes.</summary>
internal static class OperationCases
{
    private const string Body = """{ "type": "object", "properties": { "title": { "type": "string" } } }""";

    public static IReadOnlyList<DiffCase> All { get; } =
    [
        Of("added", "operation-added", "", Operation(), "holds", "addition", "cs-operation-added"),
        Of("added-group", "operation-added", "", Operation(""" "tags": ["Other"], """), "holds", "addition", "cs-client-added"),
        new DiffCase("moved", "operation-moved", At(Operation(), "/here"), At(Operation(), "/there"), "breaks", "behaviour", "cs-route-changed"),
        Of("renamed-id", "operation-id-changed", Operation(""" "operationId": "one", """), Operation(""" "operationId": "two", """), "none", "none"),
        Of("retagged", "operation-tags-changed", Operation(), Operation(""" "tags": ["Thing", "More"], """), "none", "none"),
        Of("regrouped", "operation-tags-changed", Operation(), Operation(""" "tags": ["Person"], """), "none", "none"),
        new DiffCase("path-name", "path-parameter-renamed", At(WithPath("id"), "/{id}"), At(WithPath("thing-key"), "/{thing-key}"), "none", "source", "cs-argument-renamed"),
        new DiffCase("path-order", "path-parameter-renamed", At(WithPath("a", "b"), "/{a}/{b}"), At(WithPath("b", "a"), "/{b}/{a}"), "none", "source", "cs-arguments-reordered"),
        Of("deprecated", "operation-deprecated", Operation(), Operation(""" "deprecated": true, """), "holds", "behaviour", "cs-obsolete-added"),
        Of("experimental", "experimental-flag-added", Operation(), Operation(""" "x-experimental": true, """), "holds", "source", "cs-experimental-added"),
        Of("odd", "keyword-changed", WithParameter("""{ "type": "string" }"""), WithParameter("""{ "type": "string" }""", "\"in\": \"query\", \"allowReserved\": true"), "mayBreak", "none"),

        Of("scope", "scope-added", Operation(Scopes("Current", "a")), Operation(Scopes("Current", "a", "b")), "breaks", "behaviour", "cs-facts-changed"),
        Of("scope-set", "scope-set-added", Operation(), Operation(Scopes("Current", "a")), "holds", "behaviour", "cs-facts-changed"),
        Of("scope-state", "scope-state-became-current", Operation(Scopes("Beta", "a")), Operation(Scopes("Current", "a")), "holds", "behaviour", "cs-facts-changed"),
        Of("scope-state-other", "scope-state-changed", Operation(Scopes("Alpha", "a")), Operation(Scopes("Beta", "a")), "mayBreak", "none"),
        Of("connect-scope", "connect-scope-changed", Operation(""" "x-atlassian-connect-scope": "READ", """), Operation(""" "x-atlassian-connect-scope": "WRITE", """), "mayBreak", "none"),
        Of("exempt", "app-access-exemption-added", Operation(), Operation(""" "x-atlassian-data-security-policy": [{ "app-access-rule-exempt": true }], """), "holds", "behaviour"),
        Of("credential", "security-alternative-added", Operation(Security("""{ "basicAuth": [] }""")), Operation(Security("""{ "basicAuth": [] }, { "oAuth": [] }""")), "holds", "behaviour"),
        Of("credential-scope", "security-scope-added", Operation(Security("""{ "oAuth": ["a"] }""")), Operation(Security("""{ "oAuth": ["a", "b"] }""")), "breaks", "behaviour"),

        Of("parameter", "parameter-added", Operation(), WithParameter("""{ "type": "string" }"""), "holds", "source", "cs-options-type-changed"),
        Of("parameter-required", "required-parameter-added", Operation(), WithParameter("""{ "type": "string" }""", "\"in\": \"query\", \"required\": true"), "breaks", "source", "cs-argument-added"),
        Of("parameter-must", "parameter-became-required", WithParameter("""{ "type": "string" }"""), WithParameter("""{ "type": "string" }""", "\"in\": \"query\", \"required\": true"), "breaks", "source", "cs-argument-added"),
        Of("parameter-old", "parameter-deprecated", WithParameter("""{ "type": "string" }"""), WithParameter("""{ "type": "string" }""", "\"in\": \"query\", \"deprecated\": true"), "holds", "none"),
        Of("parameter-style", "parameter-style-changed", WithParameter("""{ "type": "array", "items": { "type": "string" } }"""), WithParameter("""{ "type": "array", "items": { "type": "string" } }""", "\"in\": \"query\", \"explode\": false"), "breaks", "behaviour"),

        Posted("body", "body-added", Operation(), WithBody(Body, ""), "holds", "binary", "cs-optional-body-added"),
        Posted("body-required", "required-body-added", Operation(), WithBody(Body), "breaks", "source", "cs-body-added"),
        Posted("body-must", "body-became-required", WithBody(Body, ""), WithBody(Body), "breaks", "source", "cs-body-became-required"),
        Posted("body-media", "body-media-type-added", WithBody(Body), WithBody(Body).Replace("\"application/json\"", $$""" "text/plain": { "schema": { "type": "string" } }, "application/json" """, StringComparison.Ordinal), "holds", ""),

        Of("status", "success-status-added", Operation(), Operation().Replace("\"200\"", "\"204\": { \"description\": \"No Content\" }, \"200\"", StringComparison.Ordinal), "mayBreak", "none"),
        Of("status-error", "error-status-added", Operation(), Operation().Replace("\"200\"", "\"404\": { \"description\": \"Not Found\" }, \"200\"", StringComparison.Ordinal), "holds", "none"),
        Of("media", "answer-media-type-added", Operation(answer: Body), Operation(answer: Body).Replace("\"application/json\"", $$""" "text/csv": { "schema": { "type": "string" } }, "application/json" """, StringComparison.Ordinal), "mayBreak", ""),
        Of("media-schema", "answer-schema-added", Operation(answer: Body).Replace($"\"schema\": {Body}", "", StringComparison.Ordinal), Operation(answer: Body), "holds", ""),
        Of("header", "response-header-added", Operation(), Header(""), "holds", "none"),
        Of("header-must", "response-header-became-required", Header(""), Header(", \"required\": true"), "holds", "none"),
        Of("header-old", "response-header-deprecated", Header(""), Header(", \"deprecated\": true"), "holds", "none"),
        Of("header-type", "type-changed", Header(""), Header("").Replace("\"type\": \"string\"", "\"type\": \"boolean\"", StringComparison.Ordinal), "breaks", "none"),
    ];

    private static DiffCase Posted(string name, string rule, string old, string now, string wire, string callers, string effect = "") =>
        new(name, rule, At(old, method: "post"), At(now, method: "post"), wire, callers, effect);

    private static string WithPath(params string[] names) => Operation(Parameters([.. names.Select(name => $$"""{ "name": "{{name}}", "in": "path", "required": true, "schema": { "type": "string" } }""")]) + ",");

    private static string Scopes(string state, params string[] scopes) =>
        $$""" "x-atlassian-oauth2-scopes": [{ "scheme": "oAuth", "state": "{{state}}", "scopes": [{{string.Join(", ", scopes.Select(scope => $"\"{scope}\""))}}] }], """;

    private static string Security(string alternatives) => $""" "security": [{alternatives}], """;

    private static string Header(string more) => Operation().Replace("\"description\": \"OK\"", $$""" "description": "OK", "headers": { "Link": { "schema": { "type": "string" }{{more}} } }""", StringComparison.Ordinal);
}
