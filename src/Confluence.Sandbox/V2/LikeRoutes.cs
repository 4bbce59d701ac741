using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Likes of pages and comments: <c>…/likes/users</c> and <c>…/likes/count</c>.</summary>
internal static class LikeRoutes
{
    public static void Add(RouteTable routes)
    {
        routes.Get("pages/{}/likes/users", static exchange => Users(exchange, "page-likes", Of(exchange.Site, PageRoutes.Required(exchange))));
        routes.Get("pages/{}/likes/count", static exchange => Count(exchange, Of(exchange.Site, PageRoutes.Required(exchange))));
        foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
        {
            string name = CommentRoutes.Name(inline);
            routes.Get(name + "/{}/likes/users", exchange => Users(exchange, name + "-likes", Of(exchange, inline)));
            routes.Get(name + "/{}/likes/count", exchange => Count(exchange, Of(exchange, inline)));
        }
    }

    /// <summary>Gives those who like a page; one created through the API nobody likes.</summary>
    public static IReadOnlyList<string> Of(Site site, Page page) => page.Ordinal is int ordinal ? site.Generated.Likes(ordinal) : [];

    public static void WriteIncluded(Utf8JsonWriter writer, IReadOnlyList<string> likes, string path, string list = "page-likes") => Included.Write(
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
