namespace Confluence.Generated.Sites;

/// <summary>
/// Where the requests of a client go: to the site that was stated, or to the gateway in front of it once it has turned out that the credential works only there.
/// Shared by the clients that have the same site and credential, so that only the first of them has to find out.
/// </summary>
/// <param name="stated">The site that was stated.</param>
internal sealed class SiteConnection(ConfluenceSite stated)
{
    private volatile ConfluenceSite? _gateway;

    public ConfluenceSite Stated => stated;

    public ConfluenceSite Current => _gateway ?? stated;

    /// <summary>From now on requests go through the gateway.</summary>
    public void MoveTo(ConfluenceSite gateway) => _gateway = gateway;
}
