using System.Text.Json.Nodes;
using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Drift;

/// <summary>How recorded answers are read, and how each finds its operation.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly DriftFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"operation\":\"getPageById\"")]
    [InlineData("\"operation\":\"GetPageById\"")]
    [InlineData("\"operation\":\"GetPageByIdAsync\"")]
    [InlineData("\"operation\":\"GET /pages/{id}\"")]
    [InlineData("\"request\":\"GET /wiki/api/v2/pages/17?status=draft\"")]
    [InlineData("\"request\":\"GET https://x.atlassian.net/wiki/api/v2/pages/17\"")]
    [InlineData("\"request\":\"GET https://api.atlassian.com/ex/confluence/abc/wiki/api/v2/pages/17\"")]
    public async Task An_operation_is_found_whatever_it_is_called(string operation)
    {
        JsonNode finding = Assert.Single(await _folder.FindAsync(_folder.Write("a.json", $$$"""{{{{operation}}},"status":200,"body":{"id":"1","title":"t","more":1}}""")))!; // An item of an array.

        Assert.Equal("GET /pages/{id}", Assert.IsType<JsonArray>(finding["operations"]).Single()?.GetValue<string>());
    }

    [Fact]
    public async Task A_fixed_path_goes_before_one_with_a_parameter()
    {
        JsonNode finding = Assert.Single(await _folder.FindAsync(_folder.Write("a.json", """{"request":"GET /wiki/api/v2/pages/latest","body":{"more":1}}""")))!; // An item of an array.

        Assert.Equal("GET /pages/latest 204", finding["place"]?.GetValue<string>());
    }

    [Fact]
    public async Task Folders_and_lines_are_read_and_counted()
    {
        string folder = Path.Combine(_folder.Root, "payloads");
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        await WriteAsync("payloads/a.jsonl", "{\"operation\":\"getPages\",\"body\":{\"results\":[{\"id\":\"1\",\"title\":\"t\",\"more\":1},{\"id\":\"1\",\"title\":\"t\"}]}}\n\n{\"operation\":\"getPageById\",\"body\":{\"id\":\"1\",\"title\":\"t\",\"more\":1}}\n");
        await WriteAsync("payloads/deep/b.ndjson", "{\"operation\":\"getPageById\",\"body\":{\"id\":\"1\",\"title\":\"t\"}}");
        await WriteAsync("payloads/notes.txt", "no answer");

        JsonNode finding = Assert.Single(await _folder.FindAsync(folder))!; // An item of an array.

        Assert.Equal((2, 4), (finding["seen"]?.GetValue<int>(), finding["of"]?.GetValue<int>()));
        Assert.Equal(["$.results[*].more", "$.more"], Texts(finding, "paths"));
        Assert.Equal(["a.jsonl(1,1)", "a.jsonl(3,1)"], Texts(finding, "payloads").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_manifest_tells_what_bodies_are()
    {
        string folder = Path.Combine(_folder.Root, "corpus");
        Directory.CreateDirectory(folder);
        await WriteAsync(
            "corpus/manifest.tsv",
            "file\toperationId\tapi\tsource\tkind\tnote\na.json\tgetPageById\tv2\tx\tcaptured\t\nb.json\tgetPageById\tv2\tx\tcaptured-excerpt\t\nc.json\tgetPages-record\tv2\tx\tcaptured\t\nd.json\tgetPageById\tv2\tx\tmock\t\ne.json\terror-404\tv2\tx\tcaptured\t\nf.json\tgetGone\tv2\tx\tcaptured\t\n");
        foreach (string name in "abcdef".Select(letter => $"corpus/{letter}.json"))
        {
            await WriteAsync(name, """{"id":"1"}""");
        }

        ToolRun run = await _folder.RunAsync(folder, "--format", "json");

        JsonNode report = JsonNode.Parse(run.Output)!; // The tool writes JSON.
        Assert.Equal((3, 2, 2), (report["answers"]?.GetValue<int>(), report["operations"]?.GetValue<int>(), report["leftOut"]?.GetValue<int>()));
        Assert.Equal("getGone", report["unplaced"]?[0]?["operation"]?.GetValue<string>());
        JsonNode finding = Assert.Single(Assert.IsType<JsonArray>(report["findings"]))!; // An item of an array.
        Assert.Equal(["$.title", "$.results[*].title"], Texts(finding, "paths"));
    }

    [Theory]
    [InlineData("a.json", "{\n \"operation\": }", "a.json(2,15): error CONF001:")]
    [InlineData("a.ndjson", "{\"operation\":\"getPages\"}\n{\"operation\":}", "a.ndjson(2,14): error CONF001:")]
    [InlineData("a.json", "[{\"operation\":\"getPages\"},\n 3]", "a.json(2,2): error: a recorded answer has the form")]
    [InlineData("a.json", "{\"id\":1}", "a.json(1,7): error: 'id' is no member of a recorded answer;")]
    [InlineData("a.json", "{\"body\":{}}", "a.json(1,1): error: a recorded answer says either its operation or its request;")]
    [InlineData("a.json", "{\"request\":\"/wiki/api/v2/pages\"}", "a.json(1,12): error: a request is a method and a path")]
    [InlineData("a.json", "{\"operation\":\"getPages\",\"status\":\"OK\"}", "a.json(1,34): error: 'status' is a number")]
    [InlineData("a.json", "{\"operation\":\"getPages\",\"headers\":{\"Sunset\":1}}", "a.json(1,45): error: the header 'Sunset' is a text")]
    public async Task What_is_no_recorded_answer_is_told_with_its_place(string name, string text, string error)
    {
        ToolRun run = await _folder.RunAsync(_folder.Write(name, text));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        ToolRun run = await _folder.RunAsync(Path.Combine(_folder.Root, "gone.json"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("cannot read ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2", 40)]
    [InlineData("v1", 20)]
    public async Task The_corpus_beside_the_repository_is_held_against_the_committed_documents(string api, int answers)
    {
        string corpus = Path.GetFullPath(Repository.PathOf("..", "shared", "corpus"));
        Assert.SkipUnless(File.Exists(Path.Combine(corpus, "manifest.tsv")), "The corpus of recorded payloads does not lie beside this repository.");

        ToolRun run = await ToolRun.StartAsync("drift", "--as", api, corpus, "--format", "json");

        JsonNode report = JsonNode.Parse(run.Output)!; // The tool writes JSON.
        Assert.Equal((5, ""), (run.ExitCode, run.Error));
        Assert.True(report["answers"]?.GetValue<int>() > answers);
        // What the overlays promise was taken from these payloads, so none of them breaks a promise.
        Assert.DoesNotContain(Assert.IsType<JsonArray>(report["findings"]), finding => finding!["kind"]!.GetValue<string>().StartsWith("guaranteed", StringComparison.Ordinal));
        Assert.All(Assert.IsType<JsonArray>(report["findings"]), finding => Assert.NotEmpty(Assert.IsType<JsonArray>(finding!["actions"])));
    }

    private static IEnumerable<string> Texts(JsonNode node, string name) => Assert.IsType<JsonArray>(node[name]).Select(item => Assert.IsAssignableFrom<JsonValue>(item).GetValue<string>());

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.Root, name), text, TestContext.Current.CancellationToken);
}
