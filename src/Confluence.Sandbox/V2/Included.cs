using System.Text.Json;
using Confluence.Sandbox.Paging;

namespace Confluence.Sandbox.V2;

/// <summary>Writes a list inside a single answer, as the <c>include-…</c> parameters ask for: results, meta and a link of its own.</summary>
internal static class Included
{
    private const int Limit = 50;

    /// <param name="writer">Where to write.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="path">The path of the list, from <c>/api/v2</c> on, as its link has it.</param>
    /// <param name="list">The list, whose name and order its cursor carries; its limit does not count.</param>
    /// <param name="items">All items.</param>
    /// <param name="key">Where an item stands.</param>
    /// <param name="item">Writes an item.</param>
    /// <param name="count">The number of all items, where the list tells it.</param>
    public static void Write<T>(
        Utf8JsonWriter writer,
        string name,
        string path,
        V2List list,
        IEnumerable<T> items,
        Func<T, ListKey> key,
        Action<Utf8JsonWriter, T> item,
        int? count = null)
    {
        Slice<T> slice = (list with { Limit = Limit, After = null }).Cut(items, key);
        writer.WriteStartObject(name);
        writer.WriteStartArray("results"u8);
        foreach (T value in slice.Items)
        {
            item(writer, value);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("meta"u8);
        writer.WriteBoolean("hasMore"u8, slice.HasMore);
        if (slice.HasMore)
        {
            writer.WriteString("cursor"u8, new Cursor(list.Name, list.Descending ? "-" + list.Order : list.Order, key(slice.Items[^1])).Encode());
        }

        if (count is int total)
        {
            writer.WriteNumber("count"u8, total);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("_links"u8);
        writer.WriteString("self"u8, path);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes what the caller may do, as pairs of operation and the type it acts on.</summary>
    public static void WriteOperations(Utf8JsonWriter writer, string path, IReadOnlyList<(string Operation, string TargetType)> operations) =>
        Write(
            writer,
            "operations",
            path,
            new V2List("operations", "place", false, null, Limit),
            Enumerable.Range(0, operations.Count),
            static place => ListKey.ById(place),
            (json, place) =>
            {
                json.WriteStartObject();
                json.WriteString("operation"u8, operations[place].Operation);
                json.WriteString("targetType"u8, operations[place].TargetType);
                json.WriteEndObject();
            });
}
