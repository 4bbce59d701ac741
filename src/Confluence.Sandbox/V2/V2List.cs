using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V2;

/// <summary>
/// What a caller wants of a v2 list, and how the answer is written: <c>{results, _links: {next?, base}}</c> with a Link header.
/// </summary>
/// <param name="Name">The name of the list, which its cursors carry.</param>
/// <param name="Order">The field to sort by.</param>
/// <param name="Descending">True for the largest first.</param>
/// <param name="After">The place of the last item already given, null on the first page.</param>
/// <param name="Limit">The largest number of items wanted.</param>
internal sealed record V2List(string Name, string Order, bool Descending, ListKey? After, int Limit)
{
    private const int DefaultLimit = 25;
    private const int MaximumLimit = 250;

    /// <summary>Reads limit, sort and cursor.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="name">The name of the list.</param>
    /// <param name="defaultSort">The order when the caller names none; a minus sign before it means descending.</param>
    /// <param name="sorts">The fields that the caller may name; empty when the list has no sort parameter.</param>
    /// <param name="minimumLimit">The smallest limit allowed.</param>
    /// <param name="defaultLimit">The limit when the caller names none.</param>
    public static V2List Read(
        Exchange exchange, string name, string defaultSort, IReadOnlyList<string> sorts, int minimumLimit = 1, int defaultLimit = DefaultLimit)
    {
        int limit = exchange.Number("limit", defaultLimit, minimumLimit, MaximumLimit);
        string sort = (sorts.Count == 0 ? null : exchange.OneOf("sort", [.. sorts, .. sorts.Select(static field => "-" + field)])) ?? defaultSort;
        ListKey? after = null;
        if (exchange.One("cursor") is string text)
        {
            if (!Cursor.TryDecode(text, out Cursor? cursor) || cursor.List != name || cursor.Order != sort)
            {
                throw V2Error.InvalidCursor();
            }

            after = cursor.Last;
        }

        return new V2List(name, sort.TrimStart('-'), sort.StartsWith('-'), after, limit);
    }

    /// <summary>Cuts the wanted page out of a short list, whatever its order.</summary>
    public Slice<T> Cut<T>(IEnumerable<T> items, Func<T, ListKey> key) => Slicing.Sorted(items, key, Descending, After, Limit);

    /// <summary>Answers with the page.</summary>
    public void Write<T>(Exchange exchange, Slice<T> slice, Func<T, ListKey> key, Action<Utf8JsonWriter, T> item)
    {
        string? next = null;
        if (slice.HasMore && slice.Items.Count > 0)
        {
            Cursor cursor = new(Name, Descending ? "-" + Order : Order, key(slice.Items[^1]));
            string rest = exchange.QueryWithout("cursor");

            // The cursor comes first, as on a real site it now and then does: whoever cuts it off the end fails here too.
            next = $"{exchange.Request.Path}?cursor={Uri.EscapeDataString(cursor.Encode())}{(rest.Length == 0 ? "" : "&")}{rest}";
        }

        WriteLinkHeader(exchange, next);
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (T value in slice.Items)
            {
                item(writer, value);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("_links"u8);
            if (next is not null)
            {
                writer.WriteString("next"u8, next);
            }

            writer.WriteString("base"u8, exchange.Base);
            writer.WriteEndObject();
        });
    }

    /// <summary>Writes the Link header; its relation to the base of the site is always there, also on a last page.</summary>
    public static void WriteLinkHeader(Exchange exchange, string? next) =>
        exchange.Response.Headers.Link = $"{(next is null ? "" : $"<{next}>; rel=\"next\", ")}<{exchange.Base}>; rel=\"base\"";
}
