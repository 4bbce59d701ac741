using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Drift;

/// <summary>The report of <c>confluence audit</c> becomes overlay actions: the way back from the names in C#.</summary>
public sealed class AuditTests : IDisposable
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DriftFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"kind":"unknownMember","type":"Page","member":"sync","shapes":[{"at":"2000-01-01T00:00:00Z"}]}""", "Page.sync", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"sync":{"type":"object","properties":{"at":{"type":"string","format":"date-time"}}}}}""")]
    [InlineData("""{"kind":"unknownMember","type":"Links","member":"size","shapes":[0,0.5]}""", "Links.size", """{"target":"$.components.schemas.Links.properties","description":"WHY","update":{"size":{"type":"number","format":"double"}}}""")]
    [InlineData("""{"kind":"enumValue","type":"Status","value":"trashed"}""", "Status", """{"target":"$.components.schemas.Status","description":"WHY","update":{"enum":["trashed"]}}""")]
    [InlineData("""{"kind":"type","type":"Page","member":"position","shapes":[""]}""", "Page.position", """{"target":"$.components.schemas.Page.properties.position","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page.properties","description":"WHY","update":{"position":{}}}""")]
    [InlineData("""{"kind":"guaranteedAbsent","type":"Page","member":"title"}""", "Page.title", """{"target":"$.components.schemas.Page['x-cs-required']","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page","description":"WHY","update":{"x-cs-required":["id"]}}""")]
    [InlineData("""{"kind":"guaranteedNull","type":"Page","member":"id","shapes":[null]}""", "Page.id", """{"target":"$.components.schemas.Page['x-cs-required']","description":"WHY","remove":true}""", """{"target":"$.components.schemas.Page","description":"WHY","update":{"x-cs-required":["title"]}}""", """{"target":"$.components.schemas.Page.properties.id","description":"WHY","update":{"nullable":true}}""")]
    public async Task What_an_audit_found_has_its_place_and_its_actions(string finding, string place, params string[] actions)
    {
        JsonNode found = Assert.Single(await _folder.FindAsync("--audit", WriteAudit([finding])))!; // An item of an array.

        Assert.Equal((place, 2, 3), (found["place"]?.GetValue<string>(), found["seen"]?.GetValue<int>(), found["of"]?.GetValue<int>()));
        Assert.Equal("GET /pages/{id}", Assert.Single(Assert.IsType<JsonArray>(found["operations"]))?.GetValue<string>());
        Assert.Equal(actions, Assert.IsType<JsonArray>(found["actions"]).Select(static action => action?.ToJsonString(s_plain)));
    }

    [Fact]
    public async Task What_recorded_answers_show_too_is_one_finding()
    {
        string payload = _folder.WritePage("""{"id":"1","title":"t","sync":"x"}""");

        JsonNode found = Assert.Single(await _folder.FindAsync(payload, "--audit", WriteAudit(["""{"kind":"unknownMember","type":"Page","member":"sync","shapes":[""]}"""])))!; // An item of an array.

        Assert.Equal((3, 4), (found["seen"]?.GetValue<int>(), found["of"]?.GetValue<int>()));
        Assert.Equal(2, Assert.IsType<JsonArray>(found["payloads"]).Count);
    }

    [Fact]
    public async Task What_the_document_does_not_give_is_told()
    {
        ToolRun run = await _folder.RunAsync("--audit", WriteAudit(["""{"kind":"unknownMember","type":"Wombat","member":"x","shapes":[0]}"""]));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("## What the document has no place for (1)\n\n- ", run.Output, StringComparison.Ordinal);
        Assert.Contains("audit.json(5,1): Wombat.x\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announced_ends_stand_in_a_calendar_the_first_one_first()
    {
        string payloads = _folder.Write("a.ndjson", """
            {"operation":"getPages","headers":{"Sunset":"Fri, 01 Jan 2027 00:00:00 GMT"},"body":{"results":[]}}
            {"operation":"getPages","headers":{"sunset":"Fri, 01 Jan 2027 00:00:00 GMT","Warning":["299 - \"Ask jane@example.com\""]},"body":{"results":[]}}
            """);
        string audit = WriteAudit([], """{"api":"v2","operation":"getLatestPage","request":"GET /wiki/api/v2/pages/latest","header":"Deprecation","date":"2026-12-01"}""", """{"api":"v1","operation":"getGone","request":"GET /wiki/rest/api/gone","header":"Sunset"}""");

        ToolRun run = await _folder.RunAsync(payloads, "--audit", audit);

        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            """
            ## Announced ends (4)

            | date | operation | in C# | told by | says |
            |---|---|---|---|---|
            | 2026-12-01 | GET /pages/latest | GetLatestPage | Deprecation |  |
            | 2027-01-01 | GET /pages | GetPages | Sunset |  |
            | 2027-03-01 | GET /pages/{id} | GetPageById | document | Ends on 2027-03-01. Use GetPagesAsync. |
            | not given | GET /pages | GetPages | Warning | 299 - Ask … |
            """,
            run.Output,
            StringComparison.Ordinal);

        // The document deprecates one of them; the others are news, each with an action.
        Assert.Contains("- GET /pages is to end: Sunset, 2027-01-01 · 2 of 2\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("- GET /pages/latest is to end: Deprecation, 2026-12-01 · 1 of 1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"target\": \"$.paths['/pages'].get\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"findings\":[]}", "b.json(1,1): error: this is no report of confluence audit")]
    [InlineData("{\"x-confluence-audit\":1,\"answers\":1,\"findings\":[{\"kind\":\"odd\"}],\"announcements\":[]}", "b.json(1,57): error: 'kind' is one of guaranteedAbsent")]
    [InlineData("{\"x-confluence-audit\":1,\"answers\":1,\"findings\":[],\"announcements\":[{\"api\":\"v2\",\"operation\":\"getPages\",\"header\":\"Sunset\",\"date\":\"soon\"}]}", "error: 'date' has the form 2026-07-20")]
    public async Task What_is_no_report_is_told_with_its_place(string text, string error)
    {
        ToolRun run = await _folder.RunAsync("--audit", _folder.Write("b.json", text));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_must_be_given()
    {
        ToolRun run = await _folder.RunAsync();

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("drift needs recorded answers, or --audit", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Writes a report as <c>confluence audit --output json</c> does, with findings that were seen twice of three times.</summary>
    private string WriteAudit(string[] findings, params string[] announcements)
    {
        IEnumerable<string> all = findings.Select(static finding => finding[..^1] + ",\"api\":\"v2\",\"seen\":2,\"of\":3,\"operations\":[\"GET /wiki/api/v2/pages/{page-id}\"]}");
        return _folder.Write("audit.json", $"{{\n\"x-confluence-audit\": 1,\n\"answers\": 7,\n\"findings\": [\n{string.Join(",\n", all)}],\n\"announcements\": [{string.Join(',', announcements)}],\n\"notRead\": []\n}}\n");
    }
}
