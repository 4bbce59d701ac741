using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>The tree of pages: children, direct children, ancestors and descendants of a page.</summary>
internal static class HierarchyRoutes
{
    private static readonly string[] s_childSorts = ["created-date", "id", "child-position", "modified-date"];
    private static readonly string[] s_directChildSorts = [.. s_childSorts, "title"];

    public static void Add(RouteTable routes)
    {
        routes.Get("pages/{}/children", static exchange => Children(exchange, "page-children", s_childSorts, direct: false));
        routes.Get("pages/{}/direct-children", static exchange => Children(exchange, "page-direct-children", s_directChildSorts, direct: true));
        routes.Get("pages/{}/ancestors", Ancestors);
        routes.Get("pages/{}/descendants", Descendants);
    }

    public static void WriteIncluded(Utf8JsonWriter writer, Exchange exchange, Page page, string path) => Included.Write(
        writer,
        "directChildren",
        path + "/direct-children",
        new V2List("page-direct-children", "child-position", false, null, 0),
        exchange.Site.Tree.ChildrenOf(page.Id),
        Order(exchange.Site, "child-position"),
        (json, id) => WriteChild(json, exchange.Site, id, direct: true));

    private static void Children(Exchange exchange, string name, IReadOnlyList<string> sorts, bool direct)
    {
        Page page = PageRoutes.Required(exchange, PageKind.Page);
        V2List list = V2List.Read(exchange, name, "child-position", sorts);
        Func<long, ListKey> key = Order(exchange.Site, list.Order);
        list.Write(exchange, list.Cut(exchange.Site.Tree.ChildrenOf(page.Id), key), key, (writer, id) => WriteChild(writer, exchange.Site, id, direct));
    }

    /// <summary>Lists the ancestors from the top down. This list has a limit but no cursor: the nearest ones win.</summary>
    private static void Ancestors(Exchange exchange)
    {
        Site site = exchange.Site;
        Page page = PageRoutes.Required(exchange, PageKind.Page);
        int limit = exchange.Number("limit", 25, 1, 250);
        List<long> ancestors = [];
        for (long? parent = PageTree.ParentOf(page); parent is long id && ancestors.Count < limit;)
        {
            ancestors.Insert(0, id);
            parent = site.FindPage(id) is Page found ? PageTree.ParentOf(found) : null;
        }

        V2List list = new("page-ancestors", "place", false, null, limit);
        list.Write(exchange, new Slice<long>(ancestors, false), ListKey.ById, static (writer, id) =>
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, id);
            writer.WriteString("type"u8, "page"u8);
            writer.WriteEndObject();
        });
    }

    private static void Descendants(Exchange exchange)
    {
        Site site = exchange.Site;
        Page page = PageRoutes.Required(exchange, PageKind.Page);
        int depth = exchange.Number("depth", 2, 1, 10);
        V2List list = V2List.Read(exchange, "page-descendants", "place", []);
        Func<Descendant, ListKey> key = static item => ListKey.ById(item.Place);
        Slice<Descendant> slice = Slicing.InOrder(Below(site, page.Id, depth), key, false, list.After, list.Limit);
        list.Write(exchange, slice, key, (writer, item) =>
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, item.Id);
            writer.WriteString("status"u8, Status(site, item.Id));
            writer.WriteString("title"u8, site.Title(item.Id));
            writer.WriteId("parentId"u8, item.Parent);
            writer.WriteNumber("depth"u8, item.Depth);
            WritePosition(writer, site, item.Id);
            writer.WriteString("type"u8, "page"u8);
            writer.WriteDate("lastModified"u8, site.ModifiedAt(item.Id));
            writer.WriteEndObject();
        });
    }

    /// <summary>Gives the descendants from above to below, each parent before its children, with their places in that order.</summary>
    private static IEnumerable<Descendant> Below(Site site, long root, int depth)
    {
        int place = 0;
        Stack<(long Id, long Parent, int Depth)> open = new();
        Push(root, 1);
        while (open.TryPop(out (long Id, long Parent, int Depth) next))
        {
            yield return new Descendant(place++, next.Id, next.Parent, next.Depth);
            if (next.Depth < depth)
            {
                Push(next.Id, next.Depth + 1);
            }
        }

        void Push(long parent, int level)
        {
            foreach (long child in site.Tree.ChildrenOf(parent).Reverse())
            {
                open.Push((child, parent, level));
            }
        }
    }

    private static void WriteChild(Utf8JsonWriter writer, Site site, long id, bool direct)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, id);
        writer.WriteString("status"u8, Status(site, id));
        writer.WriteString("title"u8, site.Title(id));
        if (direct)
        {
            writer.WriteString("type"u8, "page"u8);
        }
        else
        {
            writer.WriteId("spaceId"u8, site.Ids.SpaceId(site.SpaceOf(id)));
        }

        WritePosition(writer, site, id);
        writer.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter writer, Site site, long id) => writer.WriteNumber("childPosition"u8, site.PositionOf(id));

    private static string Status(Site site, long id) => site.StatusOf(id) == PageStatus.Archived ? "archived" : "current";

    private static Func<long, ListKey> Order(Site site, string field) => field == "child-position"
        ? id => new ListKey(site.PositionOf(id), "", id)
        : PageRoutes.Order(site, field);

    private readonly record struct Descendant(int Place, long Id, long Parent, int Depth);
}
