using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Reads the items of lists, the values of maps and whole bodies. A reader may also stand before the first token of the text.
/// Unlike the members of an object such values have no place to remember how they came: a value of another scalar kind is converted
/// (a number where text is expected gives its text) and written in the declared kind.
/// Each method throws a <see cref="JsonException"/> that says what was expected and what stands there.
/// </summary>
internal static partial class JsonItem
{
    private const int FirstRent = 16;

    [ThreadStatic]
    private static bool t_hasSkippedNull;

    /// <summary>Called before the list or map of a member is read.</summary>
    /// <returns>What <see cref="EndSkips"/> takes: whether the list around this one has left out a null so far.</returns>
    public static bool BeginSkips()
    {
        bool outer = t_hasSkippedNull;
        if (outer)
        {
            t_hasSkippedNull = false;
        }

        return outer;
    }

    /// <summary>Whether a null was left out since the call of <see cref="BeginSkips"/>: an item of a list or a value of a map whose type has no null.</summary>
    public static bool EndSkips(bool outer)
    {
        bool own = t_hasSkippedNull;
        if (own != outer)
        {
            t_hasSkippedNull = outer;
        }

        return own;
    }

    /// <summary>Reads text. Also reads a member name.</summary>
    public static string String(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.PropertyName => JsonStrings.Read(ref reader, out _),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => JsonStrings.ReadLiteral(ref reader),
            _ => throw JsonErrors.Expected("a string", ref reader),
        };
    }

    /// <summary>Reads a whole number of 32 bits.</summary>
    public static int Int32(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonNumbers.TryReadInt32(ref reader, out int value, out _) ? value : throw JsonErrors.Unreadable("a whole number of 32 bits", ref reader);
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    public static long Int64(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonNumbers.TryReadInt64(ref reader, out long value, out _) ? value : throw JsonErrors.Unreadable("a whole number of 64 bits", ref reader);
    }

    /// <summary>Reads a number.</summary>
    public static double Double(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonNumbers.TryReadDouble(ref reader, out double value, out _) ? value : throw JsonErrors.Unreadable("a number", ref reader);
    }

    /// <summary>Reads true or false.</summary>
    public static bool Boolean(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonNumbers.TryReadBoolean(ref reader, out bool value, out _) ? value : throw JsonErrors.Unreadable("a boolean", ref reader);
    }

    /// <summary>Reads a point in time.</summary>
    public static DateTimeOffset DateTime(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonDates.TryRead(ref reader, out DateTimeOffset value, out _) ? value : throw JsonErrors.Unreadable("a date and time in ISO 8601", ref reader);
    }

    /// <summary>Reads any JSON, null included.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads a model, an open enum or a union.</summary>
    public static T Model<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T> => T.Read(ref reader);

    /// <summary>Reads a list. A null is left out where the type has none.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, JsonItemReader<T> item)
    {
        JsonCursor.Begin(ref reader);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected("an array", ref reader);
        }

        JsonCursor.Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        // An array that a failed read leaves behind is not worth a finally block: the collector takes it.
        T[] items = ArrayPool<T>.Shared.Rent(FirstRent);
        int count = 0;
        try
        {
            while (reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == items.Length)
                {
                    items = Enlarge(items);
                }

                if (!IsSkipped<T>(ref reader))
                {
                    items[count] = item(ref reader);
                    count++;
                }

                JsonCursor.Advance(ref reader);
            }
        }
        catch (JsonException error)
        {
            throw JsonErrors.InItem(count, error);
        }

        T[] exact = items.AsSpan(0, count).ToArray();
        Return(items);
        return exact;
    }

    /// <summary>Reads an object whose member names are data, in the order of the wire. A null is left out where the type has none.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, JsonItemReader<T> item)
    {
        JsonCursor.Begin(ref reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonErrors.Expected("an object", ref reader);
        }

        OrderedDictionary<string, T> entries = new(StringComparer.Ordinal);
        while (JsonModelState.Next(ref reader))
        {
            string key = JsonStrings.Read(ref reader, out _);
            JsonCursor.Advance(ref reader);
            if (IsSkipped<T>(ref reader))
            {
                entries.Remove(key); // Of a key that comes twice the last one counts.
                continue;
            }

            try
            {
                entries[key] = item(ref reader);
            }
            catch (JsonException error)
            {
                throw JsonErrors.InEntry(key, error);
            }
        }

        return entries;
    }

    private static bool IsSkipped<T>(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null || typeof(T) == typeof(JsonElement) || Nullable.GetUnderlyingType(typeof(T)) is not null)
        {
            return false;
        }

        t_hasSkippedNull = true;
        return true;
    }

    private static T[] Enlarge<T>(T[] items)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        items.CopyTo(larger, 0);
        Return(items);
        return larger;
    }

    private static void Return<T>(T[] items) =>
        ArrayPool<T>.Shared.Return(items, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
}
