using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Drift;

/// <summary>A spec folder with a small document, and recorded answers beside it.</summary>
internal sealed class DriftFolder : IDisposable
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "x-confluence-import": { "api": "v2", "formatVersion": 1 },
          "info": { "title": "t", "version": "1" },
          "servers": [{ "url": "https://{your-domain}/wiki/api/v2" }],
          "paths": {
            "/pages": {
              "get": {
                "tags": ["Page"], "operationId": "getPages",
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "results": { "type": "array", "items": { "$ref": "#/components/schemas/Page" } } } } } } } }
              }
            },
            "/pages/latest": {
              "get": {
                "tags": ["Page"], "operationId": "getLatestPage",
                "responses": { "204": { "description": "No Content" } }
              }
            },
            "/pages/{id}": {
              "get": {
                "tags": ["Page"], "operationId": "getPageById", "deprecated": true,
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {
                  "allOf": [
                    { "$ref": "#/components/schemas/Page" },
                    { "type": "object", "properties": { "_links": { "type": "object", "properties": { "base": { "type": "string" } } } } }
                  ] } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Page": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "title": { "type": "string" },
                  "status": { "$ref": "#/components/schemas/Status" },
                  "position": { "type": "integer" },
                  "owner": { "oneOf": [{ "$ref": "#/components/schemas/User" }, { "$ref": "#/components/schemas/Group" }] },
                  "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
                  "_links": { "$ref": "#/components/schemas/Links" }
                }
              },
              "User": { "type": "object", "properties": { "accountId": { "type": "string" } } },
              "Group": { "type": "object", "properties": { "groupName": { "type": "string" } } },
              "Links": { "type": "object", "properties": { "webui": { "type": "string" } } },
              "Status": { "type": "string", "enum": ["current", "draft"] }
            }
          }
        }
        """;

    private const string Overlay = """
        {
          "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "x-confluence-overlay": { "api": "v2" },
          "actions": [
            { "target": "$", "description": "A group.", "update": { "x-cs-groups": { "Page": "Pages" } } },
            { "target": "$.paths['/pages/{id}'].get", "description": "What else.", "update": { "x-cs-obsolete": "Ends on 2027-03-01. Use GetPagesAsync." } },
            { "target": "$.components.schemas.Page", "description": "Always there.", "update": { "x-cs-required": ["id", "title"] } }
          ]
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public DriftFolder()
    {
        Directory.CreateDirectory(Spec);
        File.WriteAllText(Path.Combine(Spec, "confluence-v2.json"), Document);
        File.WriteAllText(Path.Combine(Spec, "o.overlay.json"), Overlay);
    }

    public string Root => _directory.Root;

    public string Spec => _directory.PathOf("spec");

    public void Dispose() => _directory.Dispose();

    /// <summary>Writes a file of recorded answers.</summary>
    public string Write(string name, string text) => _directory.Write(name, text);

    /// <summary>Writes a file with one answer of the operation that gives one page.</summary>
    public string WritePage(string body, string name = "page.json") => Write(name, $$"""{"operation":"getPageById","status":200,"body":{{body}}}""");

    public Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.StartAsync(["drift", "--as", "v2", "--spec-dir", Spec, .. arguments]);

    /// <summary>The findings of a run, as JSON.</summary>
    public async Task<JsonArray> FindAsync(params string[] arguments)
    {
        ToolRun run = await RunAsync(["--format", "json", .. arguments]);
        Assert.Equal("", run.Error);
        JsonArray findings = Assert.IsType<JsonArray>(JsonNode.Parse(run.Output)?["findings"]);
        Assert.Equal(findings.Count == 0 ? 0 : 5, run.ExitCode);
        return findings;
    }
}
