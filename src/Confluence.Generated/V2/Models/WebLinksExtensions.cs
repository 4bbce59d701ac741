using Confluence.Generated.Sites;

namespace Confluence.Generated.V2.Models;

/// <summary>Extension methods for links.</summary>
public static class WebLinksExtensions
{
    /// <summary>The address to open in a browser: on the site, even when requests go through the gateway.</summary>
    /// <remarks>
    /// The links of an item of a list do not hold the address of the site, so the result is null unless <paramref name="webBase"/> is given: pass
    /// <see cref="ResultPage{T}.WebBase"/>, or, for a client that talks to the site itself, <see cref="ConfluenceSite.WebBase"/>. Its
    /// <see cref="ConfluenceSite.BaseAddress"/> lacks <c>/wiki</c>.
    /// </remarks>
    /// <param name="links">The links of something.</param>
    /// <param name="webBase">The address of the site with <c>/wiki</c>, for links that do not tell it; null when it is not known.</param>
    /// <returns>The address; null when the place (<see cref="IWebLinks.WebUi"/>) or the site is not known, or both make no address of the web.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="links"/> is null.</exception>
    public static Uri? GetWebUrl(this IWebLinks links, Uri? webBase = null)
    {
        ArgumentNullException.ThrowIfNull(links);
        return WebAddress.Of(WebAddress.Site(links.Base) ?? webBase, links.WebUi);
    }
}
