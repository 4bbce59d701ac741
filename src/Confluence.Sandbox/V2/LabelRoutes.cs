using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Reading labels: those of content and spaces, all of the site, and what bears one. Writing them is v1 alone.</summary>
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

        routes.Get("spaces/{}/labels", static exchange => Of(exchange, ListName("space"), SpaceRoutes.Required(exchange).Id));
        routes.Get("spaces/{}/content/labels", InSpace);
        routes.Get("labels", All);
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Get("labels/{}/" + kind.Segment(), exchange => With(exchange, kind));
        }

        routes.Get("labels/{}/attachments", static exchange =>
        {
            Label label = Required(exchange);
            AttachmentRoutes.List(exchange, "label-attachments", exchange.Site.Attachments.All, attachment => exchange.Site.Labels.Of(attachment.Id).Contains(label));
        });
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

    private static void Of(Exchange exchange, string name, long contentId) => List(exchange, name, exchange.Site.Labels.Of(contentId));

    private static void All(Exchange exchange)
    {
        IReadOnlySet<long>? ids = exchange.Ids("label-id", 250);
        List(exchange, "labels", exchange.Site.Labels.Known.Where(label => ids is null || ids.Contains(label.Id)));
    }

    /// <summary>Lists the labels that the pages and blog posts of a space have.</summary>
    private static void InSpace(Exchange exchange)
    {
        Site site = exchange.Site;
        int space = SpaceRoutes.Required(exchange).Ordinal;
        HashSet<Label> labels = [.. PageKinds.All
            .SelectMany(kind => site.PageIds(kind: kind))
            .Where(id => site.SpaceOf(id) == space && Site.IsVisible(site.StatusOf(id)))
            .SelectMany(site.Labels.Of)];
        List(exchange, "space-content-labels", labels);
    }

    private static void With(Exchange exchange, PageKind kind)
    {
        Label label = Required(exchange);
        PageRoutes.List(exchange, kind, "label-" + kind.Segment(), exchange.Ids("space-id", 100), id => exchange.Site.Labels.Of(id).Contains(label));
    }

    private static Label Required(Exchange exchange)
    {
        long id = exchange.Id();
        return exchange.Site.Labels.Known.FirstOrDefault(label => label.Id == id) ?? throw V2Error.NoSuch("label", exchange.Value(0));
    }

    private static void List(Exchange exchange, string name, IEnumerable<Label> labels)
    {
        V2List list = V2List.Read(exchange, name, "id", s_sorts);
        IReadOnlyList<string>? prefixes = exchange.ManyOf("prefix", s_prefixes);
        Func<Label, ListKey> key = list.Order == "name"
            ? static label => ListKey.ByText(label.Name, label.Id)
            : static label => ListKey.ById(label.Id);
        list.Write(exchange, list.Cut(labels.Where(label => prefixes?.Contains(label.Prefix) ?? true), key), key, Write);
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
