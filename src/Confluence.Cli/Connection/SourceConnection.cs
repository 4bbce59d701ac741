using System.Net;
using System.Threading.RateLimiting;
using Confluence.Cli.Progress;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Generated;
using Confluence.Sandbox;

namespace Confluence.Cli.Connection;

/// <summary>An open connection to what the tool reads from. The sandbox, if it is one, runs as long as the connection.</summary>
internal sealed class SourceConnection : IAsyncDisposable
{
    // The sandbox listens on a port of its own at each start; with a fixed address in its answers, the same seed gives the same bytes.
    private static readonly Uri s_sandboxAddress = new("https://sandbox.example");

    private readonly RateLimiter? _limiter;
    private readonly ConfluenceSandbox? _sandbox;

    private SourceConnection(ConfluenceClient client, HttpClient http, RateLimiter? limiter, ConfluenceSandbox? sandbox)
    {
        Client = client;
        Http = http;
        _limiter = limiter;
        _sandbox = sandbox;
    }

    /// <summary>Gets the client to read with.</summary>
    public ConfluenceClient Client { get; }

    /// <summary>Gets what the client sends its requests with; it adds no credential.</summary>
    public HttpClient Http { get; }

    /// <summary>Opens a connection. To a site nothing is sent yet.</summary>
    /// <param name="settings">Where to.</param>
    /// <param name="requests">What the command line says about single requests.</param>
    /// <param name="patience">How long to try.</param>
    /// <param name="environment">The world around the tool.</param>
    /// <param name="progress">The line that shows the progress of the command.</param>
    /// <param name="requestsAtOnce">How many requests may wait for their answers at the same time; null for any number.</param>
    /// <param name="cancellationToken">Ends the opening early.</param>
    public static async Task<SourceConnection> OpenAsync(
        SourceSettings settings,
        RequestSettings requests,
        Patience patience,
        CliEnvironment environment,
        ProgressLine progress,
        int? requestsAtOnce,
        CancellationToken cancellationToken)
    {
        switch (settings)
        {
            case SiteSettings site:
                if (site is ConsentSettings consent)
                {
                    await KeptTokens.CheckAsync(consent.Folder, cancellationToken).ConfigureAwait(false);
                }

                return Open(site.Site, http => site.Credential(http, environment.Clock), site.Gateway, sandbox: null);
            case SandboxSettings options:
                ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
                    new SandboxOptions { Seed = options.Seed, Pages = options.Pages, SiteAddress = s_sandboxAddress, TimeProvider = environment.Clock },
                    cancellationToken).ConfigureAwait(false);
                return Open(ConfluenceSite.Parse(sandbox.BaseAddress.ToString()), _ => new ApiTokenCredential(sandbox.Email, sandbox.ApiToken), gateway: null, sandbox);
            default:
                throw new ArgumentException($"The settings {settings.GetType().Name} name a source that cannot be opened.", nameof(settings));
        }

        SourceConnection Open(ConfluenceSite site, Func<HttpClient, ConfluenceCredential> credential, Uri? gateway, ConfluenceSandbox? sandbox)
        {
            HttpClient http = CreateHttp(requests, environment, progress, sandbox is null);
            ConcurrencyLimiter? limiter = requestsAtOnce is int count ? new(new ConcurrencyLimiterOptions { PermitLimit = count, QueueLimit = int.MaxValue }) : null;
            ConfluenceClientOptions options = new()
            {
                GatewayAddress = gateway,
                PageSize = requests.PageSize,
                HttpClient = http,
                ApplicationName = $"{ToolVersion.Name}-cli/{ToolVersion.Value}",
                TimeProvider = environment.Clock,
                Quota = { Limiter = limiter },
            };
            patience.ApplyTo(options);
            return new SourceConnection(new ConfluenceClient(site, credential(http), options), http, limiter, sandbox);
        }
    }

    /// <summary>Makes what sends the requests of the tool. It adds no credential.</summary>
    /// <param name="requests">What the command line says about single requests.</param>
    /// <param name="environment">The world around the tool.</param>
    /// <param name="progress">The line that shows the progress of the command.</param>
    /// <param name="isThroughProxy">Whether the proxy of the environment leads there; none leads to the sandbox.</param>
    public static HttpClient CreateHttp(RequestSettings requests, CliEnvironment environment, ProgressLine progress, bool isThroughProxy = true)
    {
        HttpMessageHandler handler = environment.Handler?.Invoke() ?? CreateHandler(isThroughProxy ? environment.Proxy : null);
        return new HttpClient(requests.Verbose ? new RequestLines(handler, environment, progress) : handler)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            Timeout = Timeout.InfiniteTimeSpan, // The client keeps limits of its own and tells them apart.
        };
    }

    /// <summary>Closes the connection and stops the sandbox.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Http.Dispose();
        _limiter?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static SocketsHttpHandler CreateHandler(IWebProxy? proxy)
    {
        SocketsHttpHandler handler = ConfluenceHttp.CreateHandler();
        handler.Proxy = proxy;
        handler.UseProxy = proxy is not null; // No proxy leads to the sandbox.
        return handler;
    }
}
