using System.Text.Json;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

public sealed class ExportTests
{
    private static readonly string[] s_files =
        ["activity.ndjson", "attachments.ndjson", "blogposts.ndjson", "comments.ndjson", "manifest.json", "pages.ndjson", "spaces.ndjson", "users.ndjson"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_equals_what_the_site_holds()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 120, Users = 60 }, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(s_files, folder.Names);
        ExportTruth.AssertEqual(sandbox.Truth, folder);
        AssertManifest(folder, sandbox);
    }

    [Fact]
    public async Task A_space_costs_as_many_lists_as_the_help_says()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 30, BlogPosts = 30, RequestLogSize = 10_000 }, Cancel);
        using TemporaryFolder folder = new();

        Assert.Equal(0, (await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path)).ExitCode);

        Assert.Equal(4 * sandbox.Truth.SpaceCount, sandbox.Requests.Count(static request => request.Path is "/wiki/api/v2/pages" or "/wiki/api/v2/blogposts"));
    }

    [Fact]
    public async Task An_export_costs_no_more_than_the_help_says()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 100, RequestLogSize = 10_000 }, Cancel);
        using TemporaryFolder folder = new();

        Assert.Equal(0, (await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path)).ExitCode);

        SandboxTruth truth = sandbox.Truth;
        string[] contents = [.. truth.PageIds, .. truth.BlogPostIds];
        int most = 2 + (4 * truth.SpaceCount) + contents.Sum(id => 6 + (2 * truth.Comments(id).Count) + truth.Attachments(id).Count);
        Assert.InRange(sandbox.Requests.Count, 1, most);
        string help = string.Join(' ', (await ToolRun.RunAsync("export", "--help")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("four a space, and at most six a page, two for each comment and one for each attachment", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_lose_nothing_and_double_nothing()
    {
        SandboxOptions options = new()
        {
            Pages = 60,
            RequestLogSize = 100_000,
            Faults = new SandboxFaults
            {
                TooManyRequests = 0.05, TooManyRequestsWithoutRetryAfter = 0.05, Unavailable = 0.05, UnavailableWithoutRetryAfter = 0.05, ResetBeforeAnswer = 0.05,
                ClosedInBody = 0.05, Slow = 0.05, TruncatedBody = 0.05, HtmlAsJson = 0.05,
                RetryAfter = TimeSpan.Zero, Delay = TimeSpan.FromMilliseconds(5), MaximumInARow = 8,
            },
        };
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Clock = new FastTimers() }, "export", "--out", folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.All(result.ErrorLines, static line => Assert.Contains("wait", line, StringComparison.OrdinalIgnoreCase));
        ExportTruth.AssertEqual(sandbox.Truth, folder);
        Assert.All(Enum.GetValues<SandboxFault>(), fault => Assert.Contains(sandbox.Requests, request => request.Fault == fault));
    }

    [Fact]
    public async Task What_the_site_refuses_is_named_and_the_rest_is_there()
    {
        await using ConfluenceSandbox first = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 20 }, Cancel);
        string closed = first.Truth.PageIds.First(id => first.Truth.Attachments(id).Count > 0);
        SandboxOptions options = new() { Pages = 20 };
        options.Rules.Add(new SandboxRule("GET", $"/wiki/api/v2/pages/{closed}/attachments", SandboxAnswer.Forbidden));
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains($"The attachments of the page {closed}", result.Error, StringComparison.Ordinal);
        JsonElement manifest = ExportTruth.Manifest(folder);
        Assert.False(manifest.GetProperty("isComplete").GetBoolean());
        Assert.Contains(closed, Assert.Single(manifest.GetProperty("gaps").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal("Gap", Assert.Single(ExportTruth.Lines(folder, "activity.ndjson"), line => ExportTruth.Text(line, "kind") == "Gap").GetProperty("kind").GetString());
        Assert.DoesNotContain(ExportTruth.Lines(folder, "attachments.ndjson"), line => line.GetProperty("_retrieval").GetProperty("contentId").GetString() == closed);
        Assert.Equal(sandbox.Truth.PageIds.Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "pages.ndjson"));
    }

    [Fact]
    public async Task One_space_is_exported_alone()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 30 }, Cancel);
        using TemporaryFolder folder = new();
        string key = sandbox.Truth.SpaceKeys.Last();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path, "--space", key.ToLowerInvariant());

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(sandbox.Truth.PageIdsInSpace(key).Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "pages.ndjson"));
        Assert.Equal(sandbox.Truth.BlogPostIdsInSpace(key).Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "blogposts.ndjson"));
        Assert.Equal(key, Assert.Single(ExportTruth.Lines(folder, "spaces.ndjson")).GetProperty("key").GetString());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();

        Assert.Equal(0, (await ToolRun.RunAsync(new ToolWorld { Clock = new FixedDate() }, "export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "7", "--out", first.Path)).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync(new ToolWorld { Clock = new FixedDate() }, "export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "7", "--out", second.Path)).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync(new ToolWorld { Clock = new FixedDate() }, "export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "8", "--out", other.Path)).ExitCode);

        foreach (string name in s_files.Where(name => name.EndsWith(".ndjson", StringComparison.Ordinal)))
        {
            byte[] bytes = File.ReadAllBytes(first.File(name));
            Assert.Equal(bytes, File.ReadAllBytes(second.File(name)));
            Assert.NotEqual(bytes, File.ReadAllBytes(other.File(name)));
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.Equal((byte)'{', bytes[0]);
        }
    }

    [Fact]
    public async Task The_manifest_marks_invented_data()
    {
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "4", "--sandbox-seed", "42", "--out", folder.Path);

        Assert.Contains("of the sandbox with seed 42 and 4 pages", result.Output, StringComparison.Ordinal);
        JsonElement source = ExportTruth.Manifest(folder).GetProperty("source");
        Assert.Equal("sandbox", ExportTruth.Text(source, "kind"));
        Assert.Equal(42, source.GetProperty("seed").GetInt32());
        Assert.Equal(4, source.GetProperty("pages").GetInt32());
        Assert.False(source.TryGetProperty("address", out _));
    }

    [Fact]
    public async Task A_later_export_of_the_same_source_replaces_the_earlier_one()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 3 }, Cancel);
        using TemporaryFolder folder = new();
        Dictionary<string, string> variables = ToolRun.VariablesOf(sandbox);

        Assert.Equal(0, (await ToolRun.RunAsync(variables, "export", "--out", folder.Path)).ExitCode);
        File.AppendAllText(folder.File("pages.ndjson"), "{}\n");
        Assert.Equal(0, (await ToolRun.RunAsync(variables, "export", "--out", folder.Path)).ExitCode);

        Assert.Equal(s_files, folder.Names);
        Assert.Equal(sandbox.Truth.PageIds.Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "pages.ndjson"));
    }

    private static void AssertManifest(TemporaryFolder folder, ConfluenceSandbox sandbox)
    {
        JsonElement manifest = ExportTruth.Manifest(folder);
        Assert.Equal(2, manifest.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("site", ExportTruth.Text(manifest.GetProperty("source"), "kind"));
        Assert.Equal(sandbox.BaseAddress.ToString().TrimEnd('/'), ExportTruth.Text(manifest.GetProperty("source"), "address"));
        Assert.True(manifest.GetProperty("startedAt").GetDateTimeOffset() <= manifest.GetProperty("finishedAt").GetDateTimeOffset());
        Assert.True(manifest.GetProperty("isComplete").GetBoolean());
        Assert.All(
            s_files.Where(name => name.EndsWith(".ndjson", StringComparison.Ordinal)),
            name => Assert.Equal(
                ExportTruth.Lines(folder, name).Count,
                manifest.GetProperty("counts").EnumerateObject().Single(count => count.Name.Equals(Path.GetFileNameWithoutExtension(name), StringComparison.OrdinalIgnoreCase)).Value.GetInt32()));
        Assert.Equal(ToolVersion.Value, ExportTruth.Text(manifest.GetProperty("tool"), "version"));
        string text = File.ReadAllText(folder.File("manifest.json"));
        Assert.DoesNotContain(sandbox.ApiToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Email, text, StringComparison.Ordinal);
    }
}
