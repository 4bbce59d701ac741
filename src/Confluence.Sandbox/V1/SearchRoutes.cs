using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1;

/// <summary>
/// The content search of v1, <c>/search</c>. It pages like no other list: <c>start</c> is ignored, a page may be short without
/// being the last, the total is an estimate, and the next link drops <c>excerpt</c>. Archived pages are not found.
/// </summary>
internal static class SearchRoutes
{
    private const int DefaultLimit = 25;
    private const int ExcerptLength = 200;

    public static void Add(RouteTable routes) => routes.Get("api/search", Search);

    private static void Search(Exchange exchange)
    {
        Site site = exchange.Site;
        string text = exchange.Request.Query["cql"].ToString() is { Length: > 0 } cql ? cql : throw V1Error.BadRequest("'cql' is required");
        Cql query = Cql.Parse(text);
        int start = V1List.Read(exchange, DefaultLimit).Start;
        int limit = V1List.Read(exchange, DefaultLimit).Limit;
        string order = (query.Descending ? "-" : "") + Field(text, query.OrderBy);
        ListKey? after = After(exchange, order);
        bool byId = order == "id";

        Func<long, bool> test = PageCql.Tests(text, query, site);
        IEnumerable<long> found = site.PageIds(byId ? after?.Id : null).Where(id => site.StatusOf(id) == PageStatus.Current && test(id));
        Func<long, ListKey> key = PageRoutes.Order(site, order.TrimStart('-'));
        int granted = limit - Shortfall(site, after, limit);
        Slice<long> slice = byId
            ? Slicing.InOrder(found, key, false, after, granted)
            : Slicing.Sorted(found, key, query.Descending, after, granted);

        // Counted once, on the first page; later ones only have to be larger than what came so far.
        int total = after is null && slice.HasMore
            ? site.PageIds(null).Count(id => site.StatusOf(id) == PageStatus.Current && test(id))
            : Estimate(site, start, slice);
        string? next = slice.HasMore && slice.Items.Count > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{V1List.PathInContext(exchange)}?next=true&cursor={Uri.EscapeDataString(new Cursor("search", order, key(slice.Items[^1])).Encode())}&limit={limit}&start={start + slice.Items.Count}&cql={Uri.EscapeDataString(text)}")
            : null;
        bool withExcerpt = exchange.Request.Query["excerpt"] != "none";
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (long id in slice.Items)
            {
                if (site.FindPage(id) is Page page)
                {
                    Write(writer, exchange, page, withExcerpt);
                }
            }

            writer.WriteEndArray();
            V1List.WritePlace(writer, start, limit, slice.Items.Count);
            writer.WriteNumber("totalSize"u8, total);
            writer.WriteString("cqlQuery"u8, text);
            writer.WriteNumber("searchDuration"u8, 1);
            writer.WriteNumber("archivedResultCount"u8, 0);
            V1List.WriteLinks(writer, exchange, next);
        });
    }

    private static string Field(string text, string? orderBy) => orderBy switch
    {
        null or "id" => "id",
        "created" => "created-date",
        "lastmodified" => "modified-date",
        "title" => "title",
        _ => throw Cql.Error(text, $"the sandbox cannot order by '{orderBy}'"),
    };

    private static ListKey? After(Exchange exchange, string order)
    {
        string? text = exchange.Request.Query["cursor"];
        if (text is null)
        {
            return null;
        }

        return Cursor.TryDecode(text, out Cursor? cursor) && cursor.List == "search" && cursor.Order == order
            ? cursor.Last
            : throw V1Error.BadRequest("The cursor is not valid for this search; begin again without one");
    }

    // A real site drops the rows that it finds it may not show, so that full pages are the exception. At least one row stays.
    private static int Shortfall(Site site, ListKey? after, int limit) =>
        new Draw(site.Seed, EntityKind.Search, after?.Id ?? 0).Below((limit / 10) + 1, Aspect.Shortfall);

    // Never to be relied on: exact on a first and a last page, too high between them.
    private static int Estimate(Site site, int start, Slice<long> slice) =>
        slice.HasMore ? Math.Max(start + slice.Items.Count + 1, site.Generated.Count) : start + slice.Items.Count;

    private static void Write(Utf8JsonWriter writer, Exchange exchange, Page page, bool withExcerpt)
    {
        Site site = exchange.Site;
        Space space = site.Spaces.Get(page.Space);
        string id = Exchange.Text(page.Id);
        string webPath = PageJson.WebPath(site, page, space.Key);
        DateTimeOffset modified = site.ModifiedAt(page.Id);

        writer.WriteStartObject();
        writer.WriteStartObject("content"u8);
        writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, "page"u8);
        writer.WriteString("status"u8, "current"u8);
        writer.WriteString("title"u8, page.Title);
        foreach (string empty in (ReadOnlySpan<string>)["childTypes", "macroRenderedOutput", "restrictions"])
        {
            writer.WriteStartObject(empty);
            writer.WriteEndObject();
        }

        WriteExpandable(writer, id, space.Key);
        writer.WriteStartObject("_links"u8);
        writer.WriteString("webui"u8, webPath);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/api/content/{id}");
        writer.WriteString("tinyui"u8, "/x/" + PageJson.TinyId(page.Id));
        writer.WriteEndObject();
        writer.WriteEndObject();

        writer.WriteString("title"u8, page.Title);
        writer.WriteString("excerpt"u8, withExcerpt ? Excerpt(site, page) : "");
        writer.WriteString("url"u8, webPath);
        writer.WriteStartObject("resultGlobalContainer"u8);
        writer.WriteString("title"u8, space.Name);
        writer.WriteString("displayUrl"u8, "/spaces/" + space.Key);
        writer.WriteEndObject();
        writer.WriteStartArray("breadcrumbs"u8);
        writer.WriteEndArray();
        writer.WriteString("entityType"u8, "content"u8);
        writer.WriteString("iconCssClass"u8, "aui-icon content-type-page"u8);
        writer.WriteString("lastModified"u8, modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture));
        writer.WriteString("friendlyLastModified"u8, modified.UtcDateTime.ToString("MMM dd, yyyy", CultureInfo.InvariantCulture));
        writer.WriteNumber("score"u8, 0);
        writer.WriteEndObject();
    }

    private static void WriteExpandable(Utf8JsonWriter writer, string id, string spaceKey)
    {
        writer.WriteStartObject("_expandable"u8);
        foreach (string name in (ReadOnlySpan<string>)["container", "metadata", "extensions", "operations", "children", "ancestors", "body", "version", "descendants"])
        {
            writer.WriteString(name, "");
        }

        writer.WriteString("history"u8, $"/rest/api/content/{id}/history");
        writer.WriteString("space"u8, $"/rest/api/space/{spaceKey}");
        writer.WriteEndObject();
    }

    private static string Excerpt(Site site, Page page)
    {
        string text = site.PlainText(page);
        return text.Length <= ExcerptLength ? text : text[..(char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)];
    }
}
