using System.Net;
using Confluence.Cli.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Confluence.Cli.SignIn;

/// <summary>Listens on this machine for the browser that comes back from a consent. It takes the first call of its path, and answers all others with 404.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private const string CallbackPath = "/callback";
    private const string Page = "The answer has arrived. Go back to the terminal: it says whether the sign-in worked. You can close this page.\n";

    private readonly WebApplication _application;
    private readonly TaskCompletionSource<Uri> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CallbackListener(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Gets the address that the browser must come back to.</summary>
    public Uri Address { get; }

    /// <summary>Gives the address that the app must have registered.</summary>
    public static Uri AddressOf(int port) => new(FormattableString.Invariant($"http://127.0.0.1:{port}{CallbackPath}"));

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The port.</param>
    /// <param name="portOption">The option that chooses it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UsageException">Something else has the port.</exception>
    public static async Task<CallbackListener> StartAsync(int port, string portOption, CancellationToken cancellationToken)
    {
        // The empty builder brings no configuration, no logging and no environment; the lifetime it does bring would listen for Ctrl+C.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        WebApplication application = builder.Build();
        CallbackListener listener = new(application, AddressOf(port));
        application.Run(listener.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return listener;
        }
        catch (IOException exception)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new UsageException(FormattableString.Invariant($"The port {port} of 127.0.0.1 cannot be listened on ({(exception.InnerException ?? exception).Message.TrimEnd('.')}). ")
                + $"End the program that has it, or choose another one with {portOption} and register http://127.0.0.1:PORT{CallbackPath} with it in the app's settings.");
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits for the browser.</summary>
    /// <returns>The address that it came back to, with its query.</returns>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public Task<Uri> WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken) => _callback.Task.WaitAsync(longest, clock, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The browser gets its page to the end, and keeps nothing open for long.
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
        await _application.StopAsync(limit.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != CallbackPath || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Connection = "close";
        await context.Response.WriteAsync(Page, context.RequestAborted).ConfigureAwait(false);
        await context.Response.CompleteAsync().ConfigureAwait(false);
        _callback.TrySetResult(new Uri(Address, CallbackPath + context.Request.QueryString.Value));
    }

    /// <summary>A lifetime that neither writes to the console nor listens to signals: those are the tool's.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
