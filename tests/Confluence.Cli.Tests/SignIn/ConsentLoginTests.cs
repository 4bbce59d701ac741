using System.Net;
using System.Net.Sockets;
using Confluence.Cli.SignIn;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.SignIn;

/// <summary>Signing in with an OAuth app, from the page of consent to the next command.</summary>
public sealed class ConsentLoginTests
{
    [Fact]
    public async Task A_person_consents_and_other_commands_read_the_site()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult login = await site.ConsentAsync(further: "--verbose");

        Assert.True(login.ExitCode == 0, login.Error);
        Assert.Contains("Go back to the terminal", await Assert.IsType<Task<string>>(site.Page, exactMatch: false), StringComparison.Ordinal);
        Assert.Contains($"Signed in to {site.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority)} with the app {SignInSite.ClientId}.", login.Output, StringComparison.Ordinal);
        ToolResult spaces = await site.RunAsync("spaces");
        Assert.True(spaces.ExitCode == 0, spaces.Error);
        ToolResult doctor = await site.RunAsync("doctor");
        Assert.True(doctor.ExitCode == 0, doctor.Output);
        Assert.Contains("OAuth app (3LO)", doctor.Output, StringComparison.Ordinal);
        Assert.Contains($"from {site.SettingsFile}", doctor.Output, StringComparison.Ordinal);
        string tokens = await File.ReadAllTextAsync(site.TokensFile, TestContext.Current.CancellationToken);
        foreach (string secret in (string[])[SignInSite.Secret, .. tokens.Split('"').Where(static text => text.Length > 30 && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal))])
        {
            Assert.DoesNotContain(secret, login.Output + login.Error + doctor.Output + doctor.Error + spaces.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_scopes_are_those_that_the_tool_needs_or_those_that_are_given()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        ToolResult all = await site.ConsentAsync();
        ToolResult one = await site.ConsentAsync(further: ["--scope", "read:space:confluence", "--scope", "read:page:confluence"]);

        string doctor = (await site.RunAsync("doctor")).Output;
        Assert.Contains("Add these scopes to the app in the developer console", doctor, StringComparison.Ordinal);
        Assert.DoesNotContain("Create API token", doctor, StringComparison.Ordinal);
        Assert.All(ToolOperations.Scopes, scope => Assert.Contains(Uri.EscapeDataString(scope), all.Output, StringComparison.Ordinal));
        Assert.Contains("scope=read%3Aspace%3Aconfluence%20read%3Apage%3Aconfluence%20offline_access&", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_ended_is_renewed_and_kept()
    {
        await using SignInSite site = await SignInSite.StartAsync(static app => app.AccessTokenLifetime = TimeSpan.FromSeconds(20));
        await site.ConsentAsync();
        string before = await File.ReadAllTextAsync(site.TokensFile, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await site.RunAsync("spaces")).ExitCode);

        Assert.NotEqual(before, await File.ReadAllTextAsync(site.TokensFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_secret_of_the_app_may_come_by_standard_input()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        Assert.Equal(0, (await site.ConsentAsync(site.World() with { Input = $"{SignInSite.Secret}\n" }, further: "--client-secret-stdin")).ExitCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_it()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        await FailsAsync(site, 1, "The client id or the client secret is wrong", world: site.World(("CONFLUENCE_OAUTH_CLIENT_SECRET", "wr0ng")));
    }

    [Fact]
    public async Task A_person_who_declines_is_not_signed_in()
    {
        await using SignInSite site = await SignInSite.StartAsync(static app => app.Consent = SandboxConsent.Decline);

        await FailsAsync(site, 1, "The person did not consent");
    }

    [Fact]
    public async Task A_callback_with_another_state_ends_the_sign_in()
    {
        await using SignInSite site = await SignInSite.StartAsync();

        await FailsAsync(site, 1, "another state", visit: static callback => new Uri($"{callback.GetLeftPart(UriPartial.Path)}?code=forged&state=forged"));
    }

    [Fact]
    public async Task Several_sites_are_named_until_one_is_chosen()
    {
        await using SignInSite site = await SignInSite.StartAsync(static app => app.FurtherSites.Add(new SandboxSite("3c9f2f2e-7b0f-4a57-9a6e-5b5d1c1f7a11", "Other", new Uri("https://other.atlassian.net"))));

        ToolResult result = await FailsAsync(site, 2, "https://other.atlassian.net");
        Assert.Contains("--site", result.Error, StringComparison.Ordinal);
        await FailsAsync(site, 2, "https://third.atlassian.net", further: ["--site", "third"]);
        Assert.Equal(0, (await site.ConsentAsync(further: ["--site", site.Sandbox.BaseAddress.ToString()])).ExitCode);
        Assert.Equal(0, (await site.RunAsync("spaces")).ExitCode);
    }

    [Fact]
    public async Task Nobody_waits_for_ever()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        ToolWorld world = site.World(("CONFLUENCE_OAUTH_CLIENT_SECRET", SignInSite.Secret)) with { Clock = new FastTimers(1000) };

        ToolResult result = await ToolRun.RunAsync(world, "auth", "login", "--oauth", "--client-id", SignInSite.ClientId, "--port", FormattableString.Invariant($"{site.Port}"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("within 5 min", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_told_before_anybody_is_asked()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        using TcpListener listener = new(IPAddress.Loopback, site.Port);
        listener.Start();

        ToolResult result = await FailsAsync(site, 2, FormattableString.Invariant($"The port {site.Port} of 127.0.0.1"));

        Assert.Contains("--port", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task An_address_that_secrets_may_not_be_sent_to_is_refused()
    {
        await using SignInSite site = await SignInSite.StartAsync();
        ToolWorld world = site.World(("CONFLUENCE_OAUTH_CLIENT_SECRET", SignInSite.Secret));
        world.Variables["CONFLUENCE_OAUTH_AUTHORIZATION_ADDRESS"] = "http://auth.example";

        await FailsAsync(site, 2, "CONFLUENCE_OAUTH_AUTHORIZATION_ADDRESS", world: world);
    }

    private static async Task<ToolResult> FailsAsync(
        SignInSite site, int exitCode, string problem, ToolWorld? world = null, Func<Uri, Uri>? visit = null, params string[] further)
    {
        ToolResult result = await site.ConsentAsync(world, visit, further);

        Assert.Equal(exitCode, result.ExitCode);
        string line = Assert.Single(result.ErrorLines);
        Assert.Contains(problem, line, StringComparison.Ordinal);
        Assert.DoesNotContain(SignInSite.Secret, result.Error + result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(site.SettingsFile));
        return result;
    }
}
