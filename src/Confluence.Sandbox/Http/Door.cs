using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Confluence.Sandbox.Http;

/// <summary>The API that a path belongs to.</summary>
internal enum Api
{
    None,
    V1,
    V2,
}

/// <summary>Where a request came in, and the rest of its way.</summary>
/// <param name="IsGateway">Whether it came through the gateway.</param>
/// <param name="Path">The path from the root of the site, without the gateway's prefix, still percent-encoded.</param>
/// <param name="NamesSite">False for a request to the gateway that names no site, or another one. Its path is kept whole.</param>
internal readonly record struct Door(bool IsGateway, string Path, bool NamesSite)
{
    public const string V2Prefix = "/wiki/api/v2/";
    public const string V1Prefix = "/wiki/rest/";

    private const string GatewayHost = "api.atlassian.com";
    public const string GatewayPrefix = "/ex/confluence/";

    /// <summary>Gets the API that the path belongs to, at the site or the gateway.</summary>
    public Api Api => Path.StartsWith(V2Prefix, StringComparison.Ordinal) ? Api.V2
        : Path.StartsWith(V1Prefix, StringComparison.Ordinal) ? Api.V1
        : Api.None;

    /// <summary>Tells the gateway from the site: by the prefix, or by the name of the gateway's host in the <c>Host</c> header.</summary>
    public static Door Of(HttpContext http, string cloudId)
    {
        string path = RawPath(http);
        string prefix = GatewayPrefix + cloudId;
        if (path.StartsWith(prefix + "/", StringComparison.Ordinal))
        {
            return new Door(true, path[prefix.Length..], true);
        }

        bool isGateway = path.StartsWith("/ex/", StringComparison.Ordinal)
            || http.Request.Host.Host.Equals(GatewayHost, StringComparison.OrdinalIgnoreCase);
        return new Door(isGateway, path, NamesSite: !isGateway || path == SiteFacts.AccessibleResources);
    }

    /// <summary>The door of a host that has one alone: the media host, or the authorization server.</summary>
    public static Door OfOwnHost(HttpContext http) => new(false, RawPath(http), true);

    // The path as it was sent: the decoded one would turn %2F inside an id into a separator.
    private static string RawPath(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }
}
