using System.Text.Json;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_lists_every_account_once()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Users = 230, Pages = 0 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "users");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal("ACCOUNT ID\tNAME\tKIND\tE-MAIL", result.OutputLines[0]);
        Assert.Equal(
            sandbox.Truth.AccountIds.Order(StringComparer.Ordinal),
            result.OutputLines.Skip(1).Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Spaces_lists_every_space_with_its_key()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Spaces = 260, Pages = 0 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "spaces");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("KEY\tID\tTYPE\tSTATUS\tNAME", result.OutputLines[0]);
        Assert.Equal(sandbox.Truth.SpaceKeys, result.OutputLines.Skip(1).Select(line => line.Split('\t')[0]));
    }

    [Fact]
    public async Task Pages_lists_every_page_once_by_ascending_id()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 600 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "pages");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal("ID\tSPACE ID\tSTATUS\tVERSION\tCHANGED (UTC)\tTITLE", result.OutputLines[0]);
        string[][] rows = [.. result.OutputLines.Skip(1).Select(line => line.Split('\t'))];
        Assert.Equal(sandbox.Truth.PageIds, rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            Assert.Equal(6, row.Length);
            Assert.Equal(sandbox.Truth.PageVersionCount(row[0]).ToString(System.Globalization.CultureInfo.InvariantCulture), row[3]);
            Assert.Equal(sandbox.Truth.PageTitle(row[0]), row[5]);
        });
    }

    [Fact]
    public async Task Pages_of_spaces_come_in_the_order_of_the_keys()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 40 }, Cancel);
        string[] keys = [.. sandbox.Truth.SpaceKeys];

        ToolResult result = await ToolRun.RunAsync(
            ToolRun.VariablesOf(sandbox), "pages", "--output", "json", "--space", keys[2].ToLowerInvariant(), keys[0], "--space", keys[2]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            sandbox.Truth.PageIdsInSpace(keys[2]).Concat(sandbox.Truth.PageIdsInSpace(keys[0])),
            result.OutputLines.Select(line => Member(line, "id")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(251)]
    public async Task The_limit_ends_the_list(int limit)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 300 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(
            ToolRun.VariablesOf(sandbox), "pages", "--output", "json", "--limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(sandbox.Truth.PageIds.Take(limit), result.OutputLines.Select(line => Member(line, "id")));
    }

    [Fact]
    public async Task Unknown_spaces_are_all_named()
    {
        foreach (string command in new[] { "pages", "activity", "spaces" })
        {
            ToolResult result = await ToolRun.RunAsync(command, "--sandbox", "--sandbox-pages", "3", "--space", "NOWHERE", "GONE");

            Assert.Equal(2, result.ExitCode);
            Assert.Empty(result.Output);
            Assert.StartsWith("confluence: No space has the key 'NOWHERE' or 'GONE'", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Activity_of_a_space_is_that_of_its_pages_only()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 12 }, Cancel);
        string key = sandbox.Truth.SpaceKeys.ElementAt(1);

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "activity", "--space", key, "--output", "json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(sandbox.Truth.PageIdsInSpace(key), result.OutputLines.Select(line => Member(line, "pageId")).Distinct());
    }

    [Fact]
    public async Task Activity_has_a_row_an_event()
    {
        ToolResult table = await ToolRun.RunAsync("activity", "--sandbox", "--sandbox-pages", "5");
        ToolResult json = await ToolRun.RunAsync("activity", "--sandbox", "--sandbox-pages", "5", "--output", "json");

        Assert.Equal(0, table.ExitCode);
        Assert.Equal("TIME (UTC)\tKIND\tPAGE ID\tTITLE\tDETAIL\tACTOR", table.OutputLines[0]);
        Assert.Equal(
            json.OutputLines.Select(line => (Member(line, "kind"), Member(line, "pageId"), Member(line, "actorId"))),
            table.OutputLines.Skip(1).Select(line => line.Split('\t')).Select(row => ((string?)row[1], (string?)row[2], (string?)row[5])));
    }

    [Fact]
    public async Task A_site_without_pages_gives_the_titles_alone()
    {
        ToolResult result = await ToolRun.RunAsync("pages", "--sandbox", "--sandbox-pages", "0");

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.OutputLines);
    }

    [Theory]
    [InlineData("users")]
    [InlineData("pages")]
    [InlineData("activity")]
    public async Task A_wrong_token_is_explained_and_never_shown(string command)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: Cancel);
        Dictionary<string, string> variables = ToolRun.VariablesOf(sandbox);
        variables["CONFLUENCE_API_TOKEN"] = "wr0ng-token-value";

        ToolResult result = await ToolRun.RunAsync(variables, command);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("confluence: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("credential", result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wr0ng-token-value", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ApiToken, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private static string? Member(string line, string name)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(name).GetString();
    }
}
