using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Drift;

/// <summary>What changed between two documents and what was seen of answers, in one report.</summary>
public sealed class OneReportTests : IDisposable
{
    private readonly DriftFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changes_stand_before_what_was_seen()
    {
        string old = Path.Combine(_folder.Spec, "confluence-v2.json");
        string now = _folder.Write("new.json", (await File.ReadAllTextAsync(old, TestContext.Current.CancellationToken)).Replace("\"position\": { \"type\": \"integer\" },", "", StringComparison.Ordinal));
        string payload = _folder.WritePage("""{"id":"1","title":"t","sync":true}""");

        ToolRun markdown = await _folder.RunAsync(payload, "--diff", old, now);
        ToolRun json = await _folder.RunAsync(payload, "--format", "json", "--diff", old, now);

        Assert.Equal((5, ""), (markdown.ExitCode, markdown.Error));
        int change = markdown.Output.IndexOf("property-removed", StringComparison.Ordinal);
        int seen = markdown.Output.IndexOf("Page.sync", StringComparison.Ordinal);
        Assert.True(change >= 0 && seen > change, markdown.Output);
        JsonNode? report = JsonNode.Parse(json.Output);
        Assert.Equal("major", report?["diff"]?["verdict"]?["version"]?.GetValue<string>());
        Assert.Equal("Page.sync", Assert.Single(Assert.IsType<JsonArray>(report?["drift"]?["findings"]))?["place"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_named()
    {
        ToolRun run = await _folder.RunAsync(_folder.WritePage("""{"id":"1","title":"t"}"""), "--diff", "nowhere.json", "neither.json");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("nowhere.json", run.Error, StringComparison.Ordinal);
    }
}
