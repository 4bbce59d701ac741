using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>
/// Lists of v1 that page by offset: <c>{results, start, limit, size, _links: {base, context, next?, self?}}</c>.
/// </summary>
/// <param name="Start">The number of items to leave out.</param>
/// <param name="Limit">The largest number of items wanted.</param>
internal sealed record V1List(int Start, int Limit)
{
    public static V1List Read(Exchange exchange, int defaultLimit, int maximumLimit = int.MaxValue)
    {
        int start = Number(exchange, "start", 0);
        return new V1List(start, Math.Min(Number(exchange, "limit", defaultLimit), maximumLimit));
    }

    /// <summary>Answers with the page. The next link is absent when everything fits, and relative to the context <c>/wiki</c>.</summary>
    public void Write<T>(Exchange exchange, IReadOnlyList<T> all, bool withTotal, Action<Utf8JsonWriter, T> item)
    {
        int size = Math.Min(Limit, Math.Max(0, all.Count - Start));
        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            for (int index = Start; index < Start + size; index++)
            {
                item(writer, all[index]);
            }

            writer.WriteEndArray();
            WritePlace(writer, Start, Limit, size);
            if (withTotal)
            {
                writer.WriteNumber("totalSize"u8, all.Count);
            }

            WriteLinks(writer, exchange, size > 0 && Start + size < all.Count ? Next(exchange, size) : null);
        });
    }

    public static void WritePlace(Utf8JsonWriter writer, int start, int limit, int size)
    {
        writer.WriteNumber("start"u8, start);
        writer.WriteNumber("limit"u8, limit);
        writer.WriteNumber("size"u8, size);
    }

    public static void WriteLinks(Utf8JsonWriter writer, Exchange exchange, string? next)
    {
        writer.WriteStartObject("_links"u8);
        writer.WriteString("base"u8, exchange.Base);
        writer.WriteString("context"u8, "/wiki"u8);
        if (next is not null)
        {
            writer.WriteString("next"u8, next);
        }

        writer.WriteString("self"u8, exchange.SiteAddress + exchange.Request.Path + exchange.Request.QueryString);
        writer.WriteEndObject();
    }

    /// <summary>Gives the path of the request without the context.</summary>
    public static string PathInContext(Exchange exchange) => exchange.Request.Path.Value!["/wiki".Length..]; // Every route of v1 lies below /wiki.

    private string Next(Exchange exchange, int size)
    {
        string rest = exchange.QueryWithout("next", "start", "limit");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PathInContext(exchange)}?next=true{(rest.Length == 0 ? "" : "&")}{rest}&limit={Limit}&start={Start + size}");
    }

    private static int Number(Exchange exchange, string name, int otherwise)
    {
        string? text = exchange.Request.Query[name];
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw V1Error.BadRequest($"'{name}' must be an integer of 0 or more, but is '{text}'");
    }
}
