using Confluence.Cli.Surroundings;

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

        string[] codes = [.. result.OutputLines.SkipWhile(line => line != "Exit codes:").Skip(1).Where(line => line.Length > 2 && char.IsAsciiDigit(line[2])).Select(line => line.TrimStart().Split(' ')[0])];
        Assert.Equal(["0", "1", "2", "4", "5", "130"], codes);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        ToolResult result = await ToolRun.RunAsync("--help");

        foreach (string command in new[] { "  users ", "  spaces ", "  pages ", "  activity ", "  export ", "  doctor ", "  auth " })
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
        Assert.Equal("confluence: No command given. Give one of users, pages, activity, spaces, export, doctor, audit, auth; see confluence --help.", Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("See confluence --help.", "frobnicate")]
    [InlineData("See confluence users --help.", "users", "--frobnicate")]
    [InlineData("See confluence export --help.", "export", "--sandbox")]
    [InlineData("See confluence export --help.", "export", "--sandbox", "--out", "")]
    [InlineData("See confluence users --help.", "users", "--sandbox", "--output", "xml")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--limit", "0")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--since", "yesterday")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--kind", "wiki")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--include", "storage,everything")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--status", "draft")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--title", "")]
    [InlineData("See confluence pages --help.", "pages", "--sandbox", "--space", "")]
    [InlineData("See confluence activity --help.", "activity", "--sandbox", "--what", "gossip")]
    [InlineData("See confluence activity --help.", "activity", "--sandbox", "--page", "1", "--space", "A")]
    [InlineData("See confluence users --help.", "users", "--sandbox", "--user", "1", "--group", "A")]
    [InlineData("See confluence export --help.", "export", "--sandbox", "--out", "x", "--concurrency", "65")]
    public async Task A_wrong_command_line_is_a_usage_error(string hint, params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("confluence: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(hint, result.ErrorLines[^1]);
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("activity")]
    public async Task A_period_that_ends_before_it_begins_is_a_usage_error(string command)
    {
        ToolResult result = await ToolRun.RunAsync(command, "--sandbox", "--since", "2026-05-27", "--until", "2026-05-27T01:00+02:00");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "confluence: --since (2026-05-27 00:00:00 UTC) is not before --until (2026-05-26 23:00:00 UTC).", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task What_is_refused_is_named_with_what_is_allowed()
    {
        ToolResult result = await ToolRun.RunAsync("pages", "--sandbox", "--since", "27.5.2026", "--kind", "wiki", "--output", "xml");

        Assert.Contains("confluence: --kind is 'wiki'. Give page or blogpost.", result.ErrorLines);
        Assert.Contains("confluence: --output is 'xml'. Give table, json, csv or csv-raw.", result.ErrorLines);
        Assert.Contains(result.ErrorLines, line => line.StartsWith("confluence: --since is '27.5.2026'. Give a date or a time as ISO 8601 has them", StringComparison.Ordinal));
    }
}
