namespace Confluence.Generator.Tests.SpecTool.Updates;

/// <summary>A small spec folder with its changelog beside it: what an update works on.</summary>
internal sealed class SpecTree : IDisposable
{
    /// <summary>The document as it was published, by the operations and the members of its one schema.</summary>
    public const string Published = """
        {
          "openapi": "3.0.3",
          "info": { "title": "t", "version": "1" },
          "paths": {
            "/things": { "get": { "tags": ["Thing"], "operationId": "getThings", "parameters": [{ "name": "state", "in": "query", "schema": { "type": "string" } }], "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } },
            "/others/{id}": { "delete": { "tags": ["Thing"], "operationId": "deleteOther", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }], "responses": { "204": { "description": "No Content" } } } }
          },
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" }, "owner": { "type": "string" } } } } }
        }
        """;

    private const string Record = """
        # spec

        | | v2 | v1 |
        |---|---|---|
        | revision | 2026-01-01 | 2026-01-01 |
        | published at | `ADDRESS` | nowhere |
        | SHA-256 as published | `?` | `?` |
        | operations, schemas | 2, 1 | 0, 0 |

        """;

    private const string Overlay = """
        {
          "overlay": "1.0.0",
          "info": { "title": "o", "version": "1" },
          "x-confluence-overlay": { "api": "v2" },
          "actions": [
            { "target": "$.paths['/things'].get", "description": "A better name.", "update": { "x-cs-name": "ListThings" } },
            { "target": "$.paths['/others/{id}'].delete", "description": "Who may.", "update": { "x-cs-permission": "Delete it" } },
            { "target": "$.paths['/things'].get.parameters[?@.name=='state']", "description": "In another form.", "remove": true },
            { "target": "$.components.schemas.Thing", "description": "Always there.", "update": { "x-cs-required": ["id", "title", "owner"] } }
          ]
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    private SpecTree(string address)
    {
        Directory.CreateDirectory(Folder);
        _directory.Write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- It.\n");
        _directory.Write("spec/README.md", Record.Replace("ADDRESS", address, StringComparison.Ordinal));
        _directory.Write("spec/v2.overlay.json", Overlay);
    }

    public string Folder => _directory.PathOf("spec");

    public static async Task<SpecTree> CreateAsync(string address = "none")
    {
        var tree = new SpecTree(address);
        string published = tree.Publish("2026-01-01", Published);
        ToolRun import = await ToolRun.StartAsync("import", published, "--as", "v2", "--revision", "2026-01-01", "--out", tree.PathOf("confluence-v2.json"));
        Assert.Equal((0, ""), (import.ExitCode, import.Error));
        ToolRun names = await ToolRun.StartAsync("names", "--as", "v2", "--spec-dir", tree.Folder);
        Assert.Equal((0, ""), (names.ExitCode, names.Error));

        // The form in which the tool writes overlays, so that what it leaves alone stays the same to the byte.
        ToolRun same = await tree.UpdateAsync(published);
        Assert.Equal((0, ""), (same.ExitCode, same.Error));
        return tree;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    public string Publish(string revision, string text) => _directory.Write($"published.{revision}.json", text);

    public Task<ToolRun> UpdateAsync(string from, params string[] options) => ToolRun.StartAsync(["update", "--from", from, "--spec-dir", Folder, .. options]);

    /// <summary>The texts of all files of the folder, and of the changelog.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Append(_directory.PathOf("CHANGELOG.md"))
            .ToDictionary(path => Path.GetRelativePath(_directory.Root, path), File.ReadAllText),
        StringComparer.Ordinal);

    public string Changelog() => File.ReadAllText(_directory.PathOf("CHANGELOG.md"));

    public void Dispose() => _directory.Dispose();
}
