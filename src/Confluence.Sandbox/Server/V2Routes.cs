using Confluence.Sandbox.Http;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.Server;

/// <summary>The routes below <c>/wiki/api/v2</c>. A new resource is a file of its own and a line here.</summary>
internal static class V2Routes
{
    public static RouteTable Create()
    {
        RouteTable routes = new();
        PageRoutes.Add(routes);
        PageWriteRoutes.Add(routes);
        SpaceRoutes.Add(routes);
        VersionRoutes.Add(routes);
        CommentRoutes.Add(routes);
        CommentWriteRoutes.Add(routes);
        AttachmentRoutes.Add(routes);
        LikeRoutes.Add(routes);
        LabelRoutes.Add(routes);
        PropertyRoutes.Add(routes);
        TaskRoutes.Add(routes);
        HierarchyRoutes.Add(routes);
        UserRoutes.Add(routes);
        return routes;
    }
}
