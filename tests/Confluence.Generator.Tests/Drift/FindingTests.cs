using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Drift;

/// <summary>What an answer has that the document does not know, or that contradicts it; and the action after which the document knows it.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly DriftFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"id":"1","title":"t","status":"current","position":3,"owner":{"groupName":"g"},"counts":{"John Smith":1},"_links":{"webui":"/x","base":"https://x"}}""")]
    [InlineData("""{"id":"","title":""}""")]
    public async Task An_answer_that_the_document_describes_has_no_findings(string body) => Assert.Empty(await _folder.FindAsync(_folder.WritePage(body)));

    [Theory]
    [InlineData("""{"id":"1","title":"t","sync":{"at":"2026-01-02T03:04:05Z","by":null}}""", "unknownMember", "Page.sync", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"sync":{"type":"object","properties":{"at":{"type":"string","format":"date-time"},"by":{}}}}}""")]
    [InlineData("""{"id":"1","title":"t","flags":[1,2.5]}""", "unknownMember", "Page.flags", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"flags":{"type":"array","items":{"type":"number","format":"double"}}}}""")]
    [InlineData("""{"id":"1","title":"t","_links":{"tinyui":"/x/1"}}""", "unknownMember", "Links.tinyui", """{"target":"$.components.schemas.Links.properties","description":"WHY","update":{"tinyui":{"type":"string"}}}""")]
    [InlineData("""{"id":"1","title":"t","owner":{"groupName":"g","size":4}}""", "unknownMember", "Group.size", """{"target":"$.components.schemas.Group.properties","description":"WHY","update":{"size":{"type":"integer","format":"int64"}}}""")]
    [InlineData("""{"id":"1","title":"t","status":"trashed"}""", "enumValue", "Status", """{"target":"$.components.schemas.Status","description":"WHY","update":{"enum":["trashed"]}}""")]
    [InlineData("""{"id":"1","title":"t","position":"7"}""", "type", "Page.position", """{"target":"$.components.schemas.Page.properties.position","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"position":{"type":"string"}}}""")]
    [InlineData("""{"id":"1","title":"t","position":2.5}""", "type", "Page.position", """{"target":"$.components.schemas.Page.properties.position","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"position":{"type":"number","format":"double"}}}""")]
    [InlineData("""{"id":"1","title":"t","counts":{"a":"many"}}""", "type", "Page.counts.*", """{"target":"$.components.schemas.Page.properties.counts.additionalProperties","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page.properties.counts","description":"WHY","update":{"additionalProperties":{"type":"string"}}}""")]
    [InlineData("""{"id":"1","title":"t","position":null}""", "null", "Page.position", """{"target":"$.components.schemas.Page.properties.position","description":"WHY","update":{"nullable":true}}""")]
    [InlineData("""{"id":"1","title":"t","_links":null}""", "null", "Page._links", """{"target":"$.components.schemas.Links","description":"WHY","update":{"nullable":true}}""")]
    [InlineData("""{"id":"1"}""", "guaranteedAbsent", "Page.title", """{"target":"$.components.schemas.Page['x-cs-required']","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page","description":"WHY","update":{"x-cs-required":["id"]}}""")]
    [InlineData("""{"id":null,"title":"t"}""", "guaranteedNull", "Page.id", """{"target":"$.components.schemas.Page['x-cs-required']","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page","description":"WHY","update":{"x-cs-required":["title"]}}""", """{"target":"$.components.schemas.Page.properties.id","description":"WHY","update":{"nullable":true}}""")]
    public async Task A_difference_is_one_finding_that_its_actions_mend(string body, string kind, string place, params string[] actions)
    {
        string payload = _folder.WritePage(body);

        JsonNode finding = Assert.Single(await _folder.FindAsync(payload))!; // An item of an array.

        Assert.Equal((kind, place, 1, 1), (finding["kind"]?.GetValue<string>(), finding["place"]?.GetValue<string>(), finding["seen"]?.GetValue<int>(), finding["of"]?.GetValue<int>()));
        Assert.Equal(actions, Assert.IsType<JsonArray>(finding["actions"]).Select(action => action!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

        await MendAsync(payload);
    }

    [Fact]
    public async Task What_is_found_together_is_mended_together()
    {
        string first = _folder.WritePage("""{"status":"trashed","position":null,"x":1,"y":"","owner":{"z":1}}""", "a.json");
        string second = _folder.WritePage("""{"id":null,"title":"t","status":"archived","position":null,"x":2.5}""", "b.json");

        Assert.Equal(
            ["Page.id 1/2", "Page.title 1/2", "Page.id 1/2", "Status 1/2", "Status 1/2", "Page.x 2/2", "Page.y 1/2", "User.z 1/1", "Page.position 2/2"],
            (await _folder.FindAsync(first, second)).Select(finding => $"{finding!["place"]} {finding["seen"]}/{finding["of"]}"));

        await MendAsync(first, second);
    }

    [Fact]
    public async Task Members_whose_names_are_data_are_told_without_their_names_and_without_an_action()
    {
        JsonNode finding = Assert.Single(await _folder.FindAsync(_folder.WritePage("""{"id":"1","title":"t","712020:abc":true,"Jane Doe":false}""")))!; // An item of an array.

        Assert.Equal(("Page.*", 2), (finding["place"]?.GetValue<string>(), finding["seen"]?.GetValue<int>()));
        Assert.Empty(Assert.IsType<JsonArray>(finding["actions"]));
        Assert.StartsWith("no action: the names of these members are data", finding["withoutAction"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_is_broken_is_told_with_the_action_that_made_it()
    {
        JsonNode finding = Assert.Single(await _folder.FindAsync(_folder.WritePage("""{"id":"1"}""")))!; // An item of an array.

        Assert.Equal("o.overlay.json(6)", finding["statedAt"]?.GetValue<string>());
    }

    [Fact]
    public async Task What_was_cut_out_is_not_missing()
    {
        Assert.Empty(await _folder.FindAsync(_folder.Write("a.json", """{"operation":"getPageById","whole":false,"body":{"id":"1"}}""")));
    }

    [Fact]
    public async Task Statuses_and_bodies_are_held_against_the_document_too()
    {
        string payload = _folder.Write("a.json", """
            [
              {"operation":"getPageById","status":203,"body":{"id":"1","title":"t"}},
              {"operation":"getLatestPage","status":204,"body":{"n":1}},
              {"operation":"getPageById","status":404,"body":{"whatever":1}}
            ]
            """);

        Assert.Equal(["unknownStatus GET /pages/{id} 203", "unknownBody GET /pages/latest 204"], (await _folder.FindAsync(payload)).Select(finding => $"{finding!["kind"]} {finding["place"]}"));
    }

    [Theory]
    [InlineData("--format", "markdown")]
    [InlineData("--format", "json")]
    [InlineData("--format", "overlay")]
    public async Task No_value_of_an_answer_is_shown(params string[] format)
    {
        string payload = _folder.WritePage("""
            {"id":4711,"title":null,"status":"Jane Secret-Doe","position":"jane@example.com","secret":"Jane Doe","more":{"5b10ac8d82e05b22cc7d4ef5":"Jane"},"5b10ac8d82e05b22cc7d4ef5":1,
             "list":["Jane Doe"],"when":"2026-01-02T03:04:05Z","owner":"712020:jane"}
            """);

        ToolRun run = await _folder.RunAsync([payload, .. format]);

        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        Assert.Contains("secret", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("Jane|jane|4711|5b10ac|712020|2026-01", run.Output);
    }

    [Fact]
    public async Task Markdown_tells_each_finding_with_its_action()
    {
        ToolRun run = await _folder.RunAsync(_folder.WritePage("""{"id":"1","title":"t","status":"trashed"}"""));

        Assert.Equal(
            """
            # v2: what answers show

            **1 finding in 1 answer of 1 operation.**

            ## Values outside an enum (1)

            - Status had the value "trashed" · 1 of 1
              - in: GET /pages/{id}; at `$.status`
              - seen in: DIR/page.json(1,1)

              ```json
              {
                "target": "$.components.schemas.Status",
                "description": "WHY",
                "update": {
                  "enum": [
                    "trashed"
                  ]
                }
              }
              ```

            ## Announced ends (1)

            | date | operation | in C# | told by | says |
            |---|---|---|---|---|
            | 2027-03-01 | GET /pages/{id} | GetPageById | document | Ends on 2027-03-01. Use GetPagesAsync. |

            """,
            run.Output.Replace(_folder.Root, "DIR", StringComparison.Ordinal));
    }

    /// <summary>Takes the actions of the report as an overlay, after which the document knows all that was seen.</summary>
    private async Task MendAsync(params string[] payloads)
    {
        ToolRun overlay = await _folder.RunAsync(["--format", "overlay", .. payloads]);
        await File.WriteAllTextAsync(Path.Combine(_folder.Spec, "z.overlay.json"), overlay.Output, TestContext.Current.CancellationToken);
        Assert.Empty(await _folder.FindAsync(payloads));
    }
}
