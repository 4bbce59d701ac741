using System.Globalization;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1.Search;

/// <summary>
/// One page of a search. It pages like no other list: <c>start</c> is ignored, a page may be short without being the last, the total is an
/// estimate, and the next link carries only what the search itself needs.
/// </summary>
/// <param name="Text">The query.</param>
/// <param name="Start">The start that the caller sent.</param>
/// <param name="Limit">The largest number of items wanted.</param>
/// <param name="Items">The items.</param>
/// <param name="TotalSize">The estimate of the number of all items.</param>
/// <param name="Next">The link to the next page, relative to the context; null on the last page.</param>
internal sealed record SearchQuery(string Text, int Start, int Limit, IReadOnlyList<SearchItem> Items, int TotalSize, string? Next)
{
    private const int DefaultLimit = 25;
    private const string ListName = "search";

    public static SearchQuery Answer(Exchange exchange)
    {
        Site site = exchange.Site;
        string text = exchange.Required("cql");
        Cql query = Cql.Parse(text);
        (int start, int limit) = V1List.Read(exchange, DefaultLimit);
        string order = (query.Descending ? "-" : "") + Field(text, query.OrderBy);
        ListKey? after = After(exchange, order);
        bool byId = order == "id";

        IReadOnlySet<string> types = ContentCql.Types(query.Condition);
        Func<SearchItem, bool> test = ContentCql.Compile(text, query, site);
        IEnumerable<SearchItem> found = SearchIndex.Items(site, types, byId ? after?.Id ?? 0 : 0).Where(test);
        Func<SearchItem, ListKey> key = Order(order.TrimStart('-'));
        int granted = limit - Shortfall(site, after, limit);
        Slice<SearchItem> slice = byId
            ? Slicing.InOrder(found, key, false, after, granted)
            : Slicing.Sorted(found, key, query.Descending, after, granted);

        // Counted once, on the first page; later ones only have to be larger than what came so far.
        int total = after is null && slice.HasMore ? SearchIndex.Items(site, types).Count(test) : Estimate(site, start, slice);
        string? next = slice.HasMore && slice.Items.Count > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{V1List.PathInContext(exchange)}?next=true&cursor={Uri.EscapeDataString(new Cursor(ListName, order, key(slice.Items[^1])).Encode())}&limit={limit}&start={start + slice.Items.Count}&cql={Uri.EscapeDataString(text)}")
            : null;
        return new SearchQuery(text, start, limit, slice.Items, total, next);
    }

    private static string Field(string text, string? orderBy) => orderBy switch
    {
        null or "id" => "id",
        "created" or "lastmodified" or "title" => orderBy,
        _ => throw Cql.Error(text, $"the sandbox cannot order by '{orderBy}'"),
    };

    private static Func<SearchItem, ListKey> Order(string field) => field switch
    {
        "created" => static item => ListKey.ByDate(item.CreatedAt, item.Id),
        "lastmodified" => static item => ListKey.ByDate(item.ModifiedAt, item.Id),
        "title" => static item => ListKey.ByText(item.Title, item.Id),
        _ => static item => ListKey.ById(item.Id),
    };

    private static ListKey? After(Exchange exchange, string order)
    {
        string? text = exchange.Request.Query["cursor"];
        if (text is null)
        {
            return null;
        }

        return Cursor.TryDecode(text, out Cursor? cursor) && cursor.List == ListName && cursor.Order == order
            ? cursor.Last
            : throw V1Error.BadRequest("The cursor is not valid for this search; begin again without one");
    }

    // A real site drops the rows that it finds it may not show, so that full pages are the exception. At least one row stays.
    private static int Shortfall(Site site, ListKey? after, int limit) =>
        new Draw(site.Seed, EntityKind.Search, after?.Id ?? 0).Below((limit / 10) + 1, Aspect.Shortfall);

    // Never to be relied on: exact on a first and a last page, too high between them.
    private static int Estimate(Site site, int start, Slice<SearchItem> slice) =>
        slice.HasMore ? Math.Max(start + slice.Items.Count + 1, site.Generated.Count) : start + slice.Items.Count;
}
