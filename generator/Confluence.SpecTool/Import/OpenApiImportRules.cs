using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using static Confluence.SpecTool.Import.ImportRules;

namespace Confluence.SpecTool.Import;

/// <summary>
/// Which members of each OpenAPI 3.0 object are facts and stay, in which order they are written, and which are prose or
/// samples and go. Descriptions and summaries are named only where OpenAPI puts them: a schema whose member happens to
/// be called <c>description</c> keeps it.
/// </summary>
internal static class OpenApiImportRules
{
    private static readonly ImportMember[] Samples = [new("example", Drop), new("examples", Drop)];

    private static readonly ImportMember Description = new("description", Drop);

    private static readonly ImportMember ExternalDocs = new("externalDocs", Drop);

    /// <summary>A schema holds schemas, so the rule refers to itself when it is used, not when it is made.</summary>
    private static readonly ImportRule Schema = (node, context) => SchemaObject!(node, context); // Set below, before any use.

    private static readonly ImportRule SchemaObject = ObjectOf(
        "a schema",
        [
            new("$ref", Word),
            new("title", Word),
            new("type", Word),
            new("format", Word),
            new("nullable", Truth),
            new("enum", ArrayOf(AnyValue)),
            new("default", AnyValue),
            new("minimum", Number),
            new("exclusiveMinimum", Truth),
            new("maximum", Number),
            new("exclusiveMaximum", Truth),
            new("multipleOf", Number),
            new("minLength", Number),
            new("maxLength", Number),
            new("pattern", Text),
            new("minItems", Number),
            new("maxItems", Number),
            new("uniqueItems", Truth),
            new("minProperties", Number),
            new("maxProperties", Number),
            new("readOnly", Truth),
            new("writeOnly", Truth),
            new("deprecated", Truth),
            new("required", ArrayOf(Text)),
            new("properties", MapOf(Schema)),
            new("additionalProperties", (node, context) => node is JsonBoolean ? node : Schema(node, context)),
            new("items", Schema),
            new("oneOf", ArrayOf(Schema)),
            new("anyOf", ArrayOf(Schema)),
            new("allOf", ArrayOf(Schema)),
            new("not", Schema),
            new("discriminator", ObjectOf("a discriminator", new("propertyName", Text), new("mapping", MapOf(Text)))),
            new("xml", Drop),
            Description,
            ExternalDocs,
            .. Samples,
        ]);

    private static readonly ImportRule Header = ObjectOf(
        "a header",
        [
            new("$ref", Word),
            new("required", Truth),
            new("deprecated", Truth),
            new("style", Word),
            new("explode", Truth),
            new("schema", Schema),
            Description,
            .. Samples,
        ]);

    private static readonly ImportRule MediaType = ObjectOf(
        "a media type",
        [
            new("schema", Schema),
            new("encoding", MapOf(ObjectOf(
                "an encoding",
                new("contentType", Text),
                new("headers", MapOf(Header)),
                new("style", Word),
                new("explode", Truth),
                new("allowReserved", Truth)))),
            .. Samples,
        ]);

    private static readonly ImportRule Content = MapOf(MediaType);

    private static readonly ImportRule Parameter = ObjectOf(
        "a parameter",
        [
            new("$ref", Word),
            new("name", Text),
            new("in", Word),
            new("required", Truth),
            new("deprecated", Truth),
            new("allowEmptyValue", Truth),
            new("style", Word),
            new("explode", Truth),
            new("allowReserved", Truth),
            new("schema", Schema),
            new("content", Content),
            Description,
            .. Samples,
        ]);

    private static readonly ImportRule RequestBody = ObjectOf(
        "a request body",
        new("$ref", Word),
        new("required", Truth),
        new("content", Content),
        Description);

    private static readonly ImportRule Security = ArrayOf(MapOf(ArrayOf(Word)));

    private static readonly ImportRule Operation = ObjectOf(
        "an operation",
        new("tags", ArrayOf(Text)),
        new("operationId", Word),
        new("deprecated", Truth),
        new("x-experimental", Truth),
        new("x-atlassian-connect-scope", Word),
        new("x-atlassian-oauth2-scopes", ArrayOf(ObjectOf("a set of scopes", new("scheme", Word), new("state", Word), new("scopes", ArrayOf(Word))))),
        new("x-atlassian-data-security-policy", ArrayOf(ObjectOf("a data security policy", new ImportMember("app-access-rule-exempt", Truth)))),
        new("parameters", ArrayOf(Parameter)),
        new("requestBody", RequestBody),
        new("responses", MapOf(Response)),
        new("security", Security),
        new("summary", Drop),
        Description,
        ExternalDocs);

    private static readonly ImportRule PathItem = MapOf((name, node, context) => name switch
    {
        "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" => Operation(node, context),
        "parameters" => ArrayOf(Parameter)(node, context),
        "summary" or "description" => null,
        _ => context.Refuse(node, $"'{name}' is not known in a path; add a rule to the import that keeps or drops it"),
    });

    private static readonly ImportRule Flow = ObjectOf(
        "an OAuth flow",
        new("authorizationUrl", Word),
        new("tokenUrl", Word),
        new("refreshUrl", Word),
        new("scopes", MapOf(Always(""))));

    private static readonly ImportRule SecurityScheme = ObjectOf(
        "a security scheme",
        new("type", Word),
        new("name", Text),
        new("in", Word),
        new("scheme", Word),
        new("bearerFormat", Word),
        new("openIdConnectUrl", Word),
        new("flows", MapOf(Flow)),
        Description);

    private static readonly ImportRule Components = ObjectOf(
        "components",
        new("schemas", MapOf(Schema)),
        new("responses", MapOf((_, node, context) => ResponseObject("default", node, context))),
        new("parameters", MapOf(Parameter)),
        new("requestBodies", MapOf(RequestBody)),
        new("headers", MapOf(Header)),
        new("securitySchemes", MapOf(SecurityScheme)),
        new("examples", Drop));

    private static readonly ImportRule Server = ObjectOf(
        "a server",
        new("url", Word),
        new("variables", MapOf(ObjectOf("a server variable", new("enum", ArrayOf(Word)), new("default", Word), Description))),
        Description);

    /// <summary>The rule of a whole document.</summary>
    /// <param name="title">What stands as the document's title: a name, not Atlassian's.</param>
    public static ImportRule Document(string title) => ObjectOf(
        "an OpenAPI document",
        new("openapi", Word),
        new(SpecSource.Marker, Drop),
        new("info", ObjectOf(
            "the info of a document",
            new("title", Always(title)),
            new("version", Word),
            Description,
            new("termsOfService", Drop),
            new("contact", Drop),
            new("license", Drop))),
        new("servers", ArrayOf(Server)),
        new("tags", ArrayOf(ObjectOf("a tag", new("name", Text), Description, ExternalDocs))),
        new("paths", MapOf(PathItem)),
        new("components", Components),
        new("security", Security),
        ExternalDocs,
        new("x-atlassian-narrative", Drop));

    private static JsonNode? Response(string status, JsonNode node, ImportContext context) => ResponseObject(status, node, context);

    private static JsonNode? ResponseObject(string status, JsonNode node, ImportContext context) => ObjectOf(
        "a response",
        new("$ref", Word),
        new("description", Always(ReasonPhrase.Of(status))),
        new("headers", MapOf(Header)),
        new("content", WithoutEmpty(Content)))(node, context);

    /// <summary>An empty object says as much as none.</summary>
    private static ImportRule WithoutEmpty(ImportRule rule)
        => (node, context) => rule(node, context) is JsonObject { Members.Count: > 0 } kept ? kept : null;
}
