using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Sandbox;
using static Confluence.Cli.Tests.Doctor.DoctorScreen;

namespace Confluence.Cli.Tests.Doctor;

/// <summary>What the doctor says of a sound set-up and of broken ones: whole screens, to be read as a person reads them.</summary>
public sealed class DoctorTests
{
    private static readonly string[] s_allScopes =
    [
        "read:confluence-user", "read:content-details:confluence", "read:confluence-groups", "search:confluence", "read:space:confluence", "read:page:confluence",
        "read:comment:confluence", "read:attachment:confluence", "read:task:confluence", "read:confluence-content.summary", "read:analytics.content:confluence",
        "read:audit-log:confluence",
    ];

    [Fact]
    public async Task Sound()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync("sound", World(ToolRun.VariablesOf(sandbox)), exitCode: 0, sandbox, arguments: ["--space", sandbox.Truth.SpaceKeys.First()]);
    }

    [Fact]
    public async Task Wrong_token()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync("wrong-token", World(sandbox.BaseAddress.ToString(), sandbox.Email), exitCode: 1, sandbox);
    }

    [Fact]
    public async Task Scoped_token_at_the_site()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(static options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, s_allScopes)));
        await CompareAsync("scoped-token-at-site", World(sandbox.BaseAddress.ToString()), exitCode: 1, sandbox);
    }

    [Fact]
    public async Task Scopes_missing_at_the_gateway()
    {
        string[] scopes = [.. s_allScopes.Except(["read:comment:confluence", "read:task:confluence", "read:audit-log:confluence"])];
        await using ConfluenceSandbox sandbox = await StartAsync(options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, scopes)));
        await CompareAsync("missing-scopes", World(sandbox.GatewayAddress.ToString()), exitCode: 1, sandbox);
    }

    [Fact]
    public async Task Unknown_space()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync("unknown-space", World(ToolRun.VariablesOf(sandbox)), exitCode: 1, sandbox, arguments: ["--space", "NOPE"]);
    }

    [Fact]
    public async Task No_rights_to_analytics_and_audit()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(static options => (options.AnalyticsPermitted, options.Administrator) = (false, false));
        await CompareAsync("no-rights", World(ToolRun.VariablesOf(sandbox)), exitCode: 0, sandbox);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        int port;
        using (TcpListener listener = new(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        await CompareAsync("refused-port", World($"http://127.0.0.1:{port}/"), exitCode: 1, port: port);
    }

    [Fact]
    public async Task A_login_page_stands_in_between()
    {
        ToolWorld world = World("https://your-company.atlassian.net") with
        {
            Handler = static () => new InterveningHandler(static _ => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("<html><title>Company login</title></html>", Encoding.UTF8, "text/html"),
            }),
        };
        await CompareAsync("login-page", world, exitCode: 1);
    }

    [Fact]
    public async Task Variables_that_cannot_be_right() => await CompareAsync(
        "unusable-variables",
        World(new Dictionary<string, string> { ["CONFLUENCE_SITE"] = "your company", ["CONFLUENCE_API_TOKEN"] = "two words" }),
        exitCode: 1);
}
