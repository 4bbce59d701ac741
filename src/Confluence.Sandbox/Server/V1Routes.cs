using Confluence.Sandbox.Http;
using Confluence.Sandbox.V1;
using Confluence.Sandbox.V1.Search;

namespace Confluence.Sandbox.Server;

/// <summary>The routes below <c>/wiki/rest</c>. A new resource is a file of its own and a line here.</summary>
internal static class V1Routes
{
    public static RouteTable Create()
    {
        RouteTable routes = new();
        AnalyticsRoutes.Add(routes);
        AuditRoutes.Add(routes);
        UserRoutes.Add(routes);
        UserSearchRoutes.Add(routes);
        GroupRoutes.Add(routes);
        SearchRoutes.Add(routes);
        AttachmentRoutes.Add(routes);
        LabelRoutes.Add(routes);
        return routes;
    }
}
