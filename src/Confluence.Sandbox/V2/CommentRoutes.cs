using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>
/// Reading comments: those of a page (without replies), all of the site, one, and the replies to one.
/// </summary>
internal static class CommentRoutes
{
    private static readonly string[] s_sorts = ["created-date", "modified-date"];
    private static readonly string[] s_statuses = ["current", "archived", "trashed", "deleted", "historical", "draft"];
    private static readonly string[] s_resolutions = ["resolved", "open", "dangling", "reopened"];
    private static readonly (string Operation, string TargetType)[] s_operations = [("read", "comment"), ("update", "comment"), ("delete", "comment")];

    public static void Add(RouteTable routes)
    {
        foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
        {
            string name = Name(inline);
            foreach (PageKind kind in PageKinds.All)
            {
                routes.Get($"{kind.Segment()}/{{}}/{name}", exchange => OfPage(exchange, kind, inline));
            }

            routes.Get(name, exchange => All(exchange, inline));
            routes.Get(name + "/{}", exchange => Single(exchange, inline));
            routes.Get(name + "/{}/children", exchange => Replies(exchange, inline));
        }
    }

    /// <summary>Gives the name that comments of this kind have in paths.</summary>
    public static string Name(bool inline) => inline ? "inline-comments" : "footer-comments";

    /// <summary>Gives the comment that the route names; else ends the request. Comments go with their page into the trash.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="inline">The kind of comment wanted; null for either.</param>
    public static Comment Required(Exchange exchange, bool? inline = null)
    {
        Comment? comment = exchange.Site.Comments.Find(exchange.Id());
        return comment is null || (inline ?? comment.Inline) != comment.Inline || !Site.IsVisible(exchange.Site.StatusOf(comment.PageId))
            ? throw V2Error.NoSuch("comment", exchange.Value(0))
            : comment;
    }

    private static void OfPage(Exchange exchange, PageKind kind, bool inline)
    {
        Page page = PageRoutes.Required(exchange, kind);
        IReadOnlyList<string>? statuses = exchange.ManyOf("status", s_statuses);
        IReadOnlyList<string>? resolutions = inline ? exchange.ManyOf("resolution-status", s_resolutions) : null;
        IEnumerable<Comment> comments = exchange.Site.Comments.On(page, inline).Where(comment =>
            comment.ParentId is null
            && (statuses is null || statuses.Contains("current"))
            && (resolutions is null || resolutions.Contains(comment.ResolutionStatus)));
        Write(exchange, V2List.Read(exchange, $"{kind.Type()}-{Name(inline)}", "created-date", s_sorts), comments);
    }

    private static void Replies(Exchange exchange, bool inline)
    {
        Comment parent = Required(exchange, inline);
        Write(exchange, V2List.Read(exchange, Name(inline) + "-children", "created-date", s_sorts), exchange.Site.Comments.RepliesTo(parent));
    }

    private static void All(Exchange exchange, bool inline)
    {
        Site site = exchange.Site;
        string? format = exchange.OneOf("body-format", Representations.Primary);
        V2List list = V2List.Read(exchange, Name(inline), "id", s_sorts);

        // By id the walk goes on at the last comment; every other order has to look at all of them.
        IEnumerable<Comment> comments = site.Comments.All(inline, list is { Order: "id", After: ListKey after } ? after.Id : 0);
        Func<Comment, ListKey> key = Order(site, list.Order);
        Slice<Comment> slice = list.Order == "id"
            ? Slicing.InOrder(comments, key, list.Descending, list.After, list.Limit)
            : list.Cut(comments, key);
        Write(exchange, list, slice, key, format);
    }

    private static void Single(Exchange exchange, bool inline)
    {
        Comment comment = Required(exchange, inline);
        string? format = exchange.OneOf("body-format", Representations.Single);
        int version = exchange.Number("version", comment.VersionCount, int.MinValue, int.MaxValue);
        if (version < 1 || version > comment.VersionCount)
        {
            throw V2Error.NoSuch("comment", exchange.Value(0));
        }

        bool withVersion = exchange.Flag("include-version", otherwise: true);
        bool withProperties = !inline && exchange.Flag("include-properties");
        bool withOperations = exchange.Flag("include-operations");
        bool withLikes = exchange.Flag("include-likes");
        bool withVersions = exchange.Flag("include-versions");
        string path = $"/api/v2/{Name(inline)}/{Exchange.Text(comment.Id)}";

        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            CommentJson.WriteMembers(writer, exchange, comment, version, format, withBase: true, withVersion);
            if (withProperties)
            {
                PropertyRoutes.WriteIncluded(writer, exchange.Site, comment.Id, "comment", "/api/v2/comments/" + Exchange.Text(comment.Id));
            }

            if (withOperations)
            {
                Included.WriteOperations(writer, path + "/operations", s_operations);
            }

            if (withLikes)
            {
                LikeRoutes.WriteIncluded(writer, exchange.Site.Comments.Likes(comment), path, Name(inline) + "-likes");
            }

            if (withVersions)
            {
                Included.Write(
                    writer,
                    "versions",
                    path + "/versions",
                    new V2List(Name(inline) + "-versions", "modified-date", true, null, 0),
                    Enumerable.Range(1, comment.VersionCount),
                    static number => ListKey.ById(number),
                    (json, number) => CommentJson.WriteVersion(json, exchange.Site, comment, number, null));
            }
        });
    }

    private static void Write(Exchange exchange, V2List list, IEnumerable<Comment> comments)
    {
        string? format = exchange.OneOf("body-format", Representations.Primary);
        Func<Comment, ListKey> key = Order(exchange.Site, list.Order);
        Write(exchange, list, list.Cut(comments, key), key, format);
    }

    private static void Write(Exchange exchange, V2List list, Slice<Comment> slice, Func<Comment, ListKey> key, string? format) =>
        list.Write(exchange, slice, key, (writer, comment) =>
        {
            writer.WriteStartObject();
            CommentJson.WriteMembers(writer, exchange, comment, comment.VersionCount, format, withBase: false);
            writer.WriteEndObject();
        });

    private static Func<Comment, ListKey> Order(Site site, string field) => field switch
    {
        "created-date" => comment => ListKey.ByDate(site.Comments.VersionDate(comment, 1), comment.Id),
        "modified-date" => comment => ListKey.ByDate(site.Comments.VersionDate(comment, comment.VersionCount), comment.Id),
        _ => static comment => ListKey.ById(comment.Id),
    };
}
