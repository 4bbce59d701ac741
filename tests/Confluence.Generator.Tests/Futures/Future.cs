namespace Confluence.Generator.Tests.Futures;

/// <summary>What an update makes of a document.</summary>
public enum Verdict
{
    /// <summary>It builds, and all that callers use is as it was, or there is more of it.</summary>
    Kept,

    /// <summary>It builds, and what callers use is different where the document is.</summary>
    Changed,

    /// <summary>It does not build before somebody has decided something; an action is ready that only lacks the decision.</summary>
    Decision,

    /// <summary>It is not taken: nothing is written, and the error says where and why.</summary>
    Refused,
}

/// <summary>A revision of the document that nobody has seen.</summary>
/// <param name="Name">What happened to the document.</param>
/// <param name="Verdict">What the update makes of it.</param>
/// <param name="Parks">Whether overlay actions are parked.</param>
/// <param name="Change">What happened, as a change.</param>
internal sealed record Future(string Name, Verdict Verdict, bool Parks, Action<FutureDocument> Change)
{
    private const string Page = "/components/schemas/PageSingle/properties";
    private const string Bulk = "/components/schemas/PageBulk/properties";
    private const string Create = "/components/requestBodies/PageCreateRequest/content/application~1json/schema";

    public static IReadOnlyList<Future> All { get; } =
    [
        new("operation added", Verdict.Kept, false, document => document.Set("/paths/~1spaces", """
            { "get": { "tags": ["Space"], "operationId": "getSpaces", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Space" } } } } } } } }
            """)),
        new("operation removed", Verdict.Changed, true, document => document.Remove("/paths/~1pages~1{id}/delete")),
        new("operation moved", Verdict.Kept, true, document => document.Move("/paths/~1pages~1{id}", "/paths/~1content~1pages~1{id}")),
        new("operation moved and renamed", Verdict.Changed, true, document => document.Move("/paths/~1pages~1{id}", "/paths/~1content~1pages~1{id}").Rename("\"getPageById\"", "\"readPage\"").Rename("\"deletePage\"", "\"erasePage\"")),
        new("operation of another method", Verdict.Kept, true, document => document.Move("/paths/~1pages~1{id}/delete", "/paths/~1pages~1{id}/post")),
        new("operationId renamed", Verdict.Kept, false, document => document.Rename("\"getPageById\"", "\"readOnePage\"")),
        new("operationId missing", Verdict.Decision, false, document => document.Remove("/paths/~1spaces~1{id}/get/operationId")),
        new("operationId twice", Verdict.Decision, false, document => document.Set("/paths/~1spaces", """
            { "get": { "tags": ["Space"], "operationId": "getSpaceById", "responses": { "204": { "description": "None" } } } }
            """)),
        new("operationId swapped", Verdict.Kept, false, document => document.Rename("\"getPageById\"", "\"x\"").Rename("\"getPages\"", "\"getPageById\"").Rename("\"x\"", "\"getPages\"")),
        new("path parameter renamed", Verdict.Kept, true, document => document.Move("/paths/~1pages~1{id}", "/paths/~1pages~1{page-id}").Set("/paths/~1pages~1{page-id}/get/parameters/0/name", "\"page-id\"").Set("/paths/~1pages~1{page-id}/delete/parameters/0/name", "\"page-id\"")),
        new("tag renamed", Verdict.Kept, false, document => document.Rename("[\"Page\"]", "[\"Document\"]")),
        new("tag with another case", Verdict.Kept, false, document => document.Set("/paths/~1pages/get/tags/0", "\"PAGE\"")),
        new("tag called like a member of the client", Verdict.Decision, false, document => document.Set("/paths/~1site", """
            { "get": { "tags": ["Site"], "operationId": "getSite", "responses": { "204": { "description": "OK" } } } }
            """)),
        new("schema renamed", Verdict.Changed, true, document => document.Rename("PageSingle", "PageWhole")),
        new("schema split", Verdict.Changed, true, document => document.Move("/components/schemas/Version", "/components/schemas/VersionBulk").Rename("schemas/Version\"", "schemas/VersionBulk\"")
            .Set("/components/schemas/VersionSingle", """{ "type": "object", "properties": { "number": { "type": "integer", "format": "int32" }, "message": { "type": "string" }, "createdAt": { "type": "string", "format": "date-time" }, "collaborators": { "type": "array", "items": { "type": "string" } } } }""")
            .Set(Page + "/version/$ref", "\"#/components/schemas/VersionSingle\"")),
        new("schema merged", Verdict.Changed, true, document => document.Rename("schemas/PageBulk", "schemas/PageSingle").Remove("/components/schemas/PageBulk")),
        new("schema written inline", Verdict.Changed, true, document => document.Set(Bulk + "/version", """{ "type": "object", "properties": { "number": { "type": "integer", "format": "int32" }, "message": { "type": "string" }, "createdAt": { "type": "string", "format": "date-time" } } }""")
            .Remove(Page + "/version").Remove("/components/schemas/Version")),
        new("inline schema named", Verdict.Kept, false, document => document.Move(Page + "/labels/items", "/components/schemas/Label").Set(Page + "/labels/items", """{ "$ref": "#/components/schemas/Label" }""")),
        new("schema name given to another thing", Verdict.Decision, false, document => document.Move("/components/schemas/Version", "/components/schemas/ContentVersion").Rename("schemas/Version\"", "schemas/ContentVersion\"")
            .Set("/components/schemas/Version", """{ "type": "object", "properties": { "major": { "type": "string" } } }""").Set("/components/schemas/Space/properties/release", """{ "$ref": "#/components/schemas/Version" }""")),
        new("enum widened", Verdict.Kept, false, document => document.Set("/components/schemas/ContentStatus/enum/-", "\"deleted\"")),
        new("enum narrowed", Verdict.Changed, false, document => document.Remove("/components/schemas/ContentStatus/enum/2")),
        new("enum narrowed in one place", Verdict.Changed, false, document => document.Set(Page + "/status", """{ "type": "string", "enum": ["current", "archived"] }""")),
        new("enum became text", Verdict.Changed, false, document => document.Set("/components/schemas/ContentStatus", """{ "type": "string" }""")),
        new("text became enum", Verdict.Changed, false, document => document.Set("/components/schemas/Space/properties/key/enum", """["A", "B"]""")),
        new("enum with values that sound alike", Verdict.Decision, false, document => document.Set("/components/schemas/ContentStatus/enum/-", "\"CURRENT\"")),
        new("enum of numbers", Verdict.Decision, false, document => document.Set(Page + "/position", """{ "type": "integer", "enum": [1, 2] }""")),
        new("string became integer", Verdict.Changed, false, document => document.Set(Page + "/id", """{ "type": "integer", "format": "int64" }""")),
        new("integer became string", Verdict.Changed, false, document => document.Set(Page + "/position", """{ "type": "string" }""")),
        new("id in the path became string", Verdict.Kept, false, document => document.Set("/paths/~1spaces~1{id}/get/parameters/0/schema", """{ "type": "string" }""")),
        new("object became array", Verdict.Changed, false, document => document.Set("/components/schemas/Space/properties/icon", """{ "type": "array", "items": { "type": "object", "properties": { "path": { "type": "string" } } } }""")),
        new("array became object", Verdict.Changed, false, document => document.Set(Page + "/labels", """{ "type": "object", "properties": { "results": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" }, "prefix": { "type": "string" } } } } } }""")),
        new("request became array", Verdict.Changed, false, document => document.Set("/components/requestBodies/PageCreateRequest/content/application~1json/schema", """{ "type": "array", "items": { "type": "object", "required": ["spaceId"], "properties": { "spaceId": { "type": "string" } } } }""")),
        new("list became single answer", Verdict.Changed, false, document => document.Set("/paths/~1pages/get/responses/200/content/application~1json/schema", """{ "$ref": "#/components/schemas/PageBulk" }""")),
        new("allOf introduced in an answer", Verdict.Kept, false, document => document.Set("/paths/~1pages~1{id}/get/responses/200/content/application~1json/schema", """{ "allOf": [{ "$ref": "#/components/schemas/PageSingle" }, { "type": "object", "properties": { "_links": { "type": "object", "properties": { "base": { "type": "string" } } } } }] }""")),
        new("allOf introduced in a schema", Verdict.Kept, false, document => document.Set("/components/schemas/PageSingle", """{ "allOf": [{ "$ref": "#/components/schemas/PageBulk" }, { "type": "object", "properties": { "position": { "type": "integer", "format": "int32" }, "labels": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" }, "prefix": { "type": "string" } } } } } }] }""")),
        new("allOf of allOf", Verdict.Kept, false, document => document.Set("/components/schemas/PageSingle", """{ "allOf": [{ "$ref": "#/components/schemas/PageMiddle" }, { "type": "object", "properties": { "position": { "type": "integer", "format": "int32" }, "labels": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" }, "prefix": { "type": "string" } } } } } }] }""")
            .Set("/components/schemas/PageMiddle", """{ "allOf": [{ "$ref": "#/components/schemas/PageBulk" }, { "type": "object", "properties": { "middle": { "type": "string" } } }] }""")),
        new("allOf of itself", Verdict.Decision, false, document => document.Set("/components/schemas/Space", """{ "allOf": [{ "$ref": "#/components/schemas/Space" }, { "type": "object", "properties": { "id": { "type": "string" } } }] }""")),
        new("oneOf introduced", Verdict.Changed, false, document => document.Set(Page + "/version", """{ "oneOf": [{ "$ref": "#/components/schemas/Version" }, { "type": "object", "properties": { "hash": { "type": "string" } } }] }""")),
        new("nullable came and went", Verdict.Changed, false, document => document.Set(Create + "/properties/spaceId/nullable", "true").Remove("/components/schemas/Space/properties/icon/nullable")),
        new("required added", Verdict.Changed, false, document => document.Set(Create + "/required/-", "\"title\"")),
        new("required of an answer added", Verdict.Kept, false, document => document.Set("/components/schemas/Space/required", """["id", "key"]""")),
        new("required names no member", Verdict.Decision, false, document => document.Set(Create + "/required/-", "\"nothing\"")),
        new("query parameter required", Verdict.Changed, false, document => document.Set("/paths/~1pages/get/parameters/0/required", "true")),
        new("member removed", Verdict.Changed, true, document => document.Remove(Page + "/title")),
        new("member with another spelling", Verdict.Kept, false, document => document.Move("/components/schemas/Version/properties/createdAt", "/components/schemas/Version/properties/created-at")),
        new("body with another media type", Verdict.Decision, false, document => document.Move("/components/requestBodies/PageCreateRequest/content/application~1json", "/components/requestBodies/PageCreateRequest/content/application~1vnd.wiki+json")),
        new("body with one more media type", Verdict.Kept, false, document => document.Set("/components/requestBodies/PageCreateRequest/content/text~1csv", """{ "schema": { "type": "string" } }""")),
        new("answer with one more media type", Verdict.Kept, false, document => document.Set("/paths/~1spaces~1{id}/get/responses/200/content/application~1xml", """{ "schema": { "$ref": "#/components/schemas/Space" } }""")),
        new("answer with another media type", Verdict.Changed, false, document => document.Move("/paths/~1spaces~1{id}/get/responses/200/content/application~1json", "/paths/~1spaces~1{id}/get/responses/200/content/image~1png")),
        new("security scheme added", Verdict.Kept, false, document => document.Set("/components/securitySchemes/mutual", """{ "type": "apiKey", "name": "X-Key", "in": "header", "description": "A key" }""").Set("/paths/~1spaces~1{id}/get/security/-", """{ "mutual": [] }""")),
        new("security scheme with an unknown member", Verdict.Refused, false, document => document.Set("/components/securitySchemes/mutual", """{ "type": "mutualTLS", "certificate": "x" }""")),
        new("reference that leads nowhere", Verdict.Decision, false, document => document.Set("/components/schemas/Space/properties/owner", """{ "$ref": "#/components/schemas/Owner" }""")),
        new("reference to another file", Verdict.Decision, false, document => document.Set("/components/schemas/Space/properties/owner", """{ "$ref": "owner.json#/Owner" }""")),
        new("reference to itself", Verdict.Decision, false, document => document.Set("/components/schemas/Loop", """{ "$ref": "#/components/schemas/Loop" }""").Set("/components/schemas/Space/properties/owner", """{ "$ref": "#/components/schemas/Loop" }""")),
        new("schema that holds itself", Verdict.Kept, false, document => document.Set("/components/schemas/Space/properties/parent", """{ "$ref": "#/components/schemas/Space" }""")),
        new("schema made of itself", Verdict.Decision, false, document => document.Set("/components/schemas/Loop", """{ "type": "array", "items": { "$ref": "#/components/schemas/Loop" } }""").Set("/components/schemas/Space/properties/loop", """{ "$ref": "#/components/schemas/Loop" }""")),
        new("keyword that nobody knows", Verdict.Refused, false, document => document.Set(Page + "/title/contentEncoding", "\"base64\"")),
        new("header asked for", Verdict.Decision, false, document => document.Set("/paths/~1spaces~1{id}/get/parameters/-", """{ "name": "If-Match", "in": "header", "schema": { "type": "string" } }""")),
        new("cookie asked for", Verdict.Decision, false, document => document.Set("/paths/~1spaces~1{id}/get/parameters/-", """{ "name": "session", "in": "cookie", "schema": { "type": "string" } }""")),
        new("answer without success", Verdict.Decision, false, document => document.Move("/paths/~1spaces~1{id}/get/responses/200", "/paths/~1spaces~1{id}/get/responses/default")),
        new("everything gone", Verdict.Refused, false, document => document.Set("/paths", "{}")),
    ];
}
