using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Confluence.Generated.Sites;

namespace Confluence.Generated.Transport;

/// <summary>Remembers for each credential where the sites are reached that it is used for.</summary>
internal static class SiteConnections
{
    private static readonly ConditionalWeakTable<ConfluenceCredential, ConcurrentDictionary<(string Site, Uri? Web, Uri? Gateway), SiteConnection>> s_connections = [];

    public static SiteConnection For(ConfluenceSite site, ConfluenceCredential credential, Uri? gateway) =>
        s_connections.GetOrCreateValue(credential).GetOrAdd((site.Base, site.WebBase, gateway), static (_, stated) => new SiteConnection(stated), site);
}
