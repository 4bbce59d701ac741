using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Confluence.Sandbox.Server;

/// <summary>Kestrel on the loopback address, with a port for the site, one for its media host and one for the authorization server. What it receives, a <see cref="RequestPipeline"/> answers.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SandboxServer(WebApplication application) => _application = application;

    /// <summary>Gets the address of the site.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public static async Task<SandboxServer> StartAsync(int port, RequestPipeline pipeline, CancellationToken cancellationToken)
    {
        // The empty builder brings no configuration, no logging and no environment; the lifetime it does bring would listen for Ctrl+C.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
        });

        WebApplication application = builder.Build();
        SandboxServer server = new(application);
        application.Run(pipeline.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        IServerAddressesFeature addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        string[] bound = [.. addresses.Addresses]; // In the order of the calls of Listen.
        server.Address = new Uri(bound[0]);
        pipeline.MediaAddress = new Uri(bound[1]);
        pipeline.AuthorizationAddress = new Uri(bound[2]);
        if (pipeline.SiteAddress.Length == 0)
        {
            pipeline.SiteAddress = server.Address.GetLeftPart(UriPartial.Authority);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A lifetime that neither writes to the console nor listens to signals: the process belongs to whoever started it.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
