using System.Runtime.Versioning;

namespace Confluence.Cli.Tests.SignIn;

/// <summary>Signing in with an API token, and what the other commands make of it.</summary>
public sealed class TokenLoginTests
{
    [Fact]
    public async Task What_login_keeps_other_commands_use()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult login = await site.LoginAsync();

        Assert.Equal((0, ""), (login.ExitCode, login.Error));
        Assert.StartsWith($"Signed in to {site.Sandbox.BaseAddress.ToString().TrimEnd('/')} as ", login.Output, StringComparison.Ordinal);
        Assert.Contains(site.SettingsFile, login.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Sandbox.ApiToken, login.Output, StringComparison.Ordinal);
        ToolResult spaces = await site.RunAsync("spaces", "--verbose");
        Assert.Equal(0, spaces.ExitCode);
        Assert.NotEmpty(spaces.OutputLines);
        Assert.DoesNotContain(site.Sandbox.ApiToken, spaces.Error, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_can_read_it()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync();
        await site.ConsentAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(site.Folder));
        Assert.All(Directory.GetFiles(site.Folder), static file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Theory]
    [InlineData("", "the first line of standard input is empty")]
    [InlineData("\n", "the first line of standard input is empty")]
    [InlineData("\"quoted-secret\"\n", "quotation mark")]
    [InlineData("Basic c2VjcmV0\n", "--token-stdin: ")]
    public async Task A_token_that_cannot_be_one_is_not_sent(string input, string problem)
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult result = await ToolRun.RunAsync(site.World() with { Input = input }, "auth", "login", "--token-stdin", "--site", "your-company", "--email", "ada@example.com");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(problem, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error.Replace("client secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(File.Exists(site.SettingsFile));
    }

    [Fact]
    public async Task A_token_that_the_site_refuses_leaves_the_earlier_sign_in()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        await site.LoginAsync();
        string before = await File.ReadAllTextAsync(site.SettingsFile, TestContext.Current.CancellationToken);

        ToolResult result = await site.LoginAsync("ATATT3-wrong-secret", "--verbose");

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("Nothing was kept.", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", result.Error + result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(site.SettingsFile, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Give one of --token-stdin")]
    [InlineData("Give only one of --token-stdin", "--token-stdin", "--oauth")]
    [InlineData("--site is missing", "--token-stdin", "--email", "ada@example.com")]
    [InlineData("--email is missing", "--token-stdin", "--site", "your-company")]
    [InlineData("--site: ", "--token-stdin", "--site", "not a site", "--email", "ada@example.com")]
    [InlineData("--port belongs to --oauth", "--token-stdin", "--port", "1")]
    [InlineData("--email belongs to --token-stdin", "--oauth", "--email", "ada@example.com")]
    [InlineData("CONFLUENCE_OAUTH_CLIENT_ID", "--oauth")]
    [InlineData("CONFLUENCE_OAUTH_CLIENT_SECRET", "--oauth", "--client-id", "x")]
    [InlineData("--client-secret-stdin: ", "--oauth", "--client-id", "x", "--client-secret-stdin")]
    [InlineData("--sandbox needs no sign-in", "--sandbox", "--token-stdin")]
    public async Task A_command_line_that_cannot_work_is_told(string problem, params string[] arguments)
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult result = await site.RunAsync(["auth", "login", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(problem, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_keep_it_in()
    {
        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Input = "token\n" }, "auth", "login", "--token-stdin", "--site", "your-company", "--email", "ada@example.com");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CONFLUENCE_CONFIG_DIR", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
