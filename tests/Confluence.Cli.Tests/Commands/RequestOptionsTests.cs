using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Commands;

/// <summary>The options about single requests do what they say.</summary>
public sealed class RequestOptionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_request_is_no_requests()
    {
        ToolResult result = await ToolRun.RunAsync("pages", "--sandbox", "--sandbox-pages", "3", "--estimate");

        Assert.StartsWith("This would cost about 1 request (at least 1).", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_request_is_told_on_request_without_queries_and_secrets()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 3 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "pages", "--space", sandbox.Truth.SpaceKeys.First(), "--verbose");

        Assert.Equal(sandbox.Requests.Count, result.ErrorLines.Length);
        Assert.Matches(@"^GET /wiki/api/v2/spaces: 200, \d+\.\d{3} s$", result.ErrorLines[0]);
        Assert.DoesNotContain("?", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ApiToken, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_size_of_pages_and_the_number_of_retries_are_those_of_the_command_line()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 30, Spaces = 7 }, Cancel);
        ToolWorld world = new() { Variables = ToolRun.VariablesOf(sandbox) };

        Assert.Equal(0, (await ToolRun.RunAsync(world, "pages", "--page-size", "10")).ExitCode);
        Assert.Equal(0, (await ToolRun.RunAsync(world, "spaces", "--page-size", "2")).ExitCode);
        Assert.Equal((3, 4), (sandbox.Requests.Count(static request => request.Path == "/wiki/api/v2/pages"), sandbox.Requests.Count(static request => request.Path == "/wiki/api/v2/spaces")));

        InterveningHandler failing = new(static _ => new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway));
        ToolWorld broken = world with { Handler = () => failing, Clock = new FastTimers() };
        Assert.Equal(1, (await ToolRun.RunAsync(broken, "spaces", "--retries", "2")).ExitCode);
        Assert.Equal(3 + 4, failing.Requests.Count); // Then smaller pages are tried, once each: 62, 15, 3 and 1.
    }

    [Theory]
    [InlineData("--timeout", "24h", "--retries", "100", "--max-wait", "24h")]
    [InlineData("--timeout", "1", "--retries", "0", "--max-wait", "0")]
    [InlineData("--timeout", "90s", "--max-wait", "75m", "--page-size", "250")]
    public async Task The_ends_of_their_ranges_are_taken(params string[] options) =>
        Assert.Equal((0, ""), (await ToolRun.RunAsync(["users", "--sandbox", "--sandbox-pages", "0", .. options])) is { } result ? (result.ExitCode, result.Error) : default);

    [Theory]
    [InlineData("--timeout", "0", "Give a time from 1 s to 24 h")]
    [InlineData("--max-wait", "25h", "Give a time from 0 s to 24 h")]
    [InlineData("--page-size", "251", "Give a whole number from 1 to 250")]
    [InlineData("--retries", "101", "Give a whole number from 0 to 100")]
    public async Task Beyond_them_the_range_is_named(string option, string value, string words)
    {
        ToolResult result = await ToolRun.RunAsync("users", "--sandbox", option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"confluence: {option} is '{value}'. {words}", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_answer_lacks_is_an_empty_cell()
    {
        InterveningHandler handler = new(static _ => InterveningHandler.Json(System.Net.HttpStatusCode.OK, """{"results":[{"id":"7","name":"S","type":"global","status":"current"},null],"_links":{}}"""));
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 0 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Handler = () => handler }, "spaces", "--output", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.OutputLines.Length);
        Assert.StartsWith(",7,global,current,S,", result.OutputLines[1], StringComparison.Ordinal);
    }
}
