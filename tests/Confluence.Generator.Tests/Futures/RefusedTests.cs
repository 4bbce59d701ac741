using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Futures;

/// <summary>What comes in place of a document: the message says what it is and what to do, and where it stands in a file that is read; nothing is written.</summary>
public sealed class RefusedTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        { "JSON that breaks off", "a.json", FutureTree.Present[..2000], "a.json(41,115): error CONF001: " },
        { "JSON with a comma too many", "a.json", FutureTree.Present.Replace("\"paths\": {", "\"paths\": {,", StringComparison.Ordinal), "a.json(6,13): error CONF001: ',' stands where the name of a member" },
        { "a name twice", "a.json", FutureTree.Present.Replace("\"/pages/{id}\"", "\"/pages\"", StringComparison.Ordinal), "(44,5): error CONF001: The name '/pages' stands twice in this object, first in line 7; remove one of the two." },
        { "half of a sign", "a.json", """{ "\udcff": 1 }""", "a.json(1,4): error CONF001: " },
        { "nested without end", "a.json", string.Concat(Enumerable.Repeat("[", 100_000)), "a.json(1,129): error CONF001: " },
        { "OpenAPI 3.1", "a.json", FutureTree.Present.Replace("\"3.0.3\"", "\"3.1.0\"", StringComparison.Ordinal), "a.json(2,14): error CONF002: The document is OpenAPI 3.1.0; only 3.0 can be imported. Take the one that Atlassian publishes as 3.0 (spec/README.md has the addresses), or convert it: " },
        { "Swagger 2.0", "a.json", """{ "swagger": "2.0", "paths": {} }""", "a.json(1,14): error CONF002: This is Swagger 2.0, and only OpenAPI 3.0 can be imported; take the document that Atlassian publishes as OpenAPI 3.0" },
        { "YAML", "a.yaml", "openapi: 3.0.3\npaths: {}\n", "a.yaml is YAML, and documents are taken as JSON only: download the .json that Atlassian publishes beside it, or convert it, for example with: yq -o=json a.yaml" },
        { "YAML that is called JSON", "a.json", "---\nopenapi: 3.1.0\n", "a.json is YAML, and documents are taken as JSON only: " },
        { "a web page", "a.json", "\n<!doctype html><title>Log in</title>", "a.json gives a web page or XML instead of a document; check the address, and whether a proxy or a login stands in between" },
        { "nothing", "a.json", "", "a.json is no OpenAPI document of Confluence" },
        { "other JSON", "a.json", """{ "name": "x" }""", "a.json(1,1): error CONF002: This is no OpenAPI document of Confluence" },
        { "a document without paths", "a.json", """{ "openapi": "3.0.3", "paths": {} }""", "a.json(1,32): error CONF002: This is no OpenAPI document of Confluence" },
        { "paths of both APIs", "a.json", """{ "openapi": "3.0.3", "paths": { "/pages": {}, "/wiki/rest/api/content": {} } }""", "a.json(1,32): error CONF002: This is no OpenAPI document of Confluence" },
        { "a path that is no object", "a.json", FutureTree.Present.Replace("\"paths\": {", "\"paths\": { \"/x\": [],", StringComparison.Ordinal), "a.json(6,20): error CONF002: At #/paths/~1x: an object is expected" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_is_refused_with_a_clear_word(string what, string name, string text, string message)
    {
        Assert.NotEmpty(what);
        using FutureTree tree = await FutureTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();
        string published = tree.Write(name, text);

        ToolRun run = await tree.UpdateAsync(published);
        File.Delete(published);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.Equal(before, tree.Snapshot());
    }

    [Fact]
    public async Task Folder_of_YAML_is_told_as_such()
    {
        using FutureTree tree = await FutureTree.CreateAsync();
        string folder = Directory.CreateDirectory(tree.PathOf("published")).FullName;
        tree.Write("published/openapi.yml", "openapi: 3.0.3\n");

        ToolRun run = await tree.UpdateAsync(folder);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("openapi.yml is YAML, and documents are taken as JSON only", run.Error, StringComparison.Ordinal);
    }
}
