using Confluence.Cli.Export;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

public sealed class ExportFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_with_an_export_of_another_source_is_refused_and_left_as_it_is()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
        Dictionary<string, byte[]> before = folder.Names.ToDictionary(name => name, name => File.ReadAllBytes(folder.File(name)));

        ToolResult result = await ExportAsync(folder, seed: "2");

        Assert.Equal(2, result.ExitCode);
        string line = Assert.Single(result.ErrorLines);
        Assert.Contains("holds an export of the sandbox with seed 1 and 2 pages; this one would be of the sandbox with seed 2 and 2 pages", line, StringComparison.Ordinal);
        Assert.Equal(before.Keys, folder.Names);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(folder.File(file.Key))));
    }

    [Fact]
    public async Task An_invented_export_never_replaces_a_real_one()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 2 }, Cancel);
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path)).ExitCode);

        ToolResult result = await ExportAsync(folder, seed: "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"holds an export of the site {sandbox.BaseAddress.ToString().TrimEnd('/')};", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"schemaVersion\":1,\"source\":null,\"startedAt\":\"2026-01-01T00:00:00Z\",\"finishedAt\":\"2026-01-01T00:00:00Z\",\"counts\":{\"users\":1,\"pages\":1,\"activity\":1},\"tool\":{\"name\":\"x\",\"version\":\"1\"}}")]
    public async Task A_manifest_of_something_else_is_refused(string manifest)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.File("manifest.json"), manifest);

        ToolResult result = await ExportAsync(folder, seed: "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("holds a manifest.json that is not one of an export", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllText(folder.File("manifest.json")));
    }

    [Fact]
    public async Task An_export_of_a_newer_tool_is_refused()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
        string manifest = File.ReadAllText(folder.File("manifest.json"));
        File.WriteAllText(folder.File("manifest.json"), manifest.Replace("\"schemaVersion\": 2", "\"schemaVersion\": 3", StringComparison.Ordinal));

        ToolResult result = await ExportAsync(folder, seed: "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("newer version of this tool (schema version 3)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_an_older_tool_is_replaced()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(
            folder.File("manifest.json"),
            """{"schemaVersion":1,"source":{"kind":"sandbox","seed":1,"pages":2},"startedAt":"2026-01-01T00:00:00Z","finishedAt":"2026-01-01T00:00:00Z","counts":{"users":1,"pages":1,"activity":1},"tool":{"name":"confluence","version":"0.0.1"}}""");
        File.WriteAllText(folder.File("users.ndjson"), "{}\n");

        Assert.Equal(2, (await ExportAsync(folder, seed: "2")).ExitCode);
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        Assert.Contains("\"schemaVersion\": 2", File.ReadAllText(folder.File("manifest.json")), StringComparison.Ordinal);
        Assert.NotEqual("{}\n", File.ReadAllText(folder.File("users.ndjson")));
    }

    [Fact]
    public async Task An_export_of_other_spaces_is_another_source()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        ToolResult result = await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "2", "--sandbox-seed", "1", "--out", folder.Path, "--space", "RND2", "PROD1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("this one would be of the spaces PROD1, RND2 of the sandbox with seed 1", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_export_left_is_cleared_away()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, "spaces.partial"));
        File.WriteAllText(Path.Combine(folder.Path, "spaces.partial", "0.pages.ndjson"), "half a li");
        File.WriteAllText(folder.File("pages.ndjson.partial"), "half a li");

        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        Assert.DoesNotContain(folder.Names, name => name.EndsWith(".partial", StringComparison.Ordinal));
        Assert.DoesNotContain("half a li", File.ReadAllText(folder.File("pages.ndjson")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_without_a_manifest_is_refused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.File("users.ndjson"), "precious\n");

        ToolResult result = await ExportAsync(folder, seed: "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("holds users.ndjson but no manifest.json", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("precious\n", File.ReadAllText(folder.File("users.ndjson")));
        Assert.Equal(["users.ndjson"], folder.Names);
    }

    [Fact]
    public async Task An_export_that_broke_off_while_files_were_moved_is_taken_up_again()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
        string[] names = folder.Names;
        File.Move(folder.File("manifest.json"), folder.File("manifest.json.partial"));
        File.Delete(folder.File("activity.ndjson"));

        Assert.Equal(2, (await ExportAsync(folder, seed: "2")).ExitCode);
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
        Assert.Equal(names, folder.Names);
    }

    [Fact]
    public async Task Other_files_in_the_folder_stay()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.File("README.md"), "mine");

        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        Assert.Equal("mine", File.ReadAllText(folder.File("README.md")));
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_refused()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.Path, "mine");

        ToolResult result = await ExportAsync(folder, seed: "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is a file. Name a folder", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_without_a_stack_trace()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.Path, "a file where a folder would have to be");

        ToolResult result = await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "2", "--out", folder.File("below"));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("confluence: A file could not be written: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_exports_never_write_to_one_folder_at_once()
    {
        using TemporaryFolder folder = new();
        ExportSource source = new() { Kind = "sandbox", Seed = 1, Pages = 2 };
        using (ExportFolder.Open(folder.Path, source))
        {
            ToolResult result = await ExportAsync(folder, seed: "1");

            Assert.Equal(2, result.ExitCode);
            Assert.Contains("Another export is writing", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
    }

    private static Task<ToolResult> ExportAsync(TemporaryFolder folder, string seed) =>
        ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "2", "--sandbox-seed", seed, "--out", folder.Path);
}
