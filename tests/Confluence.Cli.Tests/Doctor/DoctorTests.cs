using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.Cli.Tests.Doctor;

/// <summary>What the doctor says of a sound set-up and of broken ones: whole screens, to be read as a person reads them.</summary>
public sealed class DoctorTests
{
    private const string Email = "ada@example.com";
    private const string Token = "ATATT3xFfGF0-secret";

    private static readonly string[] s_allScopes =
    [
        "read:confluence-user", "read:content-details:confluence", "read:confluence-groups", "search:confluence", "read:space:confluence", "read:page:confluence",
        "read:comment:confluence", "read:attachment:confluence", "read:task:confluence", "read:confluence-content.summary", "read:analytics.content:confluence",
        "read:audit-log:confluence",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sound()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync(sandbox, 0, ToolRun.VariablesOf(sandbox), "--space", sandbox.Truth.SpaceKeys.First());
    }

    [Fact]
    public async Task Wrong_token()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync(sandbox, 1, Variables(sandbox.BaseAddress, sandbox.Email, Token));
    }

    [Fact]
    public async Task Scoped_token_at_the_site()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, s_allScopes)));
        await CompareAsync(sandbox, 1, Variables(sandbox.BaseAddress, Email, Token));
    }

    [Fact]
    public async Task Scopes_missing_at_the_gateway()
    {
        string[] scopes = [.. s_allScopes.Except(["read:comment:confluence", "read:task:confluence", "read:audit-log:confluence"])];
        await using ConfluenceSandbox sandbox = await StartAsync(options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, scopes)));
        await CompareAsync(sandbox, 1, Variables(sandbox.GatewayAddress, Email, Token));
    }

    [Fact]
    public async Task Unknown_space()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        await CompareAsync(sandbox, 1, ToolRun.VariablesOf(sandbox), "--space", "NOPE");
    }

    [Fact]
    public async Task No_rights_to_analytics_and_audit()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options => (options.AnalyticsPermitted, options.Administrator) = (false, false));
        await CompareAsync(sandbox, 0, ToolRun.VariablesOf(sandbox));
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

        Uri address = new($"http://127.0.0.1:{port}/");
        Compare(1, address, await ToolRun.RunAsync(World(Variables(address, Email, Token)), "doctor"));
    }

    [Fact]
    public async Task A_login_page_stands_in_between()
    {
        ToolWorld world = World(Variables(new Uri("https://your-company.atlassian.net"), Email, Token)) with
        {
            Handler = () => new InterveningHandler(static _ => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("<html><title>Company login</title></html>", Encoding.UTF8, "text/html"),
            }),
        };
        Compare(1, new Uri("https://your-company.atlassian.net"), await ToolRun.RunAsync(world, "doctor"));
    }

    [Fact]
    public async Task Variables_that_cannot_be_right()
    {
        Dictionary<string, string> variables = new() { ["CONFLUENCE_SITE"] = "your company", ["CONFLUENCE_API_TOKEN"] = "two words" };
        Compare(1, new Uri("http://127.0.0.1"), await ToolRun.RunAsync(World(variables), "doctor"));
    }

    private static Task<ConfluenceSandbox> StartAsync(Action<SandboxOptions>? configure = null)
    {
        SandboxOptions options = new() { Pages = 10, SiteAddress = new Uri("https://site.example") };
        configure?.Invoke(options);
        return ConfluenceSandbox.StartAsync(options, Cancel);
    }

    private static Dictionary<string, string> Variables(Uri site, string email, string token) =>
        new() { ["CONFLUENCE_SITE"] = site.ToString(), ["CONFLUENCE_EMAIL"] = email, ["CONFLUENCE_API_TOKEN"] = token };

    private static ToolWorld World(Dictionary<string, string> variables) => new() { Variables = variables, Clock = new FixedDate() };

    private static async Task CompareAsync(
        ConfluenceSandbox sandbox, int exitCode, Dictionary<string, string> variables, params string[] arguments)
    {
        ToolResult result = await ToolRun.RunAsync(World(variables), ["doctor", .. arguments]);
        Assert.DoesNotContain(sandbox.ApiToken, result.Output + result.Error, StringComparison.Ordinal);
        Compare(exitCode, sandbox.BaseAddress, result);
    }

    private static void Compare(int exitCode, Uri address, ToolResult result)
    {
        string screen = (result.Output + result.Error)
            .Replace(FormattableString.Invariant($":{address.Port}"), ":PORT", StringComparison.Ordinal)
            .Replace(FormattableString.Invariant($"port {address.Port}"), "port PORT", StringComparison.Ordinal);
        Assert.DoesNotContain(Token, screen, StringComparison.Ordinal);
        Verified.Text(screen, $"{(TestContext.Current.TestMethod?.MethodName ?? "").Replace('_', ' ')}.verified.txt");
        Assert.Equal(exitCode, result.ExitCode);
    }
}
