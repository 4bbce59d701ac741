using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Explain;

/// <summary>The way of a name from the document to the C#, each step with its place.</summary>
public sealed class ExplainTests : IDisposable
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "x-confluence-import": { "api": "v2", "formatVersion": 1 },
          "info": { "title": "t", "version": "1" },
          "paths": {
            "/pages": {
              "get": {
                "tags": ["Page"],
                "operationId": "getPages",
                "parameters": [{ "name": "title", "in": "query", "schema": { "type": "string" } }],
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/PageBulk" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Unused": { "type": "object" },
              "PageBulk": {
                "type": "object",
                "properties": {
                  "status": { "$ref": "#/components/schemas/Status" },
                  "title": { "type": "string" }
                }
              },
              "Status": { "type": "string", "enum": ["current", "draft"] }
            }
          }
        }
        """;

    private const string Overlay = """
        {
          "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "x-confluence-overlay": { "api": "v2" },
          "actions": [
            { "target": "$", "description": "A group.", "update": { "x-cs-groups": { "Page": "Pages" }, "x-cs-interfaces": { "ITitled": { "summary": "Has a title.", "members": ["title"], "schemas": ["PageBulk"] } } } },
            { "target": "$.components.schemas.PageBulk", "description": "A short name.", "update": { "x-cs-name": "Page" } },
            { "target": "$.components.schemas.PageBulk", "description": "Always there.", "update": { "x-cs-required": ["status"] } },
            { "target": "$.components.schemas.Status", "description": "One more.", "update": { "enum": ["trashed"] } },
            { "target": "$.paths['/pages'].get", "description": "Who may.", "update": { "x-cs-permission": "See it" } }
          ]
        }
        """;

    private const string Names = """
        {
          "x-confluence-names": { "api": "v2", "formatVersion": 1 },
          "operations": { "GET /pages": "GetPages" },
          "members": { "Page": { "status": "Status" } },
          "values": { "Status": { "current": "Current" } }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public ExplainTests()
    {
        _directory.Write("confluence-v2.json", Document);
        _directory.Write("names.v2.json", Names);
        _directory.Write("o.overlay.json", Overlay);
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Page.Status")]
    [InlineData("Page.status")]
    [InlineData("PageBulk.status")]
    public async Task A_member_is_followed_whatever_it_is_called(string name)
    {
        Assert.Equal(
            """
            v2: member Page.Status
              document  DIR/confluence-v2.json(21,21)  PageBulk.status  #/components/schemas/PageBulk/properties/status
              overlay   o.overlay.json(6): $.components.schemas.PageBulk: Always there.
              name map  DIR/names.v2.json(4,36)  members · Page · status → Status
              C#        Status Confluence.Generated.V2.Models.Page.Status  in V2/Models/Page.g.cs

            """,
            await ExplainAsync(name));
    }

    [Theory]
    [InlineData("GetPages")]
    [InlineData("GetPagesAsync")]
    [InlineData("PagesClient.GetPagesAsync")]
    [InlineData("Pages.GetPages")]
    [InlineData("getPages")]
    [InlineData("GET /pages")]
    public async Task An_operation_is_followed_whatever_it_is_called(string name)
    {
        Assert.Equal(
            """
            v2: operation GET /pages
              document  DIR/confluence-v2.json(7,14)  GET /pages  #/paths/~1pages/get
              overlay   o.overlay.json(8): $.paths['/pages'].get: Who may.
              name map  DIR/names.v2.json(3,33)  operations · GET /pages → GetPages
              C#        Task<Page> Confluence.Generated.V2.PagesClient.GetPagesAsync  in V2/PagesClient.g.cs

            """,
            await ExplainAsync(name));
    }

    [Theory]
    [InlineData("Status.Current", "enum value Status.Current", "#/components/schemas/Status/enum/0", "values · Status · current → Current", "in V2/Models/Status.g.cs")]
    [InlineData("Status.trashed", "enum value Status.Trashed", "o.overlay.json(7", "#/components/schemas/Status/enum/2", "One more.", "name map  none", "in V2/Models/Status.g.cs")]
    [InlineData("Page", "type Page", "o.overlay.json(5): $.components.schemas.PageBulk: A short name.", "#/components/schemas/PageBulk\n", "in V2/Models/Page.g.cs")]
    [InlineData("GetPagesOptions.Title", "parameter GET /pages ?title", "#/paths/~1pages/get/parameters/0", "string? Confluence.Generated.V2.GetPagesOptions.Title  in V2/Options/GetPagesOptions.g.cs")]
    [InlineData("GetPages.title", "parameter GET /pages ?title", "none touches it")]
    [InlineData("ITitled.Title", "member ITitled.Title", "#/x-cs-interfaces/ITitled", "A group.", "string? Confluence.Generated.V2.Models.ITitled.Title  in V2/Models/ITitled.g.cs")]
    [InlineData("Pages", "group Pages", "tag Page  #/x-cs-groups/Page", "in V2/PagesClient.g.cs")]
    [InlineData("Unused", "schema Unused", "#/components/schemas/Unused", "C#        none: no operation leads to it")]
    public async Task Other_things_are_followed(string name, params string[] words)
    {
        string text = await ExplainAsync(name);

        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_emitted_line_is_told_where_a_build_has_written_it()
    {
        string spec = Path.Combine(_directory.Root, "spec");
        Directory.CreateDirectory(spec);
        foreach (string file in new[] { "confluence-v2.json", "names.v2.json", "o.overlay.json" })
        {
            File.Copy(_directory.PathOf(file), Path.Combine(spec, file));
        }

        Directory.CreateDirectory(_directory.PathOf("artifacts/generated/Generator/V2/Models"));
        _directory.Write("artifacts/generated/Generator/V2/Models/Page.g.cs", "namespace N;\n\n/// <summary>Status</summary>\npublic sealed partial class Page\n{\n    public Status Status => _status;\n}\n");

        ToolRun member = await ToolRun.StartAsync("explain", "Page.Status", "--as", "v2", "--spec-dir", spec);
        ToolRun type = await ToolRun.StartAsync("explain", "Page", "--as", "v2", "--spec-dir", spec);
        ToolRun operation = await ToolRun.StartAsync("explain", "GetPages", "--as", "v2", "--spec-dir", spec);

        Assert.Contains("Page.g.cs(6): public Status Status => _status;\n", member.Output, StringComparison.Ordinal);
        Assert.Contains("Page.g.cs(4): public sealed partial class Page\n", type.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("  emitted", operation.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Page.Statu", "nothing in DIR of v2 is called 'Page.Statu'; names like it are Page.Status, Page.status")]
    [InlineData("Wombat", "nothing in DIR of v2 is called 'Wombat'; a member is asked for with its type, such as Page.Status")]
    public async Task What_is_not_there_is_told_with_the_nearest_names(string name, string words)
    {
        ToolRun run = await ToolRun.StartAsync("explain", name, "--as", "v2", "--spec-dir", _directory.Root);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(words, run.Error.Replace(_directory.Root, "DIR", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committed_folder_explains_itself_in_both_apis()
    {
        ToolRun run = await ToolRun.StartAsync("explain", "Version");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("v2: type ContentVersion\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nv1: type VersionInfo\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_build_is_told_as_compilers_do()
    {
        _directory.Write("o.overlay.json", Overlay.Replace("PageBulk\", \"description\": \"A short", "Gone\", \"description\": \"A short", StringComparison.Ordinal));

        ToolRun run = await ToolRun.StartAsync("explain", "Page", "--as", "v2", "--spec-dir", _directory.Root);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("o.overlay.json(5,17): error CONF005:", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(string name)
    {
        ToolRun run = await ToolRun.StartAsync("explain", name, "--as", "v2", "--spec-dir", _directory.Root);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Replace(_directory.Root, "DIR", StringComparison.Ordinal);
    }
}
