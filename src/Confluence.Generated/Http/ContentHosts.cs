namespace Confluence.Generated.Http;

/// <summary>
/// Chooses who fetches the content of a download from another host. The default headers of the caller's <see cref="HttpClient"/>, which may hold cookies and keys,
/// cannot be kept from a request that goes through it; where there are any, a bare client of our own fetches the content.
/// </summary>
internal sealed class ContentHosts(HttpClient client, bool isOwnClient) : IDisposable
{
    /// <summary>What the messages to other hosts set themselves, so that no default is added.</summary>
    private static readonly string[] s_ownHeaders = ["User-Agent", "Accept", "Accept-Encoding"];

    private readonly Lazy<HttpClient> _bare = new(OwnHttpClient.Create);

    /// <summary>Who sends the request for content, and whether it is a client of ours.</summary>
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
