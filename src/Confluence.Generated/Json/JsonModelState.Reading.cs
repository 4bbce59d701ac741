using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>Reads text. Numbers and booleans give their text.</summary>
    public string? String(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        switch (Enter(ref reader, index))
        {
            case JsonTokenType.String:
                string text = JsonStrings.Read(ref reader, out bool exact);
                if (!exact)
                {
                    HoldForm(ref reader, index);
                }

                return text;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                string literal = JsonStrings.ReadLiteral(ref reader);
                HoldForm(ref reader, index);
                return literal;
            case JsonTokenType.Null:
                return null;
            default:
                HoldUnreadable(ref reader, index, name);
                return null;
        }
    }

    /// <summary>Reads a text that may be long, without making a string of it.</summary>
    public JsonText Text(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        switch (Enter(ref reader, index))
        {
            case JsonTokenType.String:
                return JsonText.Take(ref reader);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                JsonText text = new(JsonStrings.ReadLiteral(ref reader));
                HoldForm(ref reader, index);
                return text;
            case JsonTokenType.Null:
                return default;
            default:
                HoldUnreadable(ref reader, index, name);
                return default;
        }
    }

    /// <summary>Reads a whole number of 32 bits.</summary>
    public int? Int32(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonNumbers.TryReadInt32(ref reader, out int value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    public long? Int64(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonNumbers.TryReadInt64(ref reader, out long value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Reads a number.</summary>
    public double? Double(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonNumbers.TryReadDouble(ref reader, out double value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Reads true or false, also as text.</summary>
    public bool? Boolean(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonNumbers.TryReadBoolean(ref reader, out bool value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Reads a point in time.</summary>
    public DateTimeOffset? DateTime(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonDates.TryRead(ref reader, out DateTimeOffset value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Reads any JSON.</summary>
    public JsonElement? Element(ref Utf8JsonReader reader, int index) =>
        Enter(ref reader, index) == JsonTokenType.Null ? null : JsonItem.Element(ref reader);

    /// <summary>Reads a member of a set of names.</summary>
    public T? Enum<T>(ref Utf8JsonReader reader, int index)
        where T : struct, IJsonModel<T>, IOpenEnum
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        switch (Enter(ref reader, index))
        {
            case JsonTokenType.String:
                T member = T.Read(ref reader);

                // The service does send an empty name; it is the default value, which only goes back because it came.
                // A replacement character may stand for something that was not valid Unicode.
                if (member.Value.Length == 0 || member.Value.Contains(JsonStrings.Replacement))
                {
                    HoldForm(ref reader, index);
                }

                return member;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                T literal = T.Read(ref reader);
                HoldForm(ref reader, index);
                return literal;
            case JsonTokenType.Null:
                return null;
            default:
                HoldUnreadable(ref reader, index, name);
                return null;
        }
    }

    /// <summary>Moves to an object.</summary>
    /// <returns>True when the reader stands on its start and the caller shall read it; false when null or something else was there.</returns>
    public bool Object(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        return IsAt(JsonTokenType.StartObject, ref reader, index, name);
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">An item cannot be read.</exception>
    public IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, int index, JsonItemReader<T> item)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        if (!IsAt(JsonTokenType.StartArray, ref reader, index, name))
        {
            return null;
        }

        Utf8JsonReader start = reader;
        bool outer = JsonItem.BeginSkips();
        try
        {
            IReadOnlyList<T> items = JsonItem.List(ref reader, item);
            if (JsonItem.EndSkips(outer))
            {
                HoldForm(ref start, index); // What was left out is written back.
            }

            return items;
        }
        catch (JsonException error)
        {
            throw JsonErrors.InMember(name, error);
        }
    }

    /// <summary>Reads an object whose member names are data. The order of the wire is kept; of a key that comes twice the last counts.</summary>
    /// <exception cref="JsonException">A value cannot be read.</exception>
    public IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, int index, JsonItemReader<T> item)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        if (!IsAt(JsonTokenType.StartObject, ref reader, index, name))
        {
            return null;
        }

        Utf8JsonReader start = reader;
        bool outer = JsonItem.BeginSkips();
        try
        {
            IReadOnlyDictionary<string, T> items = JsonItem.Map(ref reader, item);
            if (JsonItem.EndSkips(outer))
            {
                HoldForm(ref start, index); // What was left out is written back.
            }

            return items;
        }
        catch (JsonException error)
        {
            throw JsonErrors.InMember(name, error);
        }
    }

    /// <summary>Reads a value that takes one of several shapes; the type itself finds out which.</summary>
    public T? Union<T>(ref Utf8JsonReader reader, int index)
        where T : struct, IJsonModel<T> =>
        Enter(ref reader, index) == JsonTokenType.Null ? null : T.Read(ref reader);

    private bool IsAt(JsonTokenType start, ref Utf8JsonReader reader, int index, scoped ReadOnlySpan<byte> name)
    {
        JsonTokenType token = Enter(ref reader, index);
        if (token == start)
        {
            return true;
        }

        if (token != JsonTokenType.Null)
        {
            HoldUnreadable(ref reader, index, name);
        }

        return false;
    }

    private T? Settle<T>(ref Utf8JsonReader reader, int index, scoped ReadOnlySpan<byte> name, JsonTokenType token, bool read, T value, bool exact)
        where T : struct
    {
        if (read)
        {
            if (!exact)
            {
                HoldForm(ref reader, index);
            }

            return value;
        }

        if (token != JsonTokenType.Null)
        {
            HoldUnreadable(ref reader, index, name);
        }

        return null;
    }
}
