using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Reading the labels of pages, blog posts and attachments: <c>…/{id}/labels</c>.</summary>
internal static class LabelRoutes
{
    private static readonly string[] s_sorts = ["id", "created-date", "name"];
    private static readonly string[] s_prefixes = ["my", "team", "global", "system"];

    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Get(kind.Segment() + "/{}/labels", exchange => Of(exchange, ListName(kind.Type()), PageRoutes.Required(exchange, kind).Id));
        }

        routes.Get("attachments/{}/labels", static exchange => Of(exchange, ListName(AttachmentRoutes.Type), AttachmentRoutes.Required(exchange).Id));
    }

    public static void WriteIncluded(Utf8JsonWriter writer, Site site, long contentId, string type, string path) => Included.Write(
        writer,
        "labels",
        path + "/labels",
        new V2List(ListName(type), "id", false, null, 0),
        site.Labels.Of(contentId),
        static label => ListKey.ById(label.Id),
        Write);

    private static string ListName(string type) => type + "-labels";

    private static void Of(Exchange exchange, string name, long contentId)
    {
        V2List list = V2List.Read(exchange, name, "id", s_sorts);
        IReadOnlyList<string>? prefixes = exchange.ManyOf("prefix", s_prefixes);
        Func<Label, ListKey> key = list.Order == "name"
            ? static label => ListKey.ByText(label.Name, label.Id)
            : static label => ListKey.ById(label.Id);
        list.Write(exchange, list.Cut(exchange.Site.Labels.Of(contentId).Where(label => prefixes?.Contains(label.Prefix) ?? true), key), key, Write);
    }

    private static void Write(Utf8JsonWriter writer, Label label)
    {
        writer.WriteStartObject();
        writer.WriteString("prefix"u8, label.Prefix);
        writer.WriteString("name"u8, label.Name);
        writer.WriteId("id"u8, label.Id);
        writer.WriteEndObject();
    }
}
