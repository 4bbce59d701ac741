using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1.Search;

/// <summary>
/// The content searches of v1: <c>/search</c>, whose rows hold the content, and <c>/content/search</c>, whose rows are the content.
/// Archived pages, and what hangs on them, are not found.
/// </summary>
internal static class SearchRoutes
{
    private const int ExcerptLength = 200;

    public static void Add(RouteTable routes)
    {
        routes.Get("api/search", Search);
        routes.Get("api/content/search", SearchContents);
    }

    private static void Search(Exchange exchange)
    {
        SearchQuery query = SearchQuery.Answer(exchange);
        IReadOnlySet<string> expanded = SearchContent.Expanded(exchange, "content.");
        bool withExcerpt = exchange.Request.Query["excerpt"] != "none";
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (SearchItem item in query.Items)
            {
                writer.WriteStartObject();
                WriteRow(writer, exchange, item, expanded, withExcerpt);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            V1List.WritePlace(writer, query.Start, query.Limit, query.Items.Count);
            writer.WriteNumber("totalSize"u8, query.TotalSize);
            writer.WriteString("cqlQuery"u8, query.Text);
            writer.WriteNumber("searchDuration"u8, 1);
            writer.WriteNumber("archivedResultCount"u8, 0);
            V1List.WriteLinks(writer, exchange, query.Next);
        });
    }

    private static void SearchContents(Exchange exchange)
    {
        SearchQuery query = SearchQuery.Answer(exchange);
        IReadOnlySet<string> expanded = SearchContent.Expanded(exchange, "");
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (SearchItem item in query.Items)
            {
                writer.WriteStartObject();
                SearchContent.WriteMembers(writer, exchange, item, expanded);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            V1List.WritePlace(writer, query.Start, query.Limit, query.Items.Count);
            V1List.WriteLinks(writer, exchange, query.Next);
        });
    }

    private static void WriteRow(Utf8JsonWriter writer, Exchange exchange, SearchItem item, IReadOnlySet<string> expanded, bool withExcerpt)
    {
        Site site = exchange.Site;
        Space space = site.Spaces.Get(item.Space);
        writer.WriteStartObject("content"u8);
        SearchContent.WriteMembers(writer, exchange, item, expanded);
        writer.WriteEndObject();
        writer.WriteString("title"u8, item.Title);
        writer.WriteString("excerpt"u8, withExcerpt ? Excerpt(item.Text) : "");
        writer.WriteString("url"u8, item.WebPath);
        if (item.ContainerId is long container && site.FindPage(container) is Page page)
        {
            WriteContainer(writer, "resultParentContainer"u8, page.Title, PageJson.WebPath(site, page));
        }

        WriteContainer(writer, "resultGlobalContainer"u8, space.Name, "/spaces/" + space.Alias);
        writer.WriteStartArray("breadcrumbs"u8);
        writer.WriteEndArray();
        writer.WriteString("entityType"u8, "content"u8);
        writer.WriteString("iconCssClass"u8, "aui-icon content-type-" + item.Type);
        DateTimeOffset modified = item.ModifiedAt;
        writer.WriteString("lastModified"u8, modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture));
        writer.WriteString("friendlyLastModified"u8, modified.UtcDateTime.ToString("MMM dd, yyyy", CultureInfo.InvariantCulture));
        writer.WriteNumber("score"u8, 0);
    }

    private static void WriteContainer(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string title, string path)
    {
        writer.WriteStartObject(name);
        writer.WriteString("title"u8, title);
        writer.WriteString("displayUrl"u8, path);
        writer.WriteEndObject();
    }

    private static string Excerpt(string text) => text.Length <= ExcerptLength
        ? text
        : text[..(char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)];
}
