using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V1;
using Confluence.Sandbox.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Confluence.Sandbox.Http;

/// <summary>Kestrel on the loopback address, and the way of a request through it: credential, XSRF check, route, answer.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private const string V2Prefix = "/wiki/api/v2/";
    private const string V1Prefix = "/wiki/rest/";

    private readonly WebApplication _application;
    private readonly Site _site;
    private readonly Credential _credential;
    private readonly RouteTable _v1 = V1Routes.Create();
    private readonly RouteTable _v2 = V2Routes.Create();
    private string _siteAddress;
    private long _requests;

    private SandboxServer(WebApplication application, Site site, Credential credential, string siteAddress)
    {
        _application = application;
        _site = site;
        _credential = credential;
        _siteAddress = siteAddress;
    }

    /// <summary>Gets the address that the server listens on.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public static async Task<SandboxServer> StartAsync(SandboxOptions options, Site site, Credential credential, CancellationToken cancellationToken)
    {
        // The empty builder brings no configuration, no logging and no environment; the lifetime it does bring would listen for Ctrl+C.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });

        WebApplication application = builder.Build();
        SandboxServer server = new(application, site, credential, options.SiteAddress?.GetLeftPart(UriPartial.Authority) ?? "");
        application.Run(server.AnswerAsync);
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
        server.Address = new Uri(addresses.Addresses.Single());
        if (server._siteAddress.Length == 0)
        {
            server._siteAddress = server.Address.GetLeftPart(UriPartial.Authority);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Draw draw = new(_site.Seed, EntityKind.Request, Interlocked.Increment(ref _requests));
        string requestId = Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
        http.Response.Headers["atl-request-id"] = requestId;
        http.Response.Headers["atl-traceid"] = requestId.Replace("-", "", StringComparison.Ordinal);

        try
        {
            await RouteAsync(http).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            await WriteAsync(refusal, http.Response).ConfigureAwait(false);
        }
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A defect of the sandbox: there is no log to find it in, so the caller is told.
            await WriteAsync(Refusal.WithText(StatusCodes.Status500InternalServerError, $"The sandbox failed: {error}"), http.Response).ConfigureAwait(false);
        }
    }

    private Task RouteAsync(HttpContext http)
    {
        string path = RawPath(http);
        if (path == "/_edge/tenant_info")
        {
            Draw draw = new(_site.Seed, EntityKind.Site, 1);
            string cloudId = Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
            new Exchange(http, _site, _siteAddress, []).WriteObject(writer => writer.WriteString("cloudId"u8, cloudId));
            return Task.CompletedTask;
        }

        if (path.StartsWith(MediaRoutes.Prefix, StringComparison.Ordinal))
        {
            return MediaRoutes.AnswerAsync(new Exchange(http, _site, _siteAddress, []), path[MediaRoutes.Prefix.Length..]);
        }

        if (path.StartsWith(MediaRoutes.BrowserPrefix, StringComparison.Ordinal))
        {
            throw MediaRoutes.BrowserSessionNeeded();
        }

        bool v2 = path.StartsWith(V2Prefix, StringComparison.Ordinal);
        if (!v2 && !path.StartsWith(V1Prefix, StringComparison.Ordinal))
        {
            throw Refusal.WithHtml(StatusCodes.Status404NotFound, "Page not found");
        }

        if (!_credential.Accepts(http.Request.Headers.Authorization))
        {
            throw v2 ? V2Error.NotFound() : V1Error.NoAccess();
        }

        if (!v2 && !HttpMethods.IsGet(http.Request.Method) && (string?)http.Request.Headers["X-Atlassian-Token"] is not ("no-check" or "nocheck"))
        {
            throw V1Error.XsrfCheckFailed();
        }

        ReadOnlySpan<char> rest = path.AsSpan(v2 ? V2Prefix.Length : V1Prefix.Length);
        switch ((v2 ? _v2 : _v1).Find(http.Request.Method, rest, out RouteHandler? handler, out IReadOnlyList<string> values, out string allowed))
        {
            case RouteOutcome.Found when handler is not null:
                return handler(new Exchange(http, _site, _siteAddress, values));
            case RouteOutcome.NoSuchMethod:
                Refusal refusal = Refusal.WithHtml(StatusCodes.Status405MethodNotAllowed, "Method not allowed");
                refusal.Headers["Allow"] = allowed;
                throw refusal;
            default:
                throw Refusal.WithHtml(StatusCodes.Status404NotFound, "Page not found");
        }
    }

    // The path as it was sent: the decoded one would turn %2F inside an id into a separator.
    private static string RawPath(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    private static async Task WriteAsync(Refusal refusal, HttpResponse response)
    {
        response.StatusCode = refusal.Status;
        response.ContentType = refusal.ContentType;
        foreach ((string name, string value) in refusal.Headers)
        {
            response.Headers[name] = value;
        }

        if (refusal.Json is Action<Utf8JsonWriter> json)
        {
            using Utf8JsonWriter writer = new(response.BodyWriter, JsonOutput.Options);
            json(writer);
        }
        else
        {
            await response.WriteAsync(refusal.Text ?? "").ConfigureAwait(false);
        }
    }

    /// <summary>A lifetime that neither writes to the console nor listens to signals: the process belongs to whoever started it.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
