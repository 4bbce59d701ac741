namespace Confluence.Generated.Http;

/// <summary>Creates the HTTP client if the caller provides none.</summary>
internal static class OwnHttpClient
{
    public static HttpClient Create() => new(ConfluenceHttp.CreateHandler())
    {
        Timeout = Timeout.InfiniteTimeSpan, // The client has its own limits and distinguishes them.
    };
}
