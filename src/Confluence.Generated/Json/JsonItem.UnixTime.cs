using System.Text.Json;

namespace Confluence.Generated.Json;

internal static partial class JsonItem
{
    /// <summary>Reads a point in time in milliseconds since 1970.</summary>
    public static DateTimeOffset UnixTime(ref Utf8JsonReader reader)
    {
        JsonCursor.Begin(ref reader);
        return JsonUnixTime.TryRead(ref reader, out DateTimeOffset value, out _) ? value : throw JsonErrors.Unreadable("a point in time in milliseconds since 1970", ref reader);
    }

    /// <summary>Writes a point in time in milliseconds since 1970.</summary>
    public static void UnixTime(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
