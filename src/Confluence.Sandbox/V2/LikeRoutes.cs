using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Likes of pages, blog posts and comments: <c>…/likes/users</c> and <c>…/likes/count</c>.</summary>
internal static class LikeRoutes
{
    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Get(kind.Segment() + "/{}/likes/users", exchange => Users(exchange, ListName(kind), exchange.Site.Likes(PageRoutes.Required(exchange, kind))));
            routes.Get(kind.Segment() + "/{}/likes/count", exchange => Count(exchange, exchange.Site.Likes(PageRoutes.Required(exchange, kind))));
        }

        foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
        {
            string name = CommentRoutes.Name(inline);
            routes.Get(name + "/{}/likes/users", exchange => Users(exchange, name + "-likes", Of(exchange, inline)));
            routes.Get(name + "/{}/likes/count", exchange => Count(exchange, Of(exchange, inline)));
        }
    }

    /// <summary>Gives the name that the list of those who like a page has in its cursors.</summary>
    public static string ListName(PageKind kind) => kind.Type() + "-likes";

    public static void WriteIncluded(Utf8JsonWriter writer, IReadOnlyList<string> likes, string path, string list) => Included.Write(
        writer,
        "likes",
        path + "/likes/users",
        new V2List(list, "place", false, null, 0),
        Enumerable.Range(0, likes.Count),
        static place => ListKey.ById(place),
        (json, place) => WriteLike(json, likes[place]),
        likes.Count);

    private static IReadOnlyList<string> Of(Exchange exchange, bool inline)
    {
        Comment comment = CommentRoutes.Required(exchange, inline);
        return exchange.Site.Comments.Likes(comment);
    }

    private static void Users(Exchange exchange, string name, IReadOnlyList<string> likes)
    {
        V2List list = V2List.Read(exchange, name, "place", [], minimumLimit: 0);
        Func<int, ListKey> key = static place => ListKey.ById(place);
        list.Write(exchange, list.Cut(Enumerable.Range(0, likes.Count), key), key, (writer, place) => WriteLike(writer, likes[place]));
    }

    private static void Count(Exchange exchange, IReadOnlyList<string> likes) =>
        exchange.WriteObject(writer => writer.WriteNumber("count"u8, likes.Count));

    private static void WriteLike(Utf8JsonWriter writer, string accountId)
    {
        writer.WriteStartObject();
        writer.WriteString("accountId"u8, accountId);
        writer.WriteEndObject();
    }
}
