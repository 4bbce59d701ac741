using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Diff;

/// <summary>What concerns a document as a whole, and changes that several operations share.</summary>
public sealed class DocumentDiffTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("server-changed", "\"servers\": [{ \"url\": \"https://a\" }],", "\"servers\": [{ \"url\": \"https://b\" }],", "mayBreak")]
    [InlineData("tag-list-changed", "\"tags\": [{ \"name\": \"A\" }],", "\"tags\": [{ \"name\": \"B\" }],", "none")]
    [InlineData("document-version-changed", "\"info\": { \"title\": \"t\", \"version\": \"1\" },", "\"info\": { \"title\": \"t\", \"version\": \"2\" },", "none")]
    public async Task A_fact_of_the_whole_document_is_a_change(string rule, string old, string now, string wire)
    {
        JsonNode change = Assert.Single((await CompareAsync(Document(old), Document(now))).Changes);

        Assert.Equal((rule, wire, "none"), (DiffReading.Text(change, "rule"), DiffReading.Text(change, "wire", "verdict"), DiffReading.Text(change, "callers", "verdict")));
    }

    [Theory]
    [InlineData("security-scheme-added", "", "\"basic\": { \"type\": \"http\", \"scheme\": \"basic\" }")]
    [InlineData("security-scheme-removed", "\"basic\": { \"type\": \"http\", \"scheme\": \"basic\" }", "")]
    [InlineData("security-scheme-changed", "\"it\": { \"type\": \"http\", \"scheme\": \"basic\" }", "\"it\": { \"type\": \"http\", \"scheme\": \"bearer\" }")]
    [InlineData("scheme-scope-added", "\"it\": { \"type\": \"oauth2\", \"flows\": { \"implicit\": { \"scopes\": { \"a\": \"\" } } } }", "\"it\": { \"type\": \"oauth2\", \"flows\": { \"implicit\": { \"scopes\": { \"a\": \"\", \"b\": \"\" } } } }")]
    [InlineData("scheme-scope-removed", "\"it\": { \"type\": \"oauth2\", \"flows\": { \"implicit\": { \"scopes\": { \"a\": \"\", \"b\": \"\" } } } }", "\"it\": { \"type\": \"oauth2\", \"flows\": { \"implicit\": { \"scopes\": { \"a\": \"\" } } } }")]
    public async Task A_kind_of_credential_is_compared(string rule, string old, string now)
    {
        static string Schemes(string schemes) => Document("", $"\"components\": {{ \"securitySchemes\": {{ {schemes} }} }},");

        JsonNode change = Assert.Single((await CompareAsync(Schemes(old), Schemes(now))).Changes);

        Assert.Equal(rule, DiffReading.Text(change, "rule"));
    }

    [Fact]
    public async Task A_change_of_a_shared_schema_is_one_change_with_its_operations_and_ways()
    {
        const string Paths = """
            "/read": { "get": { "operationId": "read", "tags": ["A"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } },
            "/write": { "post": { "operationId": "write", "tags": ["A"], "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } }, "responses": { "204": { "description": "No Content" } } } },
            "/other": { "get": { "operationId": "other", "tags": ["A"], "responses": { "204": { "description": "No Content" } } } }
            """;
        static string Schema(string values) => $$"""
            "components": { "schemas": {
              "Thing": { "type": "object", "properties": { "state": { "$ref": "#/components/schemas/State" }, "parent": { "$ref": "#/components/schemas/Thing" } } },
              "State": { "type": "string", "enum": [{{values}}] }
            } },
            """;

        DiffReading reading = await CompareAsync(Document("", Schema("\"open\""), Paths), Document("", Schema("\"open\", \"closed\""), Paths));

        JsonNode change = Assert.Single(reading.Changes);
        Assert.Equal(("enum-value-added", "State"), (DiffReading.Text(change, "rule"), DiffReading.Text(change, "place", "schema")));
        Assert.Equal(["GET /read", "POST /write"], DiffReading.Texts(change["operations"]));
        Assert.Equal(["sent", "received"], DiffReading.Texts(change["ways"]));
        Assert.Equal(["State"], DiffReading.Texts(change["openEnums"]));
        Assert.Equal(("mayBreak", "addition"), (DiffReading.Text(change, "wire", "verdict"), DiffReading.Text(change, "callers", "verdict")));
    }

    [Fact]
    public async Task A_part_that_moves_members_changes_nothing_but_the_form()
    {
        const string Paths = """ "/read": { "get": { "operationId": "read", "tags": ["A"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } """;
        const string Plain = """ "components": { "schemas": { "Thing": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } }, """;
        const string Parts = """ "components": { "schemas": { "Base": { "type": "object", "properties": { "id": { "type": "string" } } }, "Thing": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": { "title": { "type": "integer" } } }] } } }, """;

        DiffReading reading = await CompareAsync(Document("", Plain, Paths), Document("", Parts, Paths));

        Assert.Equal(["type-changed Thing.title", "parts-joined Thing", "schema-added Base"], reading.Changes.Select(change => $"{DiffReading.Text(change, "rule")} {DiffReading.Text(change, "place", "text")}"));
    }

    [Fact]
    public async Task The_order_of_a_document_changes_neither_changes_nor_fingerprints()
    {
        const string One = """ "/a": { "get": { "operationId": "getA", "tags": ["A"], "responses": { "204": { "description": "No Content" } } } } """;
        const string Other = """ "/b": { "get": { "operationId": "getB", "tags": ["A"], "responses": { "204": { "description": "No Content" } } } } """;
        string old = Document("", "", """ "/c": { "get": { "operationId": "getC", "tags": ["A"], "responses": { "204": { "description": "No Content" } } } } """);

        DiffReading first = await CompareAsync(old, Document("", "", One + "," + Other));
        DiffReading second = await CompareAsync(old, Document("", "", Other + "," + One));

        Assert.Equal(3, first.Changes.Count);
        Assert.Equal(first.Changes.Select(change => DiffReading.Text(change, "fingerprint")), second.Changes.Select(change => DiffReading.Text(change, "fingerprint")));
    }

    [Fact]
    public async Task Hostile_names_stay_text_in_both_reports()
    {
        const string Hostile = "\"`<img>[a](b)|*/\\n../../x\"";
        const string Paths = """ "/read": { "get": { "operationId": "read", "tags": ["A"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "string" } MEMBERS } } } } } } } } """;
        string old = _directory.Write("old.json", Document("", "", Paths.Replace("MEMBERS", "", StringComparison.Ordinal)));
        string now = _directory.Write("new.json", Document("", "", Paths.Replace("MEMBERS", ", " + Hostile + ": { \"type\": \"string\" }", StringComparison.Ordinal)));

        ToolRun markdown = await ToolRun.StartAsync("diff", old, now, "--as", "v2", "--spec-dir", _directory.Root);
        DiffReading json = await DiffReading.RunAsync(old, now, _directory.Root);

        Assert.Contains(@"has the member \`\<img>\[a](b)\|\*/ ../../x (received)", markdown.Output, StringComparison.Ordinal);
        Assert.Equal("`<img>[a](b)|*/\n../../x", DiffReading.Text(Assert.Single(json.Changes), "new"));
    }

    [Theory]
    [InlineData("{ \"$ref\": \"#/components/schemas/Loop\" }", "CONF003")]
    [InlineData("{ \"$ref\": \"#/components/schemas/Nowhere\" }", "CONF003")]
    public async Task References_that_lead_nowhere_are_problems_and_end(string schema, string id)
    {
        const string Loop = """ "components": { "schemas": { "Loop": { "$ref": "#/components/schemas/Loop" } } }, """;
        string paths = $$""" "/read": { "get": { "operationId": "read", "tags": ["A"], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {{schema}} } } } } } } """;

        DiffReading reading = await CompareAsync(Document("", Loop), Document("", Loop, paths));

        Assert.Contains((JsonArray)reading.Root["new"]!["problems"]!, problem => DiffReading.Text(problem, "id") == id); // The schema asks for both.
    }

    private async Task<DiffReading> CompareAsync(string old, string now) => await DiffReading.RunAsync(_directory.Write("old.json", old), _directory.Write("new.json", now), _directory.Root);

    private static string Document(string members, string components = "", string paths = "") => $$"""
        { "openapi": "3.0.3", {{(members.Contains("info", StringComparison.Ordinal) ? "" : "\"info\": { \"title\": \"t\", \"version\": \"1\" },")}} {{members}} {{components}}
          "paths": { {{(paths.Length > 0 ? paths : """ "/a": { "get": { "operationId": "getA", "tags": ["A"], "responses": { "204": { "description": "No Content" } } } } """)}} } }
        """;
}
