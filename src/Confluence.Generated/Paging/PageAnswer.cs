using System.Security.Cryptography;
using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Paging;

/// <summary>The JSON object of a page.</summary>
internal sealed record PageAnswer<T>
{
    public required IReadOnlyList<T> Results { get; init; }

    public long? Start { get; init; }

    public long? Limit { get; init; }

    public long? Size { get; init; }

    public long? TotalSize { get; init; }

    /// <summary>The next link of the body; null if there is none that is a string.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the body names a next page in any form, even one that is not understood.</summary>
    public bool NamesNext { get; init; }

    /// <summary>Whether the body has <c>_links</c>: a missing next link then means the end.</summary>
    public bool HasLinks { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; }

    /// <summary>The <c>Link</c> header; null if it did not arrive.</summary>
    public string? LinkHeader { get; init; }

    /// <summary>The requested page size; null if it was left to the server.</summary>
    public long? Asked { get; init; }

    /// <summary>The range of the results in the text of the body, with their brackets.</summary>
    public Range ResultsAt { get; init; }

    /// <summary>A hash of the page, if the paging style needs one: two equal pages in a row mean that the server does not advance.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>
    /// Adds the hash of the results: other members, such as the duration of a search, may differ each time. A single result may equal the previous one,
    /// as for records without an id, so if the server says where the page begins, that is included.
    /// </summary>
    /// <param name="text">The text of the body.</param>
    public PageAnswer<T> WithFingerprint(ReadOnlySpan<byte> text) =>
        this with { Fingerprint = Convert.ToHexString(SHA256.HashData(Results.Count > 1 || Start is null ? text[ResultsAt] : text)) };

    /// <summary>Reads a page.</summary>
    /// <param name="reader">A reader on the first token of the body.</param>
    /// <param name="item">Reads one result.</param>
    public static PageAnswer<T> Read(ref Utf8JsonReader reader, JsonItemReader<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A page of results must be an object, but a {reader.TokenType} stands at byte {reader.TokenStartIndex}.");
        }

        IReadOnlyList<T>? results = null;
        Range resultsAt = default;
        long? start = null;
        long? limit = null;
        long? size = null;
        long? totalSize = null;
        OrderedDictionary<string, JsonElement> rest = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString() ?? string.Empty;
            reader.Read();
            switch (name)
            {
                case "results" when reader.TokenType == JsonTokenType.StartArray:
                    int first = (int)reader.TokenStartIndex;
                    results = JsonItem.List(ref reader, item);
                    resultsAt = first..(int)reader.BytesConsumed;
                    break;
                case "start" when TryNumber(ref reader, out long number):
                    start = number;
                    break;
                case "limit" when TryNumber(ref reader, out long number):
                    limit = number;
                    break;
                case "size" when TryNumber(ref reader, out long number):
                    size = number;
                    break;
                case "totalSize" when TryNumber(ref reader, out long number):
                    totalSize = number;
                    break;
                default:
                    rest[name] = JsonElement.ParseValue(ref reader);
                    break;
            }
        }

        (bool hasLinks, bool namesNext, string? next) = NextOf(rest.TryGetValue("_links", out JsonElement links) ? links : default);
        return new PageAnswer<T>
        {
            // A page without its results must not be treated as an empty one: the walk would end early without an error.
            Results = results ?? throw new JsonException("A page of results must have an array 'results', and this one has none."),
            ResultsAt = resultsAt,
            Start = start,
            Limit = limit,
            Size = size,
            TotalSize = totalSize,
            HasLinks = hasLinks,
            NamesNext = namesNext,
            Next = next,
            AdditionalProperties = new System.Collections.ObjectModel.ReadOnlyDictionary<string, JsonElement>(rest),
        };
    }

    /// <summary>Reads <c>_links</c>: whether they exist, whether they name a next page, and its link, which is a string or <c>{"href": …}</c>.</summary>
    private static (bool HasLinks, bool NamesNext, string? Next) NextOf(JsonElement links)
    {
        if (links.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (links.ValueKind == JsonValueKind.Array && links.GetArrayLength() == 0))
        {
            return (false, false, null);
        }

        if (links.ValueKind != JsonValueKind.Object)
        {
            return (true, true, null); // Links of an unknown form, one of which may lead to a next page.
        }

        if (!links.TryGetProperty("next"u8, out JsonElement next) || SaysNone(next))
        {
            return (true, false, null);
        }

        JsonElement target = next.ValueKind == JsonValueKind.Object && next.TryGetProperty("href"u8, out JsonElement href) ? href : next;
        return (true, true, target.ValueKind == JsonValueKind.String ? target.GetString() : null);
    }

    private static bool SaysNone(JsonElement next) =>
        next.ValueKind is JsonValueKind.Null or JsonValueKind.False || (next.ValueKind == JsonValueKind.String && next.ValueEquals(ReadOnlySpan<byte>.Empty));

    private static bool TryNumber(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number);
    }
}
