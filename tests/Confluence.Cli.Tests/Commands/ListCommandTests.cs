using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Confluence.Cli.Surroundings;
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
    [InlineData("RND2,PROD1")]
    [InlineData("RND2, PROD1")]
    [InlineData("RND2 PROD1")]
    [InlineData("RND2", "PROD1")]
    [InlineData(",RND2,,PROD1,", "--space", "rnd2")]
    public async Task Keys_stand_with_commas_or_blanks_between_them(params string[] keys)
    {
        ToolResult result = await ToolRun.RunAsync(["spaces", "--sandbox", "--sandbox-pages", "0", "--space", .. keys]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["RND2", "PROD1"], result.OutputLines.Skip(1).Select(static line => line.Split('\t')[0]));
    }

    [Fact]
    public async Task A_renamed_space_is_found_by_both_of_its_keys_and_counts_once()
    {
        // As sites answer after a rename: the space under its first key, whichever of the two was asked for.
        InterveningHandler handler = new(static what => what.Contains("keys=", StringComparison.Ordinal) && !what.Contains("keys=NOPE", StringComparison.Ordinal)
            ? InterveningHandler.Json(System.Net.HttpStatusCode.OK, """{"results":[{"id":"7","key":"OLDKEY","name":"S","type":"global","status":"current","currentActiveAlias":"NEWKEY"}],"_links":{}}""")
            : null);
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 0 }, Cancel);
        ToolWorld world = new() { Variables = ToolRun.VariablesOf(sandbox), Handler = () => handler };

        foreach (string keys in (string[])["NEWKEY", "newkey", "OLDKEY", "OLDKEY,NEWKEY"])
        {
            ToolResult result = await ToolRun.RunAsync(world, "spaces", "--space", keys);

            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.StartsWith("OLDKEY\t7\t", Assert.Single(result.OutputLines.Skip(1)), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await ToolRun.RunAsync(world, "spaces", "--space", "OTHER")).ExitCode);
    }

    [Fact]
    public async Task Users_of_a_group_are_its_members()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 0, Users = 60 }, Cancel);
        JsonElement group = (await WireAsync(sandbox, "/wiki/rest/api/group"))[^1];
        string id = group.GetProperty("id").GetString() ?? "";
        string[] members = [.. (await WireAsync(sandbox, $"/wiki/rest/api/group/{id}/membersByGroupId?limit=200")).Select(static user => user.GetProperty("accountId").GetString() ?? "").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(members);

        foreach (string name in (string[])[group.GetProperty("name").GetString() ?? "", id])
        {
            ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "users", "--group", name);

            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.Equal(members, result.OutputLines.Skip(1).Select(static line => line.Split('\t')[0]).Order(StringComparer.Ordinal));
        }

        ToolResult unknown = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "users", "--group", "nobody");
        Assert.Equal(2, unknown.ExitCode);
        Assert.DoesNotContain("client.", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users")]
    [InlineData("activity")]
    public async Task An_account_that_the_site_does_not_know_is_told(string command)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 6 }, Cancel);
        string known = sandbox.Truth.AccountIds.First();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), command, "--user", $"nope,{known}");

        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("confluence: Missing: The user nope: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_name_is_shown_as_none()
    {
        const string User = """{"type":"known","accountId":"7:a","accountType":"atlassian","displayName":"","publicName":""}""";
        InterveningHandler handler = new(static what => what.Contains("/search/user", StringComparison.Ordinal)
            ? InterveningHandler.Json(System.Net.HttpStatusCode.OK, """{"results":[{"user":USER,"title":"","entityType":"user"}],"start":0,"limit":100,"size":1,"totalSize":1,"_links":{}}""".Replace("USER", User, StringComparison.Ordinal))
            : null);
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 0 }, Cancel);
        ToolWorld world = new() { Variables = ToolRun.VariablesOf(sandbox), Handler = () => handler };

        Assert.StartsWith("7:a\t(no name)\t", (await ToolRun.RunAsync(world, "users")).OutputLines[1], StringComparison.Ordinal);
        Assert.StartsWith("7:a,,", (await ToolRun.RunAsync(world, "users", "--output", "csv")).OutputLines[1], StringComparison.Ordinal);
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

    private static async Task<IReadOnlyList<JsonElement>> WireAsync(ConfluenceSandbox sandbox, string path)
    {
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.Email}:{sandbox.ApiToken}")));
        return [.. JsonElement.Parse(await client.GetStringAsync(new Uri(sandbox.BaseAddress, path), Cancel)).GetProperty("results").EnumerateArray()];
    }

    private static string? Member(string line, string name)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(name).GetString();
    }
}
