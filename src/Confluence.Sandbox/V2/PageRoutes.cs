using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Reading pages and blog posts: <c>/pages</c>, <c>/spaces/{id}/pages</c>, <c>/pages/{id}</c> and the same of <c>blogposts</c>.</summary>
internal static class PageRoutes
{
    private static readonly string[] s_sorts = ["id", "created-date", "modified-date"];
    private static readonly string[] s_listStatuses = ["current", "archived", "deleted", "trashed"];
    private static readonly string[] s_singleStatuses = ["current", "archived", "trashed", "deleted", "historical", "draft"];
    private static readonly string[] s_operations = ["read", "update", "delete", "restrict_content", "archive", "view_analytics"];
    private static readonly string[] s_creations = ["page", "comment", "attachment", "folder"];

    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            string segment = kind.Segment();
            routes.Get(segment, exchange => List(exchange, kind, segment, exchange.Ids("space-id", 100)));
            routes.Get(segment + "/{}", exchange => Single(exchange, kind));
            routes.Get("spaces/{}/" + segment, exchange =>
                List(exchange, kind, "space-" + segment, new HashSet<long> { SpaceRoutes.Required(exchange).Id }));
        }
    }

    /// <summary>Gives the page that the route names, in whatever status but as a draft; else ends the request.</summary>
    public static Page Required(Exchange exchange, PageKind kind, int index = 0)
    {
        Page? page = exchange.Site.FindPage(exchange.Id(index));
        return page is null || page.Kind != kind || page.Status == PageStatus.Draft
            ? throw Missing(exchange, kind, index)
            : page;
    }

    /// <summary>Says that a page is not there. Of one that was purged a real site does not even repeat the id, as if the credential were wrong.</summary>
    public static Refusal Missing(Exchange exchange, PageKind kind, int index = 0) => exchange.Site.WasPurged(exchange.Id(index))
        ? V2Error.NotFound()
        : V2Error.NoSuch(kind.Noun(), exchange.Value(index));

    /// <summary>Gives the function that says where a page stands in an order of pages.</summary>
    public static Func<long, ListKey> Order(Site site, string field) => field switch
    {
        "created-date" => id => ListKey.ByDate(site.CreatedAt(id), id),
        "modified-date" => id => ListKey.ByDate(site.ModifiedAt(id), id),
        "title" => id => ListKey.ByText(site.Title(id), id),
        _ => ListKey.ById,
    };

    /// <summary>Answers with the pages that the parameters and <paramref name="also"/> ask for.</summary>
    public static void List(Exchange exchange, PageKind kind, string name, IReadOnlySet<long>? spaceIds, Func<long, bool>? also = null)
    {
        Site site = exchange.Site;
        bool isPage = kind == PageKind.Page;
        V2List list = V2List.Read(exchange, name, "id", isPage ? [.. s_sorts, "title"] : s_sorts);
        IReadOnlySet<long>? ids = exchange.Ids("id", 250);
        IReadOnlyList<string> statuses = exchange.ManyOf("status", [.. s_listStatuses.Where(status => isPage || status != "archived")]) ?? ["current", "archived"];
        string? title = exchange.One("title");
        string? format = exchange.OneOf("body-format", Representations.Primary);
        string? subtype = isPage ? exchange.OneOf("subtype", ["live", "page"]) : null;
        bool rootOnly = name == "space-pages" && exchange.OneOf("depth", ["all", "root"]) == "root";

        bool byId = list.Order == "id";
        IEnumerable<long> source = title is not null
            ? list.Descending ? site.FindByTitle(title, null, kind).Reverse() : site.FindByTitle(title, null, kind)
            : site.PageIds(byId && list.After is ListKey after ? after.Id : null, byId && list.Descending, kind);
        HashSet<int>? spaces = spaceIds is null ? null : SpaceOrdinals(site, spaceIds);
        IEnumerable<long> wanted = source.Where(id =>
            (ids is null || ids.Contains(id))
            && (spaces is null || spaces.Contains(site.SpaceOf(id)))
            && statuses.Contains(StatusText(site.StatusOf(id)))
            && subtype != "live"
            && (also is null || also(id))
            && (!rootOnly || (site.FindPage(id) is Page page && PageTree.ParentOf(page) is null)));

        Func<long, ListKey> key = Order(site, list.Order);
        Slice<long> slice = byId
            ? Slicing.InOrder(wanted, key, list.Descending, list.After, list.Limit)
            : Slicing.Sorted(wanted, key, list.Descending, list.After, list.Limit);
        list.Write(exchange, slice, key, (writer, id) =>
        {
            // A page that was purged after the slice was cut is left out, as if it had been purged before.
            if (site.FindPage(id) is Page page)
            {
                PageJson.WriteListed(writer, exchange, page, format);
            }
        });
    }

    private static void Single(Exchange exchange, PageKind kind)
    {
        Site site = exchange.Site;
        bool draft = exchange.Flag("get-draft");
        Page? page = site.FindPage(exchange.Id());
        IReadOnlyList<string>? statuses = exchange.ManyOf("status", s_singleStatuses);
        if (page is null || page.Kind != kind || (page.Status == PageStatus.Draft && !draft && statuses?.Contains("draft") != true))
        {
            throw Missing(exchange, kind);
        }

        int version = exchange.Number("version", page.VersionCount, int.MinValue, int.MaxValue);
        string status = version == page.VersionCount ? page.StatusText : "historical";
        if (version < 1 || version > page.VersionCount || (statuses is not null && !statuses.Contains(status)))
        {
            throw V2Error.NoSuch(kind.Noun(), exchange.Value(0));
        }

        string? format = exchange.OneOf("body-format", Representations.Single);
        string path = $"/api/v2/{kind.Segment()}/{Exchange.Text(page.Id)}";
        bool withVersion = exchange.Flag("include-version", otherwise: true);
        bool withLabels = exchange.Flag("include-labels");
        bool withProperties = exchange.Flag("include-properties");
        bool withOperations = exchange.Flag("include-operations");
        bool withLikes = exchange.Flag("include-likes");
        bool withVersions = exchange.Flag("include-versions");
        bool withFavourite = exchange.Flag("include-favorited-by-current-user-status");
        bool withChildren = kind == PageKind.Page && exchange.Flag("include-direct-children");

        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            PageJson.WriteMembers(writer, exchange, page, version, withVersion);
            PageJson.WriteBody(writer, site, page, version, format);
            if (withLabels)
            {
                LabelRoutes.WriteIncluded(writer, site, page.Id, kind.Type(), path);
            }

            if (withProperties)
            {
                PropertyRoutes.WriteIncluded(writer, site, page.Id, kind.Type(), path);
            }

            if (withOperations)
            {
                Included.WriteOperations(writer, path + "/operations", Operations(kind));
            }

            if (withLikes)
            {
                LikeRoutes.WriteIncluded(writer, site.Likes(page), path, LikeRoutes.ListName(kind));
            }

            if (withVersions)
            {
                VersionRoutes.WriteIncluded(writer, site, page, path, format);
            }

            if (withFavourite)
            {
                writer.WriteBoolean("isFavoritedByCurrentUser"u8, false);
            }

            if (withChildren)
            {
                HierarchyRoutes.WriteIncluded(writer, exchange, page, path);
            }

            PageJson.WriteLinks(writer, exchange, page, withBase: true);
        });
    }

    private static List<(string Operation, string TargetType)> Operations(PageKind kind)
    {
        bool isPage = kind == PageKind.Page;
        return
        [
            .. s_operations.Where(operation => isPage || operation != "archive").Select(operation => (operation, kind.Type())),
            .. s_creations.Where(type => isPage || type is "comment" or "attachment").Select(static type => ("create", type)),
        ];
    }

    private static HashSet<int> SpaceOrdinals(Site site, IReadOnlySet<long> ids)
    {
        HashSet<int> ordinals = [];
        foreach (long id in ids)
        {
            if (site.Ids.TryGetSpace(id, out int ordinal))
            {
                ordinals.Add(ordinal);
            }
        }

        return ordinals;
    }

    private static string StatusText(PageStatus status) => status switch
    {
        PageStatus.Current => "current",
        PageStatus.Archived => "archived",
        PageStatus.Trashed => "trashed",
        _ => "",
    };
}
