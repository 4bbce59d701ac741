using System.Diagnostics;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests;

/// <summary>Starts the built tool as its users do. Everything else is tested in process.</summary>
public sealed class SmokeTests
{
    [Fact]
    public async Task The_built_tool_exports_the_sandbox_and_refuses_to_guess_a_source()
    {
        using TemporaryFolder folder = new();

        (int exitCode, string output, string error) = await StartAsync("export", "--sandbox", "--sandbox-pages", "5", "--out", folder.Path);

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("Exported 25 users, 3 spaces, 5 pages, ", output, StringComparison.Ordinal);
        Assert.Equal(["activity.ndjson", "attachments.ndjson", "blogposts.ndjson", "comments.ndjson", "manifest.json", "pages.ndjson", "spaces.ndjson", "users.ndjson"], folder.Names);

        (exitCode, output, error) = await StartAsync("users");

        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith("confluence: No site to read", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_tool_ends_quietly_when_nobody_reads_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows pipes do not tell that their reader has gone.");

        using Process process = Start("activity", "--sandbox", "--sandbox-pages", "100000");
        string? titles = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("TIME (UTC)\t", titles, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "confluence.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("CONFLUENCE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
    }
}
