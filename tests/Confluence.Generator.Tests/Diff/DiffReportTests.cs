using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;
using Json.Schema;

namespace Confluence.Generator.Tests.Diff;

/// <summary>The form of reports, what the command refuses, and its exit codes.</summary>
public sealed class DiffReportTests(DiffFixture fixture) : IClassFixture<DiffFixture>
{
    private const string Document = """{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"operationId":"getA","tags":["A"],"responses":{"204":{"description":"No Content"}}}}}}""";

    [Fact]
    public async Task Json_has_the_form_of_its_schema()
    {
        ToolRun printed = await ToolRun.StartAsync("diff", "--schema");
        JsonSchema schema = JsonSchema.FromText(printed.Output);

        foreach (JsonNode report in new[] { fixture.There.Root, fixture.Back.Root })
        {
            EvaluationResults result = schema.Evaluate(JsonSerializer.SerializeToElement(report), new EvaluationOptions { OutputFormat = OutputFormat.List });
            Assert.Equal([], (result.Details ?? []).Where(detail => !detail.IsValid && detail.Errors is { Count: > 0 }).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")); // Those without errors are left out.
        }

        JsonNode wrong = fixture.There.Root.DeepClone();
        wrong["verdict"]!["wire"] = "perhaps"; // The schema asks for a verdict.
        Assert.False(schema.Evaluate(JsonSerializer.SerializeToElement(wrong)).IsValid);
    }

    [Theory]
    [InlineData("getA", "getA", 0, "none", "none", "none")]
    [InlineData("/a", "/b", 3, "breaks", "source", "major")]
    [InlineData("\"tags\":[\"A\"]", "\"tags\":[\"B\"]", 0, "none", "none", "patch")]
    [InlineData("\"tags\":[\"A\"]", "\"tags\":[\"A\"],\"x-experimental\":true", 4, "holds", "source", "major")]
    [InlineData("\"tags\":[\"A\"]", "\"tags\":[\"A\",\"B\"]", 0, "none", "none", "patch")]
    [InlineData("\"tags\":[\"A\"]", "\"tags\":[\"A\"],\"deprecated\":true", 0, "holds", "behaviour", "minor")]
    public async Task The_exit_code_and_the_version_follow_from_the_verdicts(string from, string to, int exitCode, string wire, string callers, string version)
    {
        using var directory = new TemporaryDirectory();
        string now = Document.Replace(from, to, StringComparison.Ordinal).Replace(to == "/b" ? "getA" : "\n", to == "/b" ? "getB" : "\n", StringComparison.Ordinal);

        DiffReading reading = await DiffReading.RunAsync(directory.Write("a.json", Document), directory.Write("b.json", now), directory.Root);

        Assert.Equal(
            (exitCode, wire, callers, version),
            (reading.ExitCode, DiffReading.Text(reading.Root, "verdict", "wire"), DiffReading.Text(reading.Root, "verdict", "callers"), DiffReading.Text(reading.Root, "verdict", "version")));
        Assert.NotEmpty(DiffReading.Texts(reading.Root["verdict"]?["reasons"]));
    }

    [Fact]
    public async Task What_may_break_counts_when_it_is_asked_to()
    {
        using var directory = new TemporaryDirectory();
        string old = directory.Write("a.json", Document);
        string now = directory.Write("b.json", Document.Replace("\"204\"", "\"202\":{\"description\":\"Accepted\"},\"204\"", StringComparison.Ordinal));

        Assert.Equal(0, (await DiffReading.RunAsync(old, now, directory.Root)).ExitCode);
        Assert.Equal(3, (await DiffReading.RunAsync(old, now, directory.Root, "v2", "--strict")).ExitCode);
    }

    [Fact]
    public async Task Several_reports_go_to_several_files()
    {
        using var directory = new TemporaryDirectory();
        string old = directory.Write("a.json", Document);

        ToolRun run = await ToolRun.StartAsync("diff", old, old, "--as", "v2", "--spec-dir", directory.Root, "--out", directory.PathOf("report.md"), "--out", directory.PathOf("report.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("Version: none. Wire: none. Callers: none. 0 changes.\n", run.Output);
        Assert.StartsWith("# v2: ", await File.ReadAllTextAsync(directory.PathOf("report.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(directory.PathOf("report.json"), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Markdown_says_what_happened_and_what_it_touches()
    {
        ToolRun run = await ToolRun.StartAsync("diff", fixture.Old, fixture.New, "--as", "v2", "--spec-dir", fixture.Folder);

        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.Contains("**Version: major. Wire: breaks. Callers: source break.", run.Output, StringComparison.Ordinal);
        Assert.Contains("- GET /added (do-added) is new · wire: holds · callers: addition · `1b856df40b498fc6`\n  - C#: the method ThingClient.DoAddedAsync is new (cs-operation-added, addition)\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "diff needs two documents and --as v2 or v1. See --help.", "OLD")]
    [InlineData(2, "diff needs two documents and --as v2 or v1. See --help.", "OLD", "OLD")]
    [InlineData(2, "cannot read nothing.json", "nothing.json", "OLD", "--as", "v2")]
    [InlineData(1, "BROKEN(1,2): error CONF001: ", "OLD", "BROKEN", "--as", "v2")]
    [InlineData(1, "OLD(1,63): error CONF002: The document describes v2, not v1", "OLD", "OLD", "--as", "v1")]
    [InlineData(1, "has no OpenAPI document of v2", "DIR", "OLD", "--as", "v2")]
    [InlineData(2, "several --format need as many --out. See --help.", "OLD", "OLD", "--as", "v2", "--format", "json", "--format", "markdown")]
    [InlineData(2, "there are 1 --format and 2 --out; give one for each. See --help.", "OLD", "OLD", "--as", "v2", "--format", "json", "--out", "a", "--out", "b")]
    public async Task Bad_input_is_told_in_one_line(int exitCode, string words, params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        string old = directory.Write("old.json", Document);
        string broken = directory.Write("broken.json", "{");
        string folder = Directory.CreateDirectory(directory.PathOf("folder")).FullName;
        string Fill(string text) => text.Replace("OLD", old, StringComparison.Ordinal).Replace("BROKEN", broken, StringComparison.Ordinal).Replace("DIR", folder, StringComparison.Ordinal);

        ToolRun run = await ToolRun.StartAsync(["diff", .. arguments.Select(Fill), "--spec-dir", folder]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(Fill(words), run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
