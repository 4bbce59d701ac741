namespace Confluence.Generated;

/// <summary>A site that tokens of an app reach: one that the person chose at the consent, or all that an older app may use.</summary>
/// <param name="CloudId">The id of the site.</param>
/// <param name="Name">The name of the site.</param>
/// <param name="Address">The address of the site, as people open it.</param>
/// <param name="Scopes">What was consented to there.</param>
public sealed record OAuthResource(string CloudId, string Name, Uri Address, IReadOnlyList<string> Scopes)
{
    /// <summary>The gateway that the resource was listed at; null for that of the site's cloud.</summary>
    internal Uri? Gateway { get; init; }

    /// <summary>The site, for the constructor of a <see cref="ConfluenceClient"/>: requests go to the gateway, links lead to the site.</summary>
    /// <returns>The site.</returns>
    /// <exception cref="ArgumentException">The address is not that of a site.</exception>
    public ConfluenceSite ToSite() => ConfluenceSite.Parse(Address.AbsoluteUri).AtGateway(CloudId, Gateway);

    /// <summary>The name and the address.</summary>
    /// <returns>For example <c>Acme (https://acme.atlassian.net)</c>.</returns>
    public override string ToString() => $"{Name} ({Address.GetLeftPart(UriPartial.Authority)})";
}
