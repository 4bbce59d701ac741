using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Futures;

/// <summary>Documents of a size and a depth that no document has had.</summary>
public sealed class LargeTests
{
    private const int Enough = 10 << 20;

    /// <summary>Most of a document as it is published.</summary>
    private static readonly string s_prose = string.Concat(Enumerable.Repeat("Words that say what a member is for. ", 8));

    [Fact]
    public async Task Ten_megabytes_are_taken_and_generated()
    {
        using FutureTree tree = await FutureTree.CreateAsync();
        string document = Wide(out int operations);
        Assert.InRange(Encoding.UTF8.GetByteCount(document), Enough, 2 * Enough);

        ToolRun run = await tree.UpdateAsync(tree.Write("large.2027-02-03.json", document));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"5 → {operations + 5} operations"), run.Output, StringComparison.Ordinal);
        GeneratorRun generated = tree.Generate();
        Assert.Empty(generated.Diagnostics);
        Assert.True(generated.Sources.Count > operations, "Too few files to mean that all of it was generated.");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "next": { "$ref": "#/components/schemas/NEXT" } } }""", "More than 100 schemas stand inside each other at 'Link")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/NEXT" } }""", "More than 100 schemas stand inside each other at 'Link")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/NEXT" }, { "type": "object", "properties": { "own": { "type": "string" } } }] }""", "More than 100 parts of an allOf stand inside each other.")]
    [InlineData("""{ "$ref": "#/components/schemas/NEXT" }""", "is part of a chain of references that does not end.")]
    public async Task Chain_of_schemas_is_told_where_it_gets_too_long(string link, string message)
    {
        using FutureTree tree = await FutureTree.CreateAsync();
        var document = (JsonObject)JsonNode.Parse(FutureTree.Present)!; // The file holds an object.
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        const int Length = 6_000;
        for (int i = 0; i < Length; i++)
        {
            schemas.Add($"Link{i}", JsonNode.Parse(link.Replace("NEXT", i + 1 < Length ? $"Link{i + 1}" : "Version", StringComparison.Ordinal)));
        }

        schemas["Space"]!["properties"]!["chain"] = JsonNode.Parse("""{ "$ref": "#/components/schemas/Link0" }""");

        ToolRun run = await tree.UpdateAsync(tree.Write("deep.2027-02-03.json", document.ToJsonString()));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Matches(@"confluence-v2\.json\([0-9]+,[0-9]+\): error CONF00[23]: ", run.Error);
        Assert.Contains(message, string.Join('\n', tree.Generate().Diagnostics), StringComparison.Ordinal);
    }

    /// <summary>The small document and many operations more, each with a request and an answer of its own that hold each other's parts.</summary>
    private static string Wide(out int operations)
    {
        var document = (JsonObject)JsonNode.Parse(FutureTree.Present)!; // The file holds an object.
        JsonObject paths = document["paths"]!.AsObject();
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        int length = 0;
        for (operations = 0; length < Enough + (1 << 20); operations++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Thing{operations}");
            string members = string.Concat(Enumerable.Range(0, 40).Select(i => $"\"member{i}\": {{ \"type\": \"string\", \"maxLength\": {i + 1}, \"description\": \"{s_prose}\" }}, "));
            string schema = $$"""{ "type": "object", "properties": { {{members}}"version": { "$ref": "#/components/schemas/Version" }, "kind": { "type": "string", "enum": ["{{name}}", "other"] } } }""";
            string path = $$"""
                { "put": { "tags": ["Tag {{operations % 50}}"], "operationId": "update{{name}}", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                  "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{name}}" } } } },
                  "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "allOf": [{ "$ref": "#/components/schemas/{{name}}" }, { "type": "object", "properties": { "_links": { "type": "object", "properties": { "base": { "type": "string" } } } } }] } } } } } } }
                """;
            schemas.Add(name, JsonNode.Parse(schema));
            paths.Add($"/things{operations}/{{id}}", JsonNode.Parse(path));
            length += schema.Length + path.Length;
        }

        return document.ToJsonString();
    }
}
