using System.Net;

namespace Confluence.Generated;

/// <summary>Creates the handler for an HTTP client of your own; see <see cref="ConfluenceClientOptions.HttpClient"/>.</summary>
public static class ConfluenceHttp
{
    /// <summary>
    /// Creates a handler with the settings that the Confluence client needs: it follows no redirects, keeps no cookies, does not decompress, gives up connecting
    /// after 15 seconds, uses several HTTP/2 connections, and opens new ones after 5 minutes to pick up DNS changes. The client creates the same handler for itself.
    /// Change what you need (a proxy, certificates), and put your own handlers in front of it. The caller or the <see cref="HttpClient"/> that uses it disposes it.
    /// </summary>
    /// <returns>A new handler.</returns>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None, // The client does it itself: the framework treats compressed content that was cut off as complete.
        ConnectTimeout = TimeSpan.FromSeconds(15),
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // The pool of a long-lived client would never query DNS again.
        UseCookies = false,
    };
}
