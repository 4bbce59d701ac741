using Confluence.Cli.Settings;
using Confluence.Generated;
using Confluence.Sandbox;

namespace Confluence.Cli.Reading;

/// <summary>An open connection to what the tool reads from. The sandbox, if it is one, runs as long as the connection.</summary>
internal sealed class SourceConnection : IAsyncDisposable
{
    // The sandbox listens on a port of its own at each start; with a fixed address in its answers, the same seed gives the same bytes.
    private static readonly Uri s_sandboxAddress = new("https://sandbox.example");

    private readonly ConfluenceSandbox? _sandbox;

    private SourceConnection(ConfluenceClient client, ConfluenceSandbox? sandbox)
    {
        Client = client;
        _sandbox = sandbox;
    }

    /// <summary>Gets the client to read with.</summary>
    public ConfluenceClient Client { get; }

    /// <summary>Opens a connection. To a site nothing is sent yet.</summary>
    public static async Task<SourceConnection> OpenAsync(SourceSettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        switch (settings)
        {
            case SiteSettings site:
                return new SourceConnection(CreateClient(site.Site.ToString(), site.Credential, clock), sandbox: null);
            case SandboxSettings options:
                ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
                    new SandboxOptions { Seed = options.Seed, Pages = options.Pages, SiteAddress = s_sandboxAddress, TimeProvider = clock },
                    cancellationToken).ConfigureAwait(false);
                ApiTokenCredential credential = new(sandbox.Email, sandbox.ApiToken);
                return new SourceConnection(CreateClient(sandbox.BaseAddress.ToString(), credential, clock), sandbox);
            default:
                throw new ArgumentException($"The settings {settings.GetType().Name} name a source that cannot be opened.", nameof(settings));
        }
    }

    /// <summary>Closes the connection and stops the sandbox.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ConfluenceClient CreateClient(string site, ConfluenceCredential credential, TimeProvider clock) => new(new ConfluenceClientOptions
    {
        Site = site,
        Credential = credential,
        ApplicationName = $"{ToolVersion.Name}-cli/{ToolVersion.Value}",
        TimeProvider = clock,
    });
}
