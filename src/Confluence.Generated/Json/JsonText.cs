using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// A long text that becomes a string only when somebody asks for it: the bodies of pages are often stored or passed on unread.
/// One field holds the JSON string as it came, or the .NET string; asking swaps them by one reference write, so any number of threads may read.
/// </summary>
internal struct JsonText
{
    // A byte[] (the raw JSON string with its quotes), a string, or null.
    private object? _value;

    /// <summary>Holds a text of the caller's.</summary>
    public JsonText(string? value) => _value = value;

    private JsonText(byte[] raw) => _value = raw;

    public readonly bool IsNull => _value is null;

    /// <summary>Takes the string that the reader stands on, without looking into it.</summary>
    public static JsonText Take(ref Utf8JsonReader reader) => new(RawJsonBuffer.CopyValue(ref reader));

    /// <summary>The text; null when there is none. Places that are not valid Unicode read U+FFFD.</summary>
    public string? Get()
    {
        object? value = _value;
        if (value is not byte[] raw)
        {
            return (string?)value;
        }

        Utf8JsonReader reader = new(raw);
        reader.Read();
        string text = JsonStrings.Read(ref reader, out bool exact);
        if (exact)
        {
            _value = text;
        }

        return text;
    }

    /// <summary>Writes the text; as it came if nobody has asked for it.</summary>
    public readonly void Write(Utf8JsonWriter writer)
    {
        object? value = _value;
        if (value is byte[] raw)
        {
            writer.WriteRawValue(raw, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue((string?)value);
        }
    }
}
