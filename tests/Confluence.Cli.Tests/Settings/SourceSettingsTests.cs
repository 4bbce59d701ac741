using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests.Settings;

public sealed class SourceSettingsTests
{
    private const string Token = "s3cr3t-token-value";

    private static Dictionary<string, string> AllVariables => new()
    {
        ["CONFLUENCE_SITE"] = "https://your-company.atlassian.net",
        ["CONFLUENCE_EMAIL"] = "ada@example.com",
        ["CONFLUENCE_API_TOKEN"] = Token,
    };

    [Theory]
    [InlineData("users")]
    [InlineData("pages")]
    [InlineData("activity")]
    [InlineData("export", "--out", "never-made")]
    public async Task No_source_is_a_usage_error_of_one_line_that_says_both_ways(params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        string line = Assert.Single(result.ErrorLines);
        Assert.Contains("CONFLUENCE_SITE, CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN", line, StringComparison.Ordinal);
        Assert.Contains("--sandbox", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists("never-made"));
    }

    [Theory]
    [InlineData("CONFLUENCE_SITE")]
    [InlineData("CONFLUENCE_EMAIL")]
    [InlineData("CONFLUENCE_API_TOKEN")]
    public async Task One_missing_variable_is_named(string missing)
    {
        foreach (string? value in new[] { null, "", "  " })
        {
            Dictionary<string, string> variables = AllVariables;
            variables.Remove(missing);
            if (value is not null)
            {
                variables[missing] = value;
            }

            ToolResult result = await ToolRun.RunAsync(variables, "users");

            Assert.Equal(2, result.ExitCode);
            Assert.StartsWith($"confluence: {missing} is missing; ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            Assert.DoesNotContain(Token, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_missing_variables_are_named()
    {
        ToolResult result = await ToolRun.RunAsync(new Dictionary<string, string> { ["CONFLUENCE_SITE"] = "your-company" }, "users");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "confluence: CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN are missing; CONFLUENCE_SITE is set.",
            Assert.Single(result.ErrorLines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONFLUENCE_SITE", "http://your-company.atlassian.net")]
    [InlineData("CONFLUENCE_SITE", "not a site")]
    [InlineData("CONFLUENCE_EMAIL", "ada")]
    [InlineData("CONFLUENCE_EMAIL", "\"ada@example.com\"")]
    [InlineData("CONFLUENCE_SITE", "'your-company'")]
    [InlineData("CONFLUENCE_SITE", "\u201Cyour-company\u201D")]
    [InlineData("CONFLUENCE_API_TOKEN", "\"" + Token + "\"")]
    [InlineData("CONFLUENCE_API_TOKEN", Token + "\n")]
    public async Task A_variable_with_an_unusable_value_is_named(string name, string value)
    {
        Dictionary<string, string> variables = AllVariables;
        variables[name] = value;

        ToolResult result = await ToolRun.RunAsync(variables, "users");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"confluence: {name}: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_wins_over_the_variables_and_says_so()
    {
        ToolResult result = await ToolRun.RunAsync(AllVariables, "users", "--sandbox", "--output", "json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(25, result.OutputLines.Length);
        Assert.Equal(
            "Note: --sandbox reads an invented site. CONFLUENCE_SITE, CONFLUENCE_EMAIL and CONFLUENCE_API_TOKEN are not used.",
            Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("--sandbox-pages")]
    [InlineData("--sandbox-seed")]
    public async Task Sandbox_options_need_the_sandbox(string option)
    {
        ToolResult result = await ToolRun.RunAsync(AllVariables, "users", option, "3");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            $"confluence: {option} belongs to the sandbox. Add --sandbox, or leave {option} out to read a real site.",
            Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("--sandbox-pages", "-1", "from 0 to 100000")]
    [InlineData("--sandbox-pages", "100001", "from 0 to 100000")]
    [InlineData("--sandbox-pages", "many", "from 0 to 100000")]
    [InlineData("--sandbox-seed", "1.5", "from -2147483648 to 2147483647")]
    public async Task Sandbox_options_name_their_range(string option, string value, string range)
    {
        ToolResult result = await ToolRun.RunAsync("pages", "--sandbox", option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"confluence: {option} is '{value}'. Give a whole number {range}.", result.ErrorLines);
    }
}
