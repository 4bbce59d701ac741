using System.Net;

namespace Confluence.Generated.Http;

/// <summary>The HTTP client that is made where the caller gives none.</summary>
internal static class OwnHttpClient
{
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None, // The client does it itself: the framework takes compressed content that was cut off for complete.
        ConnectTimeout = TimeSpan.FromSeconds(15),
        EnableMultipleHttp2Connections = true,
        // New connections see changes of DNS; the pool of a long-lived client would never look again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // The transport keeps its own limits and tells them apart.
    };
}
