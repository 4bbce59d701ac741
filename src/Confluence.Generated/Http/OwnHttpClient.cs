namespace Confluence.Generated.Http;

/// <summary>The HTTP client that is made where the caller gives none.</summary>
internal static class OwnHttpClient
{
    public static HttpClient Create() => new(ConfluenceHttp.CreateHandler())
    {
        Timeout = Timeout.InfiniteTimeSpan, // The client keeps its own limits and tells them apart.
    };
}
