using System.Text.RegularExpressions;

namespace Confluence.Generator.Tests.SpecTool.Updates;

/// <summary>Taking new documents into a small spec folder.</summary>
public sealed partial class UpdateTests
{
    [Fact]
    public async Task A_new_operation_gets_its_name_its_record_and_a_line_of_the_changelog()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        string later = tree.Publish("2026-02-02", Change("\"/others", "\"/news\": { \"get\": { \"tags\": [\"Thing\"], \"operationId\": \"getNews\", \"responses\": { \"204\": { \"description\": \"No Content\" } } } }, \"/others"));

        ToolRun run = await tree.UpdateAsync(later);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("v2: 2026-01-01 → 2026-02-02, 2 → 3 operations, 1 → 1 schemas (SHA-256 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  + getNews (GET /news)", run.Output, StringComparison.Ordinal);
        Assert.Contains("  verdict: Version: minor. Wire: holds. Callers: addition. 1 change.", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"GET /news\": \"GetNews\"", tree.Read("names.v2.json"), StringComparison.Ordinal);
        Assert.Contains("| revision | 2026-02-02 | 2026-01-01 |", tree.Read("README.md"), StringComparison.Ordinal);
        Assert.Matches(@"\| SHA-256 as published \| `[0-9a-f]{64}` \| `\?` \|", tree.Read("README.md"));
        Assert.Contains("| operations, schemas | 3, 1 | 0, 0 |", tree.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains("### Changed\n\n- The v2 document of 2026-02-02: 1 operation is new (`getNews`).\n", tree.Changelog(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(tree.PathOf("parked")));
    }

    [Fact]
    public async Task What_no_longer_fits_is_parked_with_its_cause_and_comes_back()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();
        string later = tree.Publish("2026-02-02", Change("/others/{id}", "/strangers/{id}").Replace(", \"owner\": { \"type\": \"string\" }", "", StringComparison.Ordinal)
            .Replace("""{ "name": "state", "in": "query", "schema": { "type": "string" } }""", "", StringComparison.Ordinal));

        ToolRun run = await tree.UpdateAsync(later);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("  > deleteOther moved from DELETE /others/{id} to DELETE /strangers/{id}", run.Output, StringComparison.Ordinal);
        Assert.Contains("parked $.paths['/others/{id}'].delete (v2.overlay.json): $.paths['/others/{id}'] is not in the document; it stands at $.paths['/strangers/{id}'].delete now", run.Output, StringComparison.Ordinal);
        Assert.Contains("(v2.overlay.json): mended: $.paths['/things'].get.parameters[?@.name=='state'], which it removes, is gone", run.Output, StringComparison.Ordinal);
        Assert.Contains("parked in part $.components.schemas.Thing (v2.overlay.json): 'owner' is required, and is not among the properties.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("owner", tree.Read("v2.overlay.json"), StringComparison.Ordinal);
        Assert.Contains("\"title\"", tree.Read("v2.overlay.json"), StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.StartAsync("effective", "--as", "v2", "--spec-dir", tree.Folder, "--out", tree.PathOf("effective.txt"))).ExitCode);
        File.Delete(tree.PathOf("effective.txt"));

        ToolRun back = await tree.UpdateAsync(tree.Publish("2026-01-01", SpecTree.Published));

        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Contains("0 parked, 3 back;", back.Output, StringComparison.Ordinal);
        SortedDictionary<string, string> after = tree.Snapshot();
        Assert.Equal(before["spec/v2.overlay.json"], after["spec/v2.overlay.json"]);
        Assert.Equal(before["spec/confluence-v2.json"], after["spec/confluence-v2.json"]);
        Assert.DoesNotContain(after.Keys, name => name.Contains("parked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_made_of_what_still_has_its_members_and_of_the_rest_when_it_comes_back()
    {
        const string Paths = """
            "/news": {
              "get": { "tags": ["Thing"], "operationId": "getNews", "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/News" } } } } } },
              "put": { "tags": ["Thing"], "operationId": "updateNews", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewsUpdate" } } } }, "responses": { "204": { "description": "No Content" } } }
            }, "/others
            """;
        const string Schemas = """
            "NewsUpdate": { "type": "object", "required": ["title"], "properties": { "title": { "type": "string" }, "note": { "type": "string" } } },
            "News": { "type": "object", "properties": { "title": { "type": "string" } } }, "Thing
            """;
        using SpecTree tree = await SpecTree.CreateAsync();
        string whole = Change("\"/others", Paths.Trim()).Replace("\"Thing\": { \"type\"", Schemas.Trim() + "\": { \"type\"", StringComparison.Ordinal);
        await tree.UpdateAsync(tree.Publish("2026-02-02", whole));
        tree.Write("v2.requests.overlay.json", """
            { "overlay": "1.0.0", "info": { "title": "r", "version": "1" }, "x-confluence-overlay": { "api": "v2" }, "actions": [
              { "target": "$.components.schemas.NewsUpdate", "description": "Written back.", "update": { "x-cs-made-of": { "kind": "news", "read": "The news.", "sources": ["News", "Thing"], "arguments": { "note": "A note." }, "members": { "title": { "source": "title" }, "note": { "argument": "note" } } } } }
            ] }
            """);

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-03-03", whole.Replace("\"News\": { \"type\": \"object\", \"properties\": { \"title\"", "\"News\": { \"type\": \"object\", \"properties\": { \"headline\"", StringComparison.Ordinal).Replace(", \"note\": { \"type\": \"string\" }", "", StringComparison.Ordinal)));
        string reduced = tree.Read("v2.requests.overlay.json");
        ToolRun back = await tree.UpdateAsync(tree.Publish("2026-04-04", whole));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("parked in part $.components.schemas.NewsUpdate (v2.requests.overlay.json): 'NewsUpdate' can't be made of 'News': it has no member 'title'.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"News\"", reduced, StringComparison.Ordinal);
        Assert.DoesNotContain("note", reduced, StringComparison.Ordinal);
        Assert.Contains("\"Thing\"", reduced, StringComparison.Ordinal);
        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Contains("0 parked, 1 back;", back.Output, StringComparison.Ordinal);
        Assert.Contains("\"News\"", tree.Read("v2.requests.overlay.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_given_to_another_thing_is_told_with_both_choices()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        string map = tree.Read("names.v2.json");
        string later = Change("schemas/Thing", "schemas/Item")
            .Replace("\"Thing\": { \"type\"", "\"Thing\": { \"type\": \"object\", \"properties\": { \"label\": { \"type\": \"string\" } } }, \"Item\": { \"type\"", StringComparison.Ordinal)
            .Replace("\"/others", "\"/news\": { \"get\": { \"tags\": [\"Thing\"], \"operationId\": \"getNews\", \"responses\": { \"200\": { \"description\": \"OK\", \"content\": { \"application/json\": { \"schema\": { \"$ref\": \"#/components/schemas/Thing\" } } } } } } }, \"/others", StringComparison.Ordinal);

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", later));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error CONF011: The schema 'Thing' is another thing now: what it was stands at 'GET /things answer' as 'Item'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"target\": \"$.components.schemas['Item']\"", run.Error, StringComparison.Ordinal);
        Assert.Equal(map, tree.Read("names.v2.json"));

        tree.Write("v2.names.overlay.json", """
            { "overlay": "1.0.0", "info": { "title": "n", "version": "1" }, "x-confluence-overlay": { "api": "v2" }, "actions": [
              { "target": "$.components.schemas['Item']", "description": "What it always was.", "update": { "x-cs-name": "Thing" } },
              { "target": "$.components.schemas['Thing']", "description": "Something else.", "update": { "x-cs-name": "NewsLabel" } }
            ] }
            """);
        ToolRun decided = await tree.UpdateAsync(tree.Publish("2026-02-02", later));

        Assert.Equal((0, ""), (decided.ExitCode, decided.Error));
        Assert.Contains("\"name\": \"NewsLabel\"", tree.Read("names.v2.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_renamed_moves_no_method()
    {
        using SpecTree tree = await SpecTree.CreateAsync();

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", Change("\"tags\": [\"Thing\"]", "\"tags\": [\"Item\"]")));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"GET /things\": \"Thing\"", tree.Read("names.v2.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("source break", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_document_now_says_itself_is_told_as_mended()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        tree.Publish("none", "");
        await File.WriteAllTextAsync(
            tree.PathOf("repair.overlay.json"),
            """
            {
              "overlay": "1.0.0",
              "info": { "title": "r", "version": "1" },
              "x-confluence-overlay": { "api": "v2" },
              "actions": [{ "target": "$.components.schemas.Thing.properties.title", "description": "Left out.", "update": { "maxLength": 255 } }]
            }
            """,
            TestContext.Current.CancellationToken);

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", Change("\"title\": { \"type\": \"string\" }", "\"title\": { \"type\": \"string\", \"maxLength\": 255 }")));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("parked $.components.schemas.Thing.properties.title (repair.overlay.json): mended: the document now says by itself what the action says", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(tree.PathOf("repair.overlay.json")));
        Assert.Contains("\"cause\": \"mended: ", tree.Read("parked/repair.overlay.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_construct_that_needs_a_decision_comes_with_an_action_that_only_lacks_it()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        string later = tree.Publish("2026-02-02", Change("\"title\": { \"type\": \"string\" }", "\"title\": { \"type\": \"string\" }, \"odd\": { \"type\": \"string\", \"not\": {} }"));
        string clash = tree.Publish("2026-03-03", Change("\"title\": { \"type\": \"string\" }", "\"title\": { \"type\": \"string\" }, \"Title\": { \"type\": \"string\" }"));

        ToolRun refused = await tree.UpdateAsync(later);
        ToolRun run = await tree.UpdateAsync(clash);

        // What the import does not know may be a fact or prose; nothing is taken before somebody has decided it.
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("'not'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error CONF004: The C# name 'Thing.Title' would stand for both", run.Error, StringComparison.Ordinal);
        Assert.Contains("does not build before this is decided", run.Error, StringComparison.Ordinal);
        string action = Action().Match(run.Error).Value;
        Assert.Contains("\"update\": { \"x-cs-member\": \"NAME\" }", action, StringComparison.Ordinal);

        string overlay = tree.Read("v2.overlay.json");
        await File.WriteAllTextAsync(tree.PathOf("v2.overlay.json"), overlay.Replace("\"actions\": [", "\"actions\": [" + action.Replace("NAME", "OtherTitle", StringComparison.Ordinal) + ",", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        ToolRun names = await ToolRun.StartAsync("names", "--as", "v2", "--spec-dir", tree.Folder);

        Assert.Equal((0, ""), (names.ExitCode, names.Error));
        Assert.Contains("OtherTitle", tree.Read("names.v2.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_again_changes_nothing()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-01-01", SpecTree.Published));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("Nothing changed.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, tree.Snapshot());
    }

    private static string Change(string from, string to)
    {
        Assert.Contains(from, SpecTree.Published, StringComparison.Ordinal);
        return SpecTree.Published.Replace(from, to, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ {6}\{\n(.*\n)*? {6}\}", RegexOptions.Multiline)]
    private static partial Regex Action();
}
