namespace Confluence.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("export", "--help")]
    public async Task Help_names_the_variables_and_the_exit_codes(params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        foreach (string expected in new[] { "CONFLUENCE_SITE", "CONFLUENCE_EMAIL", "CONFLUENCE_API_TOKEN", "--sandbox", "--sandbox-pages", "--sandbox-seed" })
        {
            Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        }

        string[] codes = [.. result.OutputLines.SkipWhile(line => line != "Exit codes:").Skip(1).Take(4).Select(line => line.TrimStart().Split(' ')[0])];
        Assert.Equal(["0", "1", "2", "130"], codes);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        ToolResult result = await ToolRun.RunAsync("--help");

        foreach (string command in new[] { "  users ", "  pages ", "  activity ", "  export " })
        {
            Assert.Contains(result.OutputLines, line => line.StartsWith(command, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Version_is_that_of_the_assembly()
    {
        ToolResult result = await ToolRun.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(ToolVersion.Value, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_commands_are_named()
    {
        ToolResult result = await ToolRun.RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Equal("confluence: No command given. Give one of users, pages, activity, export; see confluence --help.", Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("See confluence --help.", "frobnicate")]
    [InlineData("See confluence users --help.", "users", "--frobnicate")]
    [InlineData("See confluence export --help.", "export", "--sandbox")]
    [InlineData("See confluence export --help.", "export", "--sandbox", "--out", "")]
    [InlineData("See confluence users --help.", "users", "--sandbox", "--output", "xml")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--limit", "0")]
    public async Task A_wrong_command_line_is_a_usage_error(string hint, params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("confluence: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(hint, result.ErrorLines[^1]);
    }
}
