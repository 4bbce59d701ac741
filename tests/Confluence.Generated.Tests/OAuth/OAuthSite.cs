using System.Net;
using System.Net.Http.Headers;

namespace Confluence.Generated.Tests.OAuth;

/// <summary>A sandbox that plays site, gateway and authorization server, with an app and the browser of a person.</summary>
internal sealed class OAuthSite : IAsyncDisposable
{
    public const string ClientId = "client-1";
    public const string Secret = "s3cret-of-the-app";
    public static readonly Uri Callback = new("https://app.example/callback");

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private OAuthSite(Confluence.Sandbox.ConfluenceSandbox sandbox) => Sandbox = sandbox;

    public Confluence.Sandbox.ConfluenceSandbox Sandbox { get; }

    public static async Task<OAuthSite> StartAsync(Action<Confluence.Sandbox.SandboxApp>? app = null, Action<Confluence.Sandbox.SandboxOptions>? options = null)
    {
        Confluence.Sandbox.SandboxApp first = new(ClientId, Secret) { Consent = Confluence.Sandbox.SandboxConsent.Accept, RedirectUris = { Callback } };
        app?.Invoke(first);
        Confluence.Sandbox.SandboxOptions all = new() { Pages = 20, Apps = { first } };
        options?.Invoke(all);
        return new OAuthSite(await Confluence.Sandbox.ConfluenceSandbox.StartAsync(all, TestContext.Current.CancellationToken));
    }

    public ConfluenceOAuthApp App(string secret = Secret, HttpClient? http = null, TimeProvider? clock = null) => new(ClientId, secret, new OAuthAppOptions
    {
        AuthorizationAddress = Sandbox.AuthorizationAddress,
        GatewayAddress = new Uri(Sandbox.GatewayAddress.GetLeftPart(UriPartial.Authority)),
        HttpClient = http,
        TimeProvider = clock ?? TimeProvider.System,
    });

    /// <summary>What the person's browser comes back with.</summary>
    public async Task<Uri> ConsentAsync(OAuthConsent consent)
    {
        using HttpResponseMessage answer = await _browser.GetAsync(consent.Address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return Assert.IsType<Uri>(answer.Headers.Location);
    }

    /// <summary>Lets the person consent, and gives the tokens.</summary>
    public async Task<OAuthTokens> SignInAsync(ConfluenceOAuthApp app, bool isOffline = true)
    {
        OAuthConsent consent = app.CreateConsent(Callback, ["read:page:confluence", "read:space:confluence"], isOffline);
        return await app.ExchangeAsync(consent, await ConsentAsync(consent), TestContext.Current.CancellationToken);
    }

    public ConfluenceClient Client(ConfluenceCredential credential, Action<ConfluenceClientOptions>? configure = null)
    {
        ConfluenceClientOptions options = new() { GatewayAddress = new Uri(Sandbox.GatewayAddress.GetLeftPart(UriPartial.Authority)) };
        configure?.Invoke(options);
        return new ConfluenceClient(Sandbox.BaseAddress.ToString(), credential, options);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Sandbox.DisposeAsync();
    }
}
