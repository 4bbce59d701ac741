using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;
using static Confluence.Cli.Tests.Doctor.DoctorScreen;

namespace Confluence.Cli.Tests.Doctor;

/// <summary>Further set-ups: variables, a way to the site that ends early, hardly any scopes; and what the doctor must not do. The baselines are the screens.</summary>
public sealed class SetUpTests
{
    [Fact]
    public async Task Missing_and_unusable_variables()
    {
        await CompareAsync("no-variables", new ToolWorld(), exitCode: 1);
        await CompareAsync("quoted-token", World("not a site", token: $"\"{Token}\""), exitCode: 1);
    }

    [Fact]
    public async Task Quotes_around_each_variable() => await CompareAsync("quoted-variables", World("'your-company'", "\"ada@example.com\"", $"\u201C{Token}\u201D"), exitCode: 1);

    [Fact]
    public async Task A_proxy_that_is_not_there()
    {
        int port = DeadPort();
        ToolWorld world = World("your-company") with { Proxy = new WebProxy($"http://ada:secret@127.0.0.1:{port}") };
        await CompareAsync("dead-proxy", world with { Variables = new(world.Variables) { ["HTTPS_PROXY"] = "set" } }, exitCode: 1, port: port);
    }

    [Fact]
    public async Task A_proxy_that_refuses()
    {
        using TcpListener listener = Answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await CompareAsync("refusing-proxy", World("your-company") with { Proxy = new WebProxy($"http://127.0.0.1:{port}") }, exitCode: 1, port: port);
    }

    [Theory]
    [InlineData("unusable-proxy", null)]
    [InlineData("excepted-proxy", "http://127.0.0.1:3128")]
    public async Task A_variable_that_names_no_proxy_for_the_site(string name, string? address)
    {
        ToolWorld world = World("your-company") with
        {
            Proxy = address is null ? new NoProxy() : new WebProxy(address) { BypassList = [@"your-company"] },
            Handler = static () => new InterveningHandler(static _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such name.")),
        };
        await CompareAsync(name, world with { Variables = new(world.Variables) { ["https_proxy"] = "a b" } }, exitCode: 1);
    }

    [Fact]
    public async Task No_proxy_stands_before_the_sandbox()
    {
        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Proxy = new WebProxy($"http://127.0.0.1:{DeadPort()}") }, "spaces", "--sandbox", "--retries", "0");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Https_to_a_port_of_plain_http()
    {
        using TcpListener listener = Answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await CompareAsync("plain-port", World($"https://127.0.0.1:{port}"), exitCode: 1, port: port);
    }

    [Fact]
    public async Task Groups_that_can_be_listed_and_not_looked_into()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(static options => options.Rules.Add(new SandboxRule("GET", "/wiki/rest/api/group/*/membersByGroupId", SandboxAnswer.Forbidden)));

        ToolResult result = await ToolRun.RunAsync(World(ToolRun.VariablesOf(sandbox)), "doctor");

        Assert.Contains(result.OutputLines, static line => line.StartsWith("warn  Groups \u2014 the account may not (403)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_scopes_of_v2_at_the_gateway()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(static options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, ["read:page:confluence", "read:space:confluence"])));

        await CompareAsync("few-scopes", World(sandbox.GatewayAddress.ToString()), exitCode: 1, sandbox);
    }

    [Fact]
    public async Task A_site_that_is_not_there() =>
        await CompareAsync("unknown-site", Answering("your-compny", HttpStatusCode.NotFound, "<html><head><title>Not found</title></head></html>", "text/html"), exitCode: 1);

    [Fact]
    public async Task A_site_that_has_moved()
    {
        ToolWorld world = World("your-company") with
        {
            Handler = static () => new InterveningHandler(static _ => new HttpResponseMessage(HttpStatusCode.Found)
            {
                Headers = { Location = new Uri("https://new-name.atlassian.net/?secret=1") },
            }),
        };

        await CompareAsync("moved-site", world, exitCode: 1);
    }

    [Theory]
    [InlineData("no-such-name", HttpRequestError.NameResolutionError)]
    [InlineData("no-trust", HttpRequestError.SecureConnectionError)]
    [InlineData("no-proxy", HttpRequestError.ProxyTunnelError)]
    [InlineData("no-way", HttpRequestError.ConnectionError)]
    public async Task No_way_to_the_site(string name, HttpRequestError error) => await CompareAsync(
        name,
        World("your-company") with { Handler = () => new InterveningHandler(_ => throw new HttpRequestException(error, error == HttpRequestError.SecureConnectionError ? "The certificate is not trusted." : "It went wrong.")) },
        exitCode: 1);

    [Fact]
    public async Task The_credential_is_not_sent_where_there_is_no_site()
    {
        List<string> authorizations = [];
        ToolWorld world = World("your-company") with { Handler = () => new Spy(authorizations) };

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
            Variable = World("your-company").Variables.GetValueOrDefault,
            Handler = () => new InterveningHandler(_ =>
            {
                interrupted.Cancel();
                throw new OperationCanceledException(interrupted.Token);
            }),
        };

        Assert.Equal(130, await ConfluenceTool.RunAsync(["doctor"], environment, interrupted.Token));
        Assert.Equal("confluence: Interrupted.\n", error.ToString());
    }

    [Fact]
    public async Task On_a_terminal_no_line_is_longer_than_it()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(static options => options.Credentials.Add(SandboxCredential.ScopedApiToken(Email, Token, ["read:page:confluence"])));

        ToolResult result = await ToolRun.RunAsync(
            World(sandbox.BaseAddress.ToString()) with { OutputIsTerminal = true, Width = 70 }, "doctor");

        Assert.Contains("FAIL  Credential", result.Output, StringComparison.Ordinal);
        Assert.All(result.OutputLines.Where(line => !line.Contains("https://", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 1, 69));
    }

    private static int DeadPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Listens and gives each connection the same answer, whatever it says.</summary>
    private static TcpListener Answering(string answer)
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        _ = AnswerAsync();
        return listener;

        async Task AnswerAsync()
        {
            byte[] said = new byte[4096];
            while (true)
            {
                TcpClient client;
                try
                {
                    client = await listener.AcceptTcpClientAsync();
                }
                catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
                {
                    return; // The test has ended.
                }

                using (client)
                {
                    _ = await client.GetStream().ReadAsync(said);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
                }
            }
        }
    }

    /// <summary>What the runtime makes of a variable that it cannot read.</summary>
    private sealed class NoProxy : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => null;

        public bool IsBypassed(Uri host) => true;
    }

    private static ToolWorld Answering(string site, HttpStatusCode status, string body, string contentType) => World(site) with
    {
        Handler = () => new InterveningHandler(_ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) }),
    };

    private sealed class Spy(List<string> authorizations) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            authorizations.Add(request.Headers.Authorization?.ToString() ?? "");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no") });
        }
    }
}
