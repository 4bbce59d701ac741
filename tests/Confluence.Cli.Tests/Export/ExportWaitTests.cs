using System.Globalization;
using System.Net;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

/// <summary>Bulk work waits when the site asks for it, says so meanwhile, and can be bounded.</summary>
public sealed class ExportWaitTests
{
    /// <summary>The limit of an attempt: it passes as fast as the waits, and no attempt should meet it on a busy machine.</summary>
    private const string Generous = "24h";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(75, @"^confluence: The site asked to wait \(429( of another call)?\): 7[56] s, until \d\d:\d\d:\d\d\.$")]
    [InlineData(3600, @"^confluence: The site asked to wait \(429( of another call)?\): (1 h|60 min), until \d\d:\d\d:\d\d\.$")]
    public async Task An_export_waits_through_a_window_of_a_quota_and_says_so(int seconds, string words)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 20 }, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await RunAsync(sandbox, seconds, times: 1, "export", "--out", folder.Path, "--timeout", Generous);

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(words, Assert.Single(result.ErrorLines));
        ExportTruth.AssertEqual(sandbox.Truth, folder);
    }

    [Theory]
    [InlineData("users")]
    [InlineData("pages")]
    [InlineData("activity")]
    public async Task Long_lists_wait_too(string command)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 3 }, Cancel);

        ToolResult result = await RunAsync(sandbox, 3600, times: 1, command, "--timeout", Generous);

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^confluence: The site asked to wait \(429( of another call)?\): (1 h|60 min), until ", Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("spaces")]
    [InlineData("pages", "--estimate")]
    [InlineData("export", "--out", "OUT", "--max-wait", "30m")]
    [InlineData("export", "--out", "OUT", "--max-wait", "0")]
    [InlineData("activity", "--max-wait", "0")]
    public async Task A_longer_wait_than_is_allowed_ends_the_command_and_leaves_the_earlier_export(params string[] arguments)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 10 }, Cancel);
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path)).ExitCode);
        Dictionary<string, byte[]> before = folder.Names.ToDictionary(static name => name, name => File.ReadAllBytes(folder.File(name)));

        ToolResult result = await RunAsync(sandbox, 3600, times: int.MaxValue, [.. arguments.Select(argument => argument == "OUT" ? folder.Path : argument)]);

        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.ErrorLines);
        Assert.Contains("3600", line.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("--max-wait", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ConfluenceClientOptions", line, StringComparison.Ordinal);
        Assert.Equal(before.Keys, folder.Names);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(folder.File(file.Key))));
    }

    // The first requests pass, so that there is something to lose.
    private static Task<ToolResult> RunAsync(ConfluenceSandbox sandbox, int seconds, int times, params string[] arguments)
    {
        int requests = 0;
        int first = arguments[0] == "export" ? 10 : 1;
        InterveningHandler handler = new(_ =>
        {
            int number = Interlocked.Increment(ref requests) - first;
            if (number < 0 || number >= times)
            {
                return null;
            }

            HttpResponseMessage answer = InterveningHandler.Json(HttpStatusCode.TooManyRequests, """{"message":"Rate limit exceeded"}""");
            answer.Headers.Add("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
            return answer;
        });
        return ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Handler = () => handler, Clock = new FastTimers(factor: 5000) }, arguments);
    }
}
