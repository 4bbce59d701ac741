using System.Net;
using System.Text;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.Cli.Tests.Doctor;

/// <summary>Broken set-ups, and what a person then reads. The baselines are the screens.</summary>
public sealed class DoctorTests
{
    private const string Token = "s3cr3t-token-value";
    private const string Email = "ada@example.com";

    // Everything that the commands read in v1, and all of v2 but comments.
    private static readonly string[] s_scopes =
    [
        "read:confluence-user", "read:content-details:confluence", "read:confluence-groups", "search:confluence", "read:confluence-content.summary",
        "read:audit-log:confluence", "read:space:confluence", "read:page:confluence", "read:attachment:confluence", "read:task:confluence",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_set_up_that_works_has_nothing_to_complain_about()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();

        ToolResult result = await RunAsync("works", sandbox.BaseAddress, exitCode: 0, "--space", sandbox.Truth.SpaceKeys.First());

        Assert.DoesNotContain("FAIL", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_unusable_variables()
    {
        await RunAsync("no-variables", new ToolWorld(), exitCode: 1);
        await RunAsync("quoted-token", World("not a site", $"\"{Token}\""), exitCode: 1);
    }

    [Fact]
    public async Task A_wrong_token()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Email = Email, Pages = 5 }, Cancel);

        await RunAsync("wrong-token", sandbox.BaseAddress, exitCode: 1);
    }

    [Fact]
    public async Task A_token_with_scopes_at_the_site()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options => Scoped(options, s_scopes));

        ToolResult result = await RunAsync("scoped-token-at-site", sandbox.BaseAddress, exitCode: 1);

        Assert.Contains($"https://api.atlassian.com/ex/confluence/{sandbox.CloudId}", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_is_missing_at_the_gateway()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options => Scoped(options, s_scopes));

        await RunAsync("missing-scope", sandbox.GatewayAddress, exitCode: 1);
    }

    [Fact]
    public async Task Only_scopes_of_v2_at_the_gateway()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options => Scoped(options, ["read:page:confluence", "read:space:confluence"]));

        await RunAsync("few-scopes", sandbox.GatewayAddress, exitCode: 1);
    }

    [Fact]
    public async Task A_space_that_is_not_there()
    {
        await using ConfluenceSandbox sandbox = await StartAsync();

        await RunAsync("unknown-space", sandbox.BaseAddress, exitCode: 1, "--space", "NOWHERE");
    }

    [Fact]
    public async Task Neither_analytics_nor_administrator()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(options =>
        {
            options.AnalyticsPermitted = false;
            options.Administrator = false;
        });

        await RunAsync("no-rights", sandbox.BaseAddress, exitCode: 0);
    }

    [Fact]
    public async Task A_proxy_with_a_login_page_in_between() =>
        await RunAsync("login-page", Answering("your-company", HttpStatusCode.OK, "<html><head><title>Sign in</title></head></html>", "text/html"), exitCode: 1);

    [Fact]
    public async Task A_site_that_is_not_there() =>
        await RunAsync("unknown-site", Answering("your-compny", HttpStatusCode.NotFound, "<html><head><title>Not found</title></head></html>", "text/html"), exitCode: 1);

    [Fact]
    public async Task A_site_that_has_moved()
    {
        ToolWorld world = World("your-company", Token) with
        {
            Handler = static () => new InterveningHandler(static _ => new HttpResponseMessage(HttpStatusCode.Found)
            {
                Headers = { Location = new Uri("https://new-name.atlassian.net/?secret=1") },
            }),
        };

        await RunAsync("moved-site", world, exitCode: 1);
    }

    [Theory]
    [InlineData("no-such-name", HttpRequestError.NameResolutionError)]
    [InlineData("no-trust", HttpRequestError.SecureConnectionError)]
    [InlineData("no-proxy", HttpRequestError.ProxyTunnelError)]
    [InlineData("no-way", HttpRequestError.ConnectionError)]
    public async Task No_way_to_the_site(string name, HttpRequestError error) => await RunAsync(
        name,
        World("your-company", Token) with { Handler = () => new InterveningHandler(_ => throw new HttpRequestException(error, "It went wrong.")) },
        exitCode: 1);

    [Fact]
    public async Task Nobody_listens()
    {
        // Nobody can take the port of a sandbox that has just ended as quickly as this.
        Uri address;
        await using (ConfluenceSandbox sandbox = await StartAsync())
        {
            address = sandbox.BaseAddress;
        }

        await RunAsync("refused-connection", address, exitCode: 1);
    }

    [Fact]
    public async Task The_credential_is_not_sent_where_there_is_no_site()
    {
        List<string> authorizations = [];
        ToolWorld world = World("your-company", Token) with { Handler = () => new Spy(authorizations) };

        Assert.Equal(1, (await ToolRun.RunAsync(world, "doctor")).ExitCode);

        Assert.Equal([""], authorizations);
    }

    [Fact]
    public async Task Ctrl_C_ends_it()
    {
        using CancellationTokenSource interrupted = new();
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Output = TextWriter.Null,
            Error = error,
            Variable = World("your-company", Token).Variables.GetValueOrDefault,
            Handler = () => new InterveningHandler(_ =>
            {
                interrupted.Cancel();
                throw new OperationCanceledException(interrupted.Token);
            }),
        };

        Assert.Equal(130, await ConfluenceTool.RunAsync(["doctor"], environment, interrupted.Token));
        Assert.Equal("confluence: Interrupted.\n", error.ToString());
    }

    private static Task<ConfluenceSandbox> StartAsync(Action<SandboxOptions>? configure = null)
    {
        SandboxOptions options = new() { Email = Email, ApiToken = Token, Pages = 5 };
        configure?.Invoke(options);
        return ConfluenceSandbox.StartAsync(options, Cancel);
    }

    private static void Scoped(SandboxOptions options, IEnumerable<string> scopes)
    {
        options.ApiToken = null;
        options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, scopes));
    }

    private static ToolWorld World(string site, string token) => new()
    {
        Variables = new()
        {
            ["CONFLUENCE_SITE"] = site,
            ["CONFLUENCE_EMAIL"] = Email,
            ["CONFLUENCE_API_TOKEN"] = token,
        },
    };

    private static ToolWorld Answering(string site, HttpStatusCode status, string body, string contentType) => World(site, Token) with
    {
        Handler = () => new InterveningHandler(_ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) }),
    };

    private static Task<ToolResult> RunAsync(string name, Uri site, int exitCode, params string[] arguments) =>
        RunAsync(name, World(site.ToString(), Token), exitCode, arguments, port: site.Port);

    private static async Task<ToolResult> RunAsync(string name, ToolWorld world, int exitCode, string[]? arguments = null, int? port = null)
    {
        ToolResult result = await ToolRun.RunAsync(world, ["doctor", .. arguments ?? []]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.DoesNotContain(Token, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Output, StringComparison.Ordinal);
        string screen = port is null ? result.Output : result.Output.Replace(FormattableString.Invariant($"{port}"), "PORT", StringComparison.Ordinal);
        Verified.Text(screen, Path.Combine("Screens", $"{name}.verified.txt"));
        return result;
    }

    private sealed class Spy(List<string> authorizations) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            authorizations.Add(request.Headers.Authorization?.ToString() ?? "");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no") });
        }
    }
}
