namespace Confluence.Generator.Spec.OpenApi;

/// <summary>
/// The members that each OpenAPI object may have in an imported document. Whatever is not listed stops the build: the
/// reader would otherwise lose it without anybody noticing.
/// </summary>
internal static class SpecKeywords
{
    /// <summary>The HTTP methods that a path item may have, as it writes them.</summary>
    public static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    public static readonly string[] Root = ["openapi", "info", "servers", "tags", "paths", "components", "security", SpecSource.Marker, "x-cs-groups", "x-cs-interfaces"];

    public static readonly string[] PathItem = [.. Methods, "parameters"];

    public static readonly string[] Operation =
    [
        "tags", "operationId", "parameters", "requestBody", "responses", "deprecated", "security",
        "x-experimental", "x-atlassian-oauth2-scopes", "x-atlassian-connect-scope", "x-atlassian-data-security-policy",
        "x-cs-name", "x-cs-group", "x-cs-idempotent", "x-cs-question", "x-cs-permission", "x-cs-obsolete",
    ];

    public static readonly string[] Parameter = ["name", "in", "required", "deprecated", "style", "explode", "schema", "x-cs-name", "x-cs-page-size"];

    public static readonly string[] Body = ["required", "content"];

    public static readonly string[] Response = ["description", "headers", "content"];

    public static readonly string[] MediaType = ["schema"];

    public static readonly string[] Components = ["schemas", "parameters", "requestBodies", "responses", "securitySchemes"];

    public static readonly string[] Schema =
    [
        "title", "type", "format", "nullable", "enum", "default", "properties", "required", "items", "additionalProperties",
        "oneOf", "anyOf", "allOf", "minimum", "maximum", "minItems", "maxItems", "maxLength", "readOnly", "pattern", "deprecated",
        "x-cs-name", "x-cs-member", "x-cs-lazy-text", "x-cs-required", "x-cs-unix-time", "x-cs-made-of",
    ];

    /// <summary>One of <c>x-cs-interfaces</c>.</summary>
    public static readonly string[] Interface = ["summary", "extends", "members", "optional", "schemas"];

    /// <summary><c>x-cs-made-of</c>.</summary>
    public static readonly string[] MadeOf =
    [
        "kind", "argument", "read", "sources", "key", "arguments", "members", "never", "at-most-one", "current", "state", "body", "refuse", "summary", "remarks",
    ];

    /// <summary>What one member of a request is made of.</summary>
    public static readonly string[] MadeOfMember =
    [
        "source", "argument", "value", "otherwise", "members", "never", "version", "state", "body", "made", "needed", "may-be-empty", "when",
    ];

    /// <summary>What may stand beside a <c>$ref</c>. OpenAPI 3.0 ignores all siblings, so only our own extensions have a meaning.</summary>
    public static readonly string[] Reference = ["$ref", "x-cs-member", "x-cs-lazy-text"];

    public static readonly string[] Types = ["string", "integer", "number", "boolean", "object", "array"];
}
