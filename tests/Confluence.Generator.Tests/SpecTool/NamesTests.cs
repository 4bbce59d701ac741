using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool;

public sealed class NamesTests : IDisposable
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "x-confluence-import": { "api": "v2", "formatVersion": 1 },
          "paths": {
            "/things": {
              "get": {
                "tags": ["Thing"],
                "operationId": "getThing",
                "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/THING" } } } } }
              }
            }
          },
          "components": { "schemas": { "THING": { "type": "object", "properties": { "webui": { "type": "string" } } } } }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public async Task Committed_maps_hold_every_name_of_their_document(string api)
    {
        string written = _directory.PathOf("out.txt");

        ToolRun run = await ToolRun.StartAsync("names", "--as", api, "--out", written);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string committed = await File.ReadAllTextAsync(Repository.PathOf("spec", $"names.{api}.json"), TestContext.Current.CancellationToken);
        Assert.Equal(committed, await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_map_grows_and_loses_nothing()
    {
        string document = _directory.Write("document.json", Document);
        string map = _directory.PathOf("names.v2.json");

        ToolRun first = await ToolRun.StartAsync("names", "--as", "v2", "--spec-dir", _directory.Root);
        string before = await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(document, Document.Replace("webui", "title", StringComparison.Ordinal).Replace("THING", "Gadget", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        ToolRun second = await ToolRun.StartAsync("names", "--as", "v2", "--spec-dir", _directory.Root);
        string after = await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("\"GET /things\": \"GetThing\"", before, StringComparison.Ordinal);
        Assert.Contains("\"webui\": \"WebUi\"", before, StringComparison.Ordinal);
        Assert.Contains("\"webui\": \"WebUi\"", after, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Title\"", after, StringComparison.Ordinal);
        Assert.Contains("\"Gadget\": {\n      \"name\": \"Thing\",\n      \"at\": \"GET /things answer\"\n    }", after, StringComparison.Ordinal);
        Assert.Contains("\"THING\": {", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_map_is_told_where_it_stands()
    {
        _directory.Write("document.json", Document);
        string map = _directory.Write("names.v2.json", """{ "x-confluence-names": { "api": "v2", "formatVersion": 1 }, "operations": { "GET /things": 1 } }""");

        ToolRun run = await ToolRun.StartAsync("names", "--as", "v2", "--spec-dir", _directory.Root);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{map}(1,93): error CONF009: The name of 'GET /things' must be a text.", run.Error, StringComparison.Ordinal);
    }
}
