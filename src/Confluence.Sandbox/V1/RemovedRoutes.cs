using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>
/// The operations that left v1. They answer 410, so that a client which still calls one learns of it. What a document still has comes first: the
/// templates of what is gone fit many paths that are not.
/// </summary>
internal static class RemovedRoutes
{
    private static readonly (string Method, string Template)[] s_removed =
    [
        ("GET", "api/content"),
        ("POST", "api/content"),
        ("GET", "api/content/{}"),
        ("PUT", "api/content/{}"),
        ("DELETE", "api/content/{}"),
        ("GET", "api/content/{}/child"),
        ("GET", "api/content/{}/child/{}"),
        ("GET", "api/content/{}/history"),
        ("GET", "api/content/{}/label"),
        ("GET", "api/content/{}/property"),
        ("POST", "api/content/{}/property"),
        ("GET", "api/content/{}/property/{}"),
        ("POST", "api/content/{}/property/{}"),
        ("PUT", "api/content/{}/property/{}"),
        ("DELETE", "api/content/{}/property/{}"),
        ("GET", "api/content/{}/version"),
        ("GET", "api/content/{}/version/{}"),
        ("POST", "api/contentbody/convert/{}"),
        ("GET", "api/group/by-name"),
        ("GET", "api/group/member"),
        ("GET", "api/group/{}"),
        ("GET", "api/group/{}/member"),
        ("GET", "api/inlinetasks/search"),
        ("GET", "api/inlinetasks/{}"),
        ("PUT", "api/inlinetasks/{}"),
        ("GET", "api/space"),
        ("GET", "api/space/{}"),
        ("GET", "api/space/{}/content"),
        ("GET", "api/space/{}/content/{}"),
        ("GET", "api/space/{}/property"),
        ("POST", "api/space/{}/property"),
        ("GET", "api/space/{}/property/{}"),
        ("POST", "api/space/{}/property/{}"),
        ("PUT", "api/space/{}/property/{}"),
        ("DELETE", "api/space/{}/property/{}"),
    ];

    public static RouteTable Create()
    {
        RouteTable routes = new();
        foreach ((string method, string template) in s_removed)
        {
            routes.Add(method, template, static _ => throw V1Error.Gone());
        }

        return routes;
    }
}
