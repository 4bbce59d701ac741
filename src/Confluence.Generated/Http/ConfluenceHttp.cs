using System.Net;

namespace Confluence.Generated;

/// <summary>Makes what a client of your own needs beneath it; see <see cref="ConfluenceClientOptions.HttpClient"/>.</summary>
public static class ConfluenceHttp
{
    /// <summary>
    /// Makes a handler that is set up as the Confluence client wants it: it follows no redirects, keeps no cookies, does not decompress, gives up a connection that cannot be made
    /// within 15 seconds, uses several HTTP/2 connections, and opens new ones after 5 minutes, so that changes of DNS are seen. The client makes the same for itself.
    /// Change what you need (a proxy, certificates), and put your own handlers in front of it. The caller disposes it, or the <see cref="HttpClient"/> that it is given to does.
    /// </summary>
    /// <returns>A new handler.</returns>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None, // The client does it itself: the framework takes compressed content that was cut off for complete.
        ConnectTimeout = TimeSpan.FromSeconds(15),
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // The pool of a long-lived client would never look at DNS again.
        UseCookies = false,
    };
}
