using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Diff;

/// <summary>Overlays, names and hand-written code in a comparison: of documents that come alone, and of whole spec folders.</summary>
public sealed class OverlayDiffTests : IDisposable
{
    private const string Thing = """{ "$ref": "#/components/schemas/Thing" }""";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Overlays_hold_for_both_documents_and_what_does_not_fit_is_told()
    {
        string spec = Folder(
            "spec",
            null,
            """{ "target": "$.paths['/things'].get", "description": "A better name.", "update": { "x-cs-name": "ListThings" } }""",
            """{ "target": "$.components.schemas.Thing.properties.note", "description": "Stated in prose.", "update": { "maxLength": 9 } }""");
        string old = _directory.Write("old.json", Document(Thing));
        string now = _directory.Write("new.json", Document(Thing).Replace(", \"note\": { \"type\": \"string\" }", "", StringComparison.Ordinal).Replace("\"operationId\"", "\"deprecated\": true, \"operationId\"", StringComparison.Ordinal));

        DiffReading reading = await DiffReading.RunAsync(old, now, spec);

        JsonNode deprecated = Assert.Single(reading.Changes, change => DiffReading.Text(change, "rule") == "operation-deprecated");
        Assert.Contains("ThingClient.ListThingsAsync is obsolete", deprecated.ToJsonString(), StringComparison.Ordinal);
        JsonNode removed = Assert.Single(reading.Changes, change => DiffReading.Text(change, "rule") == "property-removed");
        JsonNode touched = Assert.Single((JsonArray)removed["overlays"]!)!; // The schema asks for it.
        Assert.Equal(("a.overlay.json", "$.components.schemas.Thing.properties.note", "Stated in prose."), (DiffReading.Text(touched, "file"), DiffReading.Text(touched, "target"), DiffReading.Text(touched, "description")));
        Assert.Equal(2, touched["line"]?.GetValue<int>());

        Assert.Empty((JsonArray)reading.Root["old"]!["unfitActions"]!); // The schema asks for both.
        JsonNode unfit = Assert.Single((JsonArray)reading.Root["new"]!["unfitActions"]!)!; // The schema asks for both.
        Assert.Equal("$.components.schemas.Thing.properties.note", DiffReading.Text(unfit, "target"));
        Assert.Contains("is not in the document", DiffReading.Text(unfit, "cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_action_comes_back_and_is_told_with_its_folder()
    {
        string spec = Folder("spec", null);
        Directory.CreateDirectory(_directory.PathOf("spec/parked"));
        _directory.Write(
            "spec/parked/a.overlay.json",
            """
            { "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "x-confluence-overlay": { "api": "v2" }, "actions": [
            { "target": "$.components.schemas.Thing.properties.more", "description": "Waits.", "update": { "x-cs-member": "Extra" }, "x-parked": { "revision": "2026-01-01", "cause": "gone" } }] }
            """);
        string old = _directory.Write("old.json", Document(Thing));
        string now = _directory.Write("new.json", Document(Thing).Replace("\"note\":", "\"more\": { \"type\": \"string\" }, \"note\":", StringComparison.Ordinal));

        JsonNode change = Assert.Single((await DiffReading.RunAsync(old, now, spec)).Changes);

        Assert.Contains("Thing.Extra is new", change.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("parked/a.overlay.json", DiffReading.Text(Assert.Single((JsonArray)change["overlays"]!), "file")); // The schema asks for it.
    }

    [Fact]
    public async Task A_folder_with_two_documents_of_an_api_is_a_question()
    {
        string spec = Folder("spec", Document(Thing));
        _directory.Write("spec/second.json", Document(Thing));

        ToolRun run = await ToolRun.StartAsync("diff", spec, spec, "--as", "v2", "--spec-dir", spec);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("has several documents of v2: document.json, second.json; name one of them", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_generator_cannot_take_is_told_and_the_rest_compared()
    {
        string old = _directory.Write("old.json", Document(Thing));
        string now = _directory.Write("new.json", Document("""{ "type": "string", "minLength": 1 }"""));

        DiffReading reading = await DiffReading.RunAsync(old, now, Folder("spec", null));

        JsonNode problem = Assert.Single((JsonArray)reading.Root["new"]!["problems"]!)!; // The schema asks for both.
        Assert.Equal("CONF002", DiffReading.Text(problem, "id"));
        Assert.Contains(reading.Changes, change => DiffReading.Text(change, "rule") == "schema-inlined");
    }

    [Fact]
    public async Task Yesterdays_names_hold_for_the_new_document()
    {
        string old = _directory.Write("old.json", Document(Thing));
        string now = _directory.Write("new.json", Document(Thing).Replace("getThings", "listEverything", StringComparison.Ordinal).Replace("Thing\":", "Something\":", StringComparison.Ordinal).Replace("schemas/Thing", "schemas/Something", StringComparison.Ordinal));

        DiffReading reading = await DiffReading.RunAsync(old, now, Folder("spec", null));

        Assert.Equal(["operation-id-changed none", "schema-renamed none"], reading.Changes.Select(change => $"{DiffReading.Text(change, "rule")} {DiffReading.Text(change, "callers", "verdict")}").Order(StringComparer.Ordinal));
        Assert.Equal(0, reading.ExitCode);
    }

    [Theory]
    [InlineData("cs-idempotency-changed", "behaviour", "cs-idempotency-changed", "behaviour", """{ "target": "$.paths['/things'].get", "description": "d", "update": { "x-cs-idempotent": false } }""")]
    [InlineData("cs-implementation-added", "addition", "cs-implementation-removed", "source", """{ "target": "$", "description": "d", "update": { "x-cs-interfaces": { "IThing": { "summary": "It.", "members": ["title"], "schemas": ["Thing"] } } } }""")]
    public async Task Overlays_alone_change_the_csharp(string rule, string verdict, string mirror, string mirrored, string action)
    {
        string old = Folder("old", Document(Thing));
        string now = Folder("new", Document(Thing), action);

        DiffReading there = await DiffReading.RunAsync(old, now, old);
        DiffReading back = await DiffReading.RunAsync(now, old, old);

        JsonNode change = Assert.Single(there.Changes, candidate => DiffReading.Text(candidate, "rule") == rule);
        Assert.Equal(("csharp", "none", verdict), (DiffReading.Text(change, "class"), DiffReading.Text(change, "wire", "verdict"), DiffReading.Text(change, "callers", "verdict")));
        Assert.Equal(mirrored, DiffReading.Text(Assert.Single(back.Changes, candidate => DiffReading.Text(candidate, "rule") == mirror), "callers", "verdict"));
    }

    [Fact]
    public async Task An_overlay_moves_a_method_to_another_group()
    {
        string Action(string group) => $$"""{ "target": "$.paths['/things'].get", "description": "d", "update": { "x-cs-group": "{{group}}" } }""";

        DiffReading reading = await DiffReading.RunAsync(Folder("old", Document(Thing), Action("Things")), Folder("new", Document(Thing), Action("Items")), _directory.Root);

        JsonNode change = Assert.Single(reading.Changes, candidate => DiffReading.Text(candidate, "rule") == "cs-operation-moved");
        Assert.Equal(("source", 4), (DiffReading.Text(change, "callers", "verdict"), reading.ExitCode));
    }

    [Theory]
    [InlineData("cs-interface-member-added", "\"title\"", "\"title\", \"note\"")]
    [InlineData("cs-interface-member-removed", "\"title\", \"note\"", "\"title\"")]
    public async Task Interfaces_are_compared(string rule, string oldMembers, string newMembers)
    {
        string Action(string members) => $$"""{ "target": "$", "description": "d", "update": { "x-cs-interfaces": { "IThing": { "summary": "It.", "members": [{{members}}], "schemas": ["Thing"] } } } }""";

        DiffReading reading = await DiffReading.RunAsync(Folder("old", Document(Thing), Action(oldMembers)), Folder("new", Document(Thing), Action(newMembers)), _directory.Root);

        JsonNode change = Assert.Single(reading.Changes);
        Assert.Equal((rule, "source", 4), (DiffReading.Text(change, "rule"), DiffReading.Text(change, "callers", "verdict"), reading.ExitCode));
    }

    [Fact]
    public async Task Methods_that_make_requests_of_what_was_read_are_compared()
    {
        string Action(string argument) => $$"""
            { "target": "$.components.schemas.Change", "description": "d", "update": { "x-cs-made-of": { "kind": "thing", "read": "It.", "sources": ["Thing"], "arguments": { "{{argument}}": "It." }, "members": { "title": { "source": "title", "argument": "{{argument}}" } } } } }
            """;
        string document = Document(Thing)
            .Replace("\"get\": {", """
                "put": { "tags": ["Thing"], "operationId": "changeThing", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Change" } } } }, "responses": { "204": { "description": "No Content" } } }, "get": {
                """, StringComparison.Ordinal)
            .Replace("\"schemas\": {", "\"schemas\": { \"Change\": { \"type\": \"object\", \"properties\": { \"title\": { \"type\": \"string\" } } },", StringComparison.Ordinal);
        string none = Folder("none", document);
        string title = Folder("title", document, Action("title"));
        string name = Folder("name", document, Action("name"));

        DiffReading added = await DiffReading.RunAsync(none, title, _directory.Root);
        DiffReading removed = await DiffReading.RunAsync(title, none, _directory.Root);
        DiffReading changed = await DiffReading.RunAsync(title, name, _directory.Root);

        Assert.Equal(("cs-from-added", "addition", 0), Single(added));
        Assert.Equal(("cs-from-removed", "source", 4), Single(removed));
        Assert.Equal(("cs-from-changed", "source", 4), Single(changed));
        Assert.Contains("Change.From(Thing)", DiffReading.Text(Assert.Single(changed.Changes), "text"), StringComparison.Ordinal);

        static (string, string, int) Single(DiffReading reading)
        {
            JsonNode change = Assert.Single(reading.Changes);
            return (DiffReading.Text(change, "rule"), DiffReading.Text(change, "callers", "verdict"), reading.ExitCode);
        }
    }

    [Fact]
    public async Task A_member_of_an_interface_that_changes_goes_with_its_class()
    {
        const string Action = """{ "target": "$", "description": "d", "update": { "x-cs-interfaces": { "IThing": { "summary": "It.", "members": ["title"], "schemas": ["Thing"] } } } }""";

        DiffReading reading = await DiffReading.RunAsync(
            Folder("old", Document(Thing), Action), Folder("new", Document(Thing).Replace("\"title\": { \"type\": \"string\" }", "\"title\": { \"type\": \"boolean\" }", StringComparison.Ordinal), Action), _directory.Root);

        JsonNode change = Assert.Single(reading.Changes);
        Assert.Equal(["cs-member-type-changed", "cs-interface-member-changed"], DiffReading.Effects(change));
    }

    [Fact]
    public async Task Files_that_call_a_changed_operation_are_named_by_whole_words()
    {
        string spec = Folder("spec", null);
        Directory.CreateDirectory(_directory.PathOf("src/Confluence.Generated/Retrieval"));
        Directory.CreateDirectory(_directory.PathOf("src/Confluence.Cli/obj"));
        _directory.Write("src/Confluence.Generated/Retrieval/Caller.cs", "await client.GetThingsAsync();");
        _directory.Write("src/Confluence.Generated/Retrieval/Other.cs", "await client.GetThingsByIdAsync(); // TryGetThingsAsync");
        _directory.Write("src/Confluence.Cli/obj/Emitted.cs", "await client.GetThingsAsync();");
        string old = _directory.Write("old.json", Document(Thing));
        string now = _directory.Write("new.json", Document(Thing).Replace("\"operationId\": \"getThings\",", "\"operationId\": \"getThings\", \"x-experimental\": true,", StringComparison.Ordinal));

        JsonNode change = Assert.Single((await DiffReading.RunAsync(old, now, spec)).Changes);

        Assert.Equal(["src/Confluence.Generated/Retrieval/Caller.cs"], DiffReading.Texts(change["handWritten"]));
    }

    /// <summary>A spec folder: a document, and an overlay where there are actions.</summary>
    private string Folder(string name, string? document, params string[] actions)
    {
        Directory.CreateDirectory(_directory.PathOf(name));
        _directory.Write($"{name}/names.v2.json", """{ "x-confluence-names": { "api": "v2", "formatVersion": 1 } }""");
        if (document is not null)
        {
            _directory.Write($"{name}/document.json", document);
        }

        if (actions.Length > 0)
        {
            _directory.Write($"{name}/a.overlay.json", $$"""{ "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "x-confluence-overlay": { "api": "v2" }, "actions": [{{string.Join(",\n", actions)}}] }""");
        }

        return _directory.PathOf(name);
    }

    private static string Document(string answer) => $$"""
        {
          "openapi": "3.0.3",
          "info": { "title": "t", "version": "1" },
          "paths": { "/things": { "get": { "tags": ["Thing"], "operationId": "getThings", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": {{answer}} } } } } } } },
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "title": { "type": "string" }, "note": { "type": "string" } } } } }
        }
        """;
}
