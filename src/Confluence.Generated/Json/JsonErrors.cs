using System.Text;
using System.Text.Json;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Json;

/// <summary>The errors of reading and writing. They name types, members and places, and never show a value.</summary>
internal static class JsonErrors
{
    private const int LongestName = 80;

    public static JsonException Expected(string expected, ref Utf8JsonReader reader) =>
        new($"Expected {expected}, but {Describe(reader.TokenType)} stands at byte {reader.TokenStartIndex} of the JSON text.");

    public static JsonException Unreadable(string expected, ref Utf8JsonReader reader) =>
        new($"Expected {expected}, but {Describe(reader.TokenType)} that cannot be read as one stands at byte {reader.TokenStartIndex} of the JSON text.");

    public static JsonException EndedEarly(ref Utf8JsonReader reader) =>
        new($"The JSON text ends at byte {reader.BytesConsumed}, before the value is complete.");

    /// <summary>The same error with the name of the member that it happened in.</summary>
    public static JsonException InMember(ReadOnlySpan<byte> name, JsonException error) =>
        Within($"In the member '{Shown(Encoding.UTF8.GetString(name))}': ", error);

    /// <summary>The same error with the position of the list item that it happened in.</summary>
    public static JsonException InItem(int position, JsonException error) => Within($"In item {position}: ", error);

    /// <summary>The same error with the key of the map entry that it happened in.</summary>
    public static JsonException InEntry(string key, JsonException error) => Within($"In the entry '{Shown(key)}': ", error);

    public static JsonException NotWritable(ReadOnlySpan<byte> name, string reason) =>
        new($"The member '{Encoding.UTF8.GetString(name)}' cannot be written as JSON: {reason}");

    public static JsonException NotWritable(string reason) => new($"The value cannot be written as JSON: {reason}");

    /// <summary>Names that are data, as the keys of maps are, may hold anything.</summary>
    private static string Shown(string name) => SafeText.Clean(name, LongestName) ?? string.Empty;

    private static JsonException Within(string place, JsonException error) =>
        new(place + error.Message, error.Path, error.LineNumber, error.BytePositionInLine, error);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.PropertyName => "a member name",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "no value",
    };
}
