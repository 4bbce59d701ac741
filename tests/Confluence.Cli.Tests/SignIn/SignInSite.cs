using System.Net;
using System.Net.Sockets;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.SignIn;

/// <summary>A sandbox to sign in to, the folder in which the tool keeps the sign-in, and the browser of a person.</summary>
internal sealed class SignInSite : IAsyncDisposable
{
    public const string ClientId = "client-1";
    public const string Secret = "s3cret-of-the-app";

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly TemporaryFolder _folder = new();

    private SignInSite(ConfluenceSandbox sandbox) => Sandbox = sandbox;

    public ConfluenceSandbox Sandbox { get; }

    public string Folder => _folder.Path;

    public string SettingsFile => _folder.File("sign-in.json");

    public string TokensFile => _folder.File("tokens.json");

    public int Port { get; } = FreePort();

    /// <summary>The page that the browser showed at the end.</summary>
    public Task<string>? Page { get; private set; }

    public static async Task<SignInSite> StartAsync(Action<SandboxApp>? app = null)
    {
        SandboxApp first = new(ClientId, Secret) { Consent = SandboxConsent.Accept, RedirectUris = { new Uri("http://127.0.0.1/callback") } };
        app?.Invoke(first);
        SandboxOptions options = new() { Pages = 5, Apps = { first } };
        return new SignInSite(await ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken));
    }

    /// <summary>The world of somebody who has set no variable of a site.</summary>
    public ToolWorld World(params (string Name, string Value)[] variables) => new()
    {
        Variables = new Dictionary<string, string>(variables.Select(static variable => KeyValuePair.Create(variable.Name, variable.Value)))
        {
            ["CONFLUENCE_CONFIG_DIR"] = Folder,
            ["CONFLUENCE_OAUTH_AUTHORIZATION_ADDRESS"] = Sandbox.AuthorizationAddress.ToString(),
            ["CONFLUENCE_OAUTH_GATEWAY_ADDRESS"] = Sandbox.GatewayAddress.GetLeftPart(UriPartial.Authority),
        },
    };

    /// <summary>Signs in with the API token of the sandbox.</summary>
    public Task<ToolResult> LoginAsync(string? token = null, params string[] further) => ToolRun.RunAsync(
        World() with { Input = (token ?? Sandbox.ApiToken) + "\n" },
        ["auth", "login", "--token-stdin", "--site", Sandbox.BaseAddress.ToString(), "--email", Sandbox.Email, .. further]);

    /// <summary>Signs in with the app; the browser opens the address that the tool prints.</summary>
    /// <param name="world">The world; null for one in which only the secret of the app is set.</param>
    /// <param name="visit">What the browser does with the address that it is sent back to.</param>
    /// <param name="further">Further arguments.</param>
    public Task<ToolResult> ConsentAsync(ToolWorld? world = null, Func<Uri, Uri>? visit = null, params string[] further) => ToolRun.RunAsync(
        (world ?? World(("CONFLUENCE_OAUTH_CLIENT_SECRET", Secret))) with { OnLine = line => Page = Address(line) is { } address ? BrowseAsync(address, visit) : Page },
        ["auth", "login", "--oauth", "--client-id", ClientId, "--port", FormattableString.Invariant($"{Port}"), .. further]);

    public Task<ToolResult> RunAsync(params string[] arguments) => ToolRun.RunAsync(World(), arguments);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _folder.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static Uri? Address(string line) => line.StartsWith("  http", StringComparison.Ordinal) ? new Uri(line.Trim()) : null;

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<string> BrowseAsync(Uri address, Func<Uri, Uri>? visit)
    {
        CancellationToken end = TestContext.Current.CancellationToken;
        using HttpResponseMessage sentBack = await _browser.GetAsync(address, end);
        Uri callback = Assert.IsType<Uri>(sentBack.Headers.Location);
        using HttpResponseMessage icon = await _browser.GetAsync(new Uri(callback, "/favicon.ico"), end);
        Assert.Equal(HttpStatusCode.NotFound, icon.StatusCode);
        using HttpResponseMessage page = await _browser.GetAsync(visit?.Invoke(callback) ?? callback, end);
        return await page.Content.ReadAsStringAsync(end);
    }
}
