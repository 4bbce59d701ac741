using System.Text.Json;

namespace Confluence.Cli.Tests.SignIn;

/// <summary>What <c>auth status</c> and <c>auth logout</c> say, and which of variables and kept values count.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Without_a_sign_in_it_says_how_to()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult text = await site.RunAsync("auth", "status");
        ToolResult json = await site.RunAsync("auth", "status", "--output", "json");

        Assert.Equal((2, ""), (text.ExitCode, text.Output));
        Assert.Contains("confluence auth login", Assert.Single(text.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, json.ExitCode);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        Assert.False(document.RootElement.GetProperty("signed_in").GetBoolean());
    }

    [Fact]
    public async Task Of_a_token_it_tells_all_but_the_token()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync(further: ["--expires", "2027-01-31"]);

        ToolResult text = await site.RunAsync("auth", "status");
        ToolResult json = await site.RunAsync("auth", "status", "--output", "json");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Equal(
            [
                "Kind       API token",
                $"Site       {site.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority)}  ({site.SettingsFile})",
                $"Account    {site.Sandbox.Email}  ({site.SettingsFile})",
                $"API token  set; it is never shown  ({site.SettingsFile})",
                $"Ends       2027-01-31T00:00:00.000Z  ({site.SettingsFile})",
            ],
            text.OutputLines);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        Assert.Equal(site.Sandbox.Email, document.RootElement.GetProperty("account").GetProperty("value").GetString());
        Assert.DoesNotContain(site.Sandbox.ApiToken, text.Output + json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_app_it_tells_all_but_secret_and_tokens()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.ConsentAsync();

        ToolResult text = await site.RunAsync("auth", "status");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains(text.OutputLines, line => line.EndsWith($"{SignInSite.ClientId}  ({site.SettingsFile})", StringComparison.Ordinal));
        Assert.Contains(text.OutputLines, line => line.StartsWith("Access token until", StringComparison.Ordinal) && line.EndsWith($"({site.TokensFile})", StringComparison.Ordinal));
        Assert.DoesNotContain(SignInSite.Secret, text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stated_end_that_has_passed_is_no_sign_in()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync(further: ["--expires", "2020-01-31"]);

        ToolResult result = await site.RunAsync("auth", "status");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("has ended", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_win()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync();
        ToolWorld all = site.World(("CONFLUENCE_SITE", "other-company"), ("CONFLUENCE_EMAIL", "bot@example.com"), ("CONFLUENCE_API_TOKEN", "ATATT3-other"));
        ToolWorld one = site.World(("CONFLUENCE_SITE", "other-company"));
        ToolWorld pair = site.World(("CONFLUENCE_EMAIL", "bot@example.com"), ("CONFLUENCE_API_TOKEN", "ATATT3-other"));

        ToolResult three = await ToolRun.RunAsync(all, "auth", "status");
        ToolResult first = await ToolRun.RunAsync(one, "auth", "status");
        ToolResult both = await ToolRun.RunAsync(pair, "auth", "status");

        Assert.DoesNotContain(site.SettingsFile, three.Output, StringComparison.Ordinal);
        Assert.Contains("bot@example.com  (CONFLUENCE_EMAIL)", three.Output, StringComparison.Ordinal);
        Assert.Contains("https://other-company.atlassian.net  (CONFLUENCE_SITE)", first.Output, StringComparison.Ordinal);
        Assert.Contains($"{site.Sandbox.Email}  ({site.SettingsFile})", first.Output, StringComparison.Ordinal);
        Assert.Contains("it is never shown  (CONFLUENCE_API_TOKEN)", both.Output, StringComparison.Ordinal);
        Assert.Contains($"{site.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority)}  ({site.SettingsFile})", both.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ToolRun.RunAsync(pair, "spaces")).ExitCode);
        Assert.DoesNotContain("ATATT3", three.Output + both.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_its_token_is_no_credential()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync();

        ToolResult result = await ToolRun.RunAsync(site.World(("CONFLUENCE_EMAIL", "bot@example.com")), "spaces");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("confluence: CONFLUENCE_API_TOKEN is missing; CONFLUENCE_EMAIL is set. They belong together", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_of_the_consent_may_be_named_by_the_variable()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.ConsentAsync();

        ToolResult result = await ToolRun.RunAsync(site.World(("CONFLUENCE_SITE", site.Sandbox.BaseAddress.ToString())), "spaces");

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"version\":1,\"site\":\"s3cret\",\"signedInAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"version\":2,\"site\":\"s3cret\",\"signedInAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"version\":1,\"site\":\"s3cret s3cret\",\"signedInAt\":\"2026-01-01T00:00:00Z\",\"apiToken\":{\"email\":\"a@b.c\",\"token\":null}}")]
    public async Task A_file_that_is_broken_is_named_and_can_be_removed(string content)
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync();
        await File.WriteAllTextAsync(site.SettingsFile, content, TestContext.Current.CancellationToken);

        foreach (string[] command in (string[][])[["spaces"], ["auth", "status"]])
        {
            ToolResult result = await site.RunAsync(command);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(site.SettingsFile, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", result.Error, StringComparison.Ordinal);
        }

        ToolResult doctor = await site.RunAsync("doctor");
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains(site.SettingsFile, doctor.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await site.RunAsync("auth", "logout")).ExitCode);
        Assert.False(File.Exists(site.SettingsFile));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task Tokens_that_are_lost_or_broken_are_named(string? content)
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.ConsentAsync();
        File.Delete(site.TokensFile);
        if (content is not null)
        {
            await File.WriteAllTextAsync(site.TokensFile, content, TestContext.Current.CancellationToken);
        }

        foreach (string[] command in (string[][])[["spaces"], ["auth", "status"]])
        {
            ToolResult result = await site.RunAsync(command);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(site.TokensFile, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
            Assert.Contains("confluence auth login --oauth", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await site.RunAsync("doctor")).ExitCode);
    }

    [Fact]
    public async Task Logout_removes_all_and_says_what_stays_valid()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.ConsentAsync();

        ToolResult logout = await site.RunAsync("auth", "logout");
        ToolResult again = await site.RunAsync("auth", "logout");

        Assert.Equal((0, ""), (logout.ExitCode, logout.Error));
        Assert.Equal([$"Removed {site.SettingsFile}.", $"Removed {site.TokensFile}."], logout.OutputLines[..2]);
        Assert.Contains("https://id.atlassian.com/manage-profile/apps", logout.OutputLines[2], StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(site.Folder), static file => Assert.Equal(0, new FileInfo(file).Length));
        Assert.Equal($"Nothing was kept in {site.Folder}.", Assert.Single(again.OutputLines));
        Assert.Equal(2, (await site.RunAsync("spaces")).ExitCode);
    }

    [Fact]
    public async Task Whoever_signs_in_in_another_way_leaves_no_tokens_behind()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.ConsentAsync();

        await site.LoginAsync();

        Assert.False(File.Exists(site.TokensFile));
        Assert.StartsWith("Kind       API token", (await site.RunAsync("auth", "status")).Output, StringComparison.Ordinal);
    }
}
