namespace Confluence.Generated.OAuth;

/// <summary>Chooses among the sites that tokens reach.</summary>
internal static class ResourceChoice
{
    private const string NewApps = "Newer apps reach only the sites that the account chose at its consent";

    public static ConfluenceSite Find(IReadOnlyList<OAuthResource> resources, string? site)
    {
        if (resources.Count == 0)
        {
            throw new ConfluenceOAuthException(ConfluenceOAuthErrorKind.SiteNotGranted, $"The tokens reach no site. {NewApps}: let it consent again and choose one, and check that the account has access to Confluence there.");
        }

        if (site is null)
        {
            return resources.Count == 1 ? resources[0].ToSite() : throw new ConfluenceOAuthException(
                ConfluenceOAuthErrorKind.SiteNotNamed, $"The tokens reach {resources.Count} sites, and none was named: {Names(resources)}. Name one.");
        }

        if (resources.FirstOrDefault(resource => resource.CloudId.Equals(site, StringComparison.OrdinalIgnoreCase)) is { } byId)
        {
            return byId.ToSite();
        }

        ConfluenceSite wanted = ConfluenceSite.Parse(site);
        OAuthResource? found = resources.FirstOrDefault(resource =>
            resource.CloudId == wanted.CloudId || resource.Address.Authority.Equals(wanted.BaseAddress.Authority, StringComparison.OrdinalIgnoreCase));
        return found?.ToSite() ?? throw new ConfluenceOAuthException(
            ConfluenceOAuthErrorKind.SiteNotGranted, $"The tokens do not reach {wanted}, only {Names(resources)}. {NewApps}: let it consent again and choose the site.");
    }

    private static string Names(IReadOnlyList<OAuthResource> resources)
    {
        const int Most = 5;
        string more = resources.Count > Most ? $" and {resources.Count - Most} more" : string.Empty;
        return string.Join(", ", resources.Take(Most)) + more;
    }
}
