using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>Reads a point in time in milliseconds since 1970.</summary>
    public DateTimeOffset? UnixTime(ref Utf8JsonReader reader, int index)
    {
        ReadOnlySpan<byte> name = JsonCursor.RawToken(ref reader);
        JsonTokenType token = Enter(ref reader, index);
        bool read = JsonUnixTime.TryRead(ref reader, out DateTimeOffset value, out bool exact);
        return Settle(ref reader, index, name, token, read, value, exact);
    }

    /// <summary>Writes a point in time in milliseconds since 1970.</summary>
    public readonly void UnixTime(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WriteNumber(name, value.GetValueOrDefault().ToUnixTimeMilliseconds());
        }
    }
}
