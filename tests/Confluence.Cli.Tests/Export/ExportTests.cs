using System.Text.Json;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

public sealed class ExportTests
{
    private static readonly string[] s_files = ["activity.ndjson", "manifest.json", "pages.ndjson", "users.ndjson"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_equals_what_the_site_holds()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 120, Users = 60 }, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal(s_files, folder.Names);
        SandboxTruth truth = sandbox.Truth;
        List<JsonElement> users = Lines(folder, "users.ndjson");
        List<JsonElement> pages = Lines(folder, "pages.ndjson");
        List<JsonElement> activity = Lines(folder, "activity.ndjson");

        Assert.Equal(truth.AccountIds.Order(StringComparer.Ordinal), users.Select(user => Text(user, "accountId")).Order(StringComparer.Ordinal));
        Assert.Equal(truth.PageIds, pages.Select(page => Text(page, "id")));
        Assert.All(pages, page =>
        {
            string id = Text(page, "id");
            Assert.Equal(truth.PageTitle(id), Text(page, "title"));
            Assert.Equal(truth.PageStorageBody(id), Text(page.GetProperty("body").GetProperty("storage"), "value"));
            Assert.Equal(truth.PageVersionCount(id), page.GetProperty("version").GetProperty("number").GetInt32());
            Assert.Contains(Text(page, "spaceId"), truth.SpaceIds);
        });
        AssertActivity(truth, pages, activity);
        AssertManifest(folder, sandbox, users.Count, pages.Count, activity.Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        using TemporaryFolder other = new();

        Assert.Equal(0, (await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "7", "--out", first.Path)).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "7", "--out", second.Path)).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "30", "--sandbox-seed", "8", "--out", other.Path)).ExitCode);

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
        JsonElement source = Manifest(folder).GetProperty("source");
        Assert.Equal("sandbox", Text(source, "kind"));
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
        Assert.Equal(sandbox.Truth.PageIds, Lines(folder, "pages.ndjson").Select(page => Text(page, "id")));
    }

    private static void AssertActivity(SandboxTruth truth, List<JsonElement> pages, List<JsonElement> activity)
    {
        // The lines of a page stand together, and the pages in the order of pages.ndjson.
        Assert.Equal(pages.Select(page => Text(page, "id")), activity.Select(line => Text(line, "pageId")).Distinct());
        ILookup<string, JsonElement> ofPage = activity.ToLookup(line => Text(line, "pageId"));
        HashSet<string> commentIds = new(StringComparer.Ordinal);
        foreach (JsonElement page in pages)
        {
            string id = Text(page, "id");
            ILookup<string, JsonElement> kinds = ofPage[id].ToLookup(line => Text(line, "kind"));
            Assert.All(ofPage[id], line => Assert.Equal(Text(page, "spaceId"), Text(line, "spaceId")));
            Assert.Empty(kinds.Select(kind => kind.Key).Except(["created", "edited", "commented", "liked"]));

            JsonElement created = Assert.Single(kinds["created"]);
            Assert.Equal(page.GetProperty("createdAt").GetDateTimeOffset(), created.GetProperty("at").GetDateTimeOffset());
            Assert.EndsWith("Z", Text(created, "at"), StringComparison.Ordinal);
            IEnumerable<JsonElement> versions = kinds["created"].Concat(kinds["edited"]);
            Assert.Equal(Enumerable.Range(1, truth.PageVersionCount(id)), versions.Select(line => line.GetProperty("version").GetInt32()));
            Assert.Equal(truth.PageVersionAuthors(id), versions.Select(line => Text(line, "actor")));
            Assert.All(kinds["edited"], line => Assert.True(line.TryGetProperty("at", out _) && line.TryGetProperty("minorEdit", out _)));

            Assert.Equal(
                truth.FooterCommentIds(id).Concat(truth.InlineCommentIds(id)).Order(StringComparer.Ordinal),
                kinds["commented"].Select(line => Text(line, "commentId")).Order(StringComparer.Ordinal));
            Assert.All(kinds["commented"], line => Assert.True(commentIds.Add(Text(line, "commentId")) && line.TryGetProperty("at", out _)));
            Assert.Equal(truth.PageLikes(id), kinds["liked"].Select(line => Text(line, "actor")));
            Assert.All(kinds["liked"], line => Assert.False(line.TryGetProperty("at", out _)));
        }

        // A sandbox in which nothing is edited, said or liked would prove nothing.
        Assert.All(["edited", "commented", "liked"], kind => Assert.Contains(activity, line => Text(line, "kind") == kind));
        Assert.Contains(activity, line => line.TryGetProperty("message", out _));
    }

    private static void AssertManifest(TemporaryFolder folder, ConfluenceSandbox sandbox, int users, int pages, int activity)
    {
        JsonElement manifest = Manifest(folder);
        Assert.Equal(1, manifest.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("site", Text(manifest.GetProperty("source"), "kind"));
        Assert.Equal(sandbox.BaseAddress.ToString().TrimEnd('/'), Text(manifest.GetProperty("source"), "address"));
        Assert.True(manifest.GetProperty("startedAt").GetDateTimeOffset() <= manifest.GetProperty("finishedAt").GetDateTimeOffset());
        Assert.Equal(
            (users, pages, activity),
            (manifest.GetProperty("counts").GetProperty("users").GetInt32(),
                manifest.GetProperty("counts").GetProperty("pages").GetInt32(),
                manifest.GetProperty("counts").GetProperty("activity").GetInt32()));
        Assert.Equal(ToolVersion.Value, Text(manifest.GetProperty("tool"), "version"));
        string text = File.ReadAllText(folder.File("manifest.json"));
        Assert.DoesNotContain(sandbox.ApiToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Email, text, StringComparison.Ordinal);
    }

    private static JsonElement Manifest(TemporaryFolder folder) => JsonElement.Parse(File.ReadAllText(folder.File("manifest.json")));

    private static List<JsonElement> Lines(TemporaryFolder folder, string name) =>
        [.. File.ReadLines(folder.File(name)).Select(line => JsonElement.Parse(line))];

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"The member {name} is null.");
}
