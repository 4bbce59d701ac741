namespace Confluence.Generated;

/// <summary>One of Atlassian's clouds, with its hosts.</summary>
/// <param name="SiteSuffix">The suffix of the hosts of its sites.</param>
/// <param name="GatewayHost">The host of its API gateway.</param>
/// <param name="TokenPage">The page where accounts create API tokens; null if it is not known.</param>
/// <param name="AppPage">The page where OAuth apps are managed; null if it is not known.</param>
internal sealed record ConfluenceCloud(string SiteSuffix, string GatewayHost, string? TokenPage, string? AppPage)
{
    /// <summary>The cloud that a bare site name belongs to.</summary>
    public static ConfluenceCloud Commercial { get; } = new(
        ".atlassian.net",
        "api.atlassian.com",
        "https://id.atlassian.com/manage-profile/security/api-tokens",
        "https://developer.atlassian.com/console/myapps");

    /// <summary>All known clouds. The gateway of another one can be given by its whole address.</summary>
    public static IReadOnlyList<ConfluenceCloud> All { get; } =
    [
        Commercial,
        new(".atlassian-us-gov-mod.net", "api.atlassian-us-gov-mod.com", null, null),
    ];

    /// <summary>The address of the gateway, with a placeholder for the id of the site.</summary>
    public string GatewayForm => $"https://{GatewayHost}/ex/confluence/{{cloudId}}";

    /// <summary>Gets the cloud that a host belongs to; the commercial one for an unknown host, such as a custom domain.</summary>
    public static ConfluenceCloud Of(string host) => Find(host) ?? Commercial;

    /// <summary>Whether a host is that of a site, and not of a gateway, a proxy, or a domain of the customer's own.</summary>
    public static bool IsSite(string host) => All.Any(cloud => host.EndsWith(cloud.SiteSuffix, StringComparison.Ordinal));

    /// <summary>Whether a host belongs to Atlassian without being a site or a gateway.</summary>
    public static bool IsOther(string host) => All.Any(cloud =>
        host == cloud.SiteSuffix[1..] || (host != cloud.GatewayHost && (host == Parent(cloud) || host.EndsWith("." + Parent(cloud), StringComparison.Ordinal))));

    private static ConfluenceCloud? Find(string host) => All.FirstOrDefault(cloud => host == cloud.GatewayHost || host.EndsWith(cloud.SiteSuffix, StringComparison.Ordinal));

    private static string Parent(ConfluenceCloud cloud) => cloud.GatewayHost[(cloud.GatewayHost.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
