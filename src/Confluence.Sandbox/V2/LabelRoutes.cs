using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Labels of pages: <c>/pages/{id}/labels</c>. All made-up labels have the prefix <c>global</c>.</summary>
internal static class LabelRoutes
{
    private const long FirstLabelId = 39_583_744;

    private static readonly string[] s_sorts = ["id", "created-date", "name"];
    private static readonly string[] s_prefixes = ["my", "team", "global", "system"];

    public static void Add(RouteTable routes) => routes.Get("pages/{}/labels", static exchange =>
    {
        Page page = PageRoutes.Required(exchange);
        V2List list = V2List.Read(exchange, "page-labels", "id", s_sorts);
        IReadOnlyList<string>? prefixes = exchange.ManyOf("prefix", s_prefixes);
        IReadOnlyList<int> labels = prefixes is null || prefixes.Contains("global") ? Of(exchange.Site, page) : [];
        Func<int, ListKey> key = list.Order == "name"
            ? static label => ListKey.ByText(Vocabulary.Labels[label], label)
            : static label => ListKey.ById(label);
        list.Write(exchange, list.Cut(labels, key), key, WriteLabel);
    });

    /// <summary>Gives the labels of a page, as places in the vocabulary.</summary>
    public static IReadOnlyList<int> Of(Site site, Page page) => page.Ordinal is int ordinal ? site.Generated.Labels(ordinal) : [];

    public static void WriteIncluded(Utf8JsonWriter writer, Site site, Page page, string path) => Included.Write(
        writer,
        "labels",
        path + "/labels",
        new V2List("page-labels", "id", false, null, 0),
        Of(site, page),
        static label => ListKey.ById(label),
        WriteLabel);

    private static void WriteLabel(Utf8JsonWriter writer, int label)
    {
        writer.WriteStartObject();
        writer.WriteString("prefix"u8, "global"u8);
        writer.WriteString("name"u8, Vocabulary.Labels[label]);
        writer.WriteId("id"u8, FirstLabelId + label);
        writer.WriteEndObject();
    }
}
