using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests;

public sealed class UnexpectedFaultTests
{
    private const string Token = "s3cr3t-token-value";

    [Fact]
    public async Task An_exception_that_nobody_expects_is_one_line_that_asks_to_be_reported()
    {
        ToolResult result = await ToolRun.RunAsync(Broken(), "spaces");

        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.ErrorLines);
        Assert.Contains("NotSupportedException: This is (token) of a test", line, StringComparison.Ordinal);
        Assert.Contains("please report it, with what --verbose adds", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_details_are_told_on_request_and_the_token_never()
    {
        ToolResult result = await ToolRun.RunAsync(Broken(), "spaces", "--verbose");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Error, StringComparison.Ordinal);
    }

    private static ToolWorld Broken() => new()
    {
        Variables = new() { ["CONFLUENCE_SITE"] = "your-company", ["CONFLUENCE_EMAIL"] = "ada@example.com", ["CONFLUENCE_API_TOKEN"] = Token },
        Handler = static () => throw new NotSupportedException($"This is {Token} of a test\nof two lines."),
    };
}
