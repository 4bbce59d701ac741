namespace Confluence.Generated.Http;

/// <summary>
/// Chooses the client that fetches the content of a download from another host. The default headers of the caller's <see cref="HttpClient"/>, which may contain cookies and keys,
/// cannot be removed from a request that it sends; if there are any, a separate client without headers fetches the content.
/// </summary>
internal sealed class ContentHosts(HttpClient client, bool isOwnClient) : IDisposable
{
    /// <summary>The headers that messages to other hosts set themselves, so that no default is added.</summary>
    private static readonly string[] s_ownHeaders = ["User-Agent", "Accept", "Accept-Encoding"];

    private readonly Lazy<HttpClient> _bare = new(OwnHttpClient.Create);

    /// <summary>Gets the client that sends the request for content, and whether it is our own.</summary>
    public (HttpClient Sender, bool IsOwn) SenderFor(Uri target, ConfluenceSite site)
    {
        bool isBareNeeded = !isOwnClient && !FinalAddress.IsAt(target, site)
            && client.DefaultRequestHeaders.NonValidated.Any(static header => !s_ownHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return isBareNeeded ? (_bare.Value, true) : (client, isOwnClient);
    }

    public void Dispose()
    {
        if (_bare.IsValueCreated)
        {
            _bare.Value.Dispose();
        }
    }
}
