using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Confluence.Generated.Json;

/// <summary>Reads and writes values by the serializer's contract for a type of the caller's.</summary>
internal static class JsonContract
{
    /// <summary>Reads values of the type. A null is an error: the type does not say whether it has one.</summary>
    public static JsonItemReader<T> Reader<T>(JsonTypeInfo<T> type) => (ref reader) => Read(ref reader, type);

    /// <summary>Writes values of the type.</summary>
    public static JsonItemWriter<T> Writer<T>(JsonTypeInfo<T> type) => (writer, value) => JsonSerializer.Serialize(writer, value, type);

    private static T Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        JsonCursor.Begin(ref reader);
        long start = reader.TokenStartIndex;
        T? value;
        try
        {
            value = JsonSerializer.Deserialize(ref reader, type);
        }
        catch (JsonException error)
        {
            reader.Skip(); // Where the text itself is at fault, the reader says so, and stands at the place.
            throw new JsonContractException(start, error);
        }

        return value is null && !AllowsNull<T>() ? throw JsonErrors.Expected(typeof(T).Name, ref reader) : value!; // What may be null is a nullable struct.
    }

    private static bool AllowsNull<T>() => Nullable.GetUnderlyingType(typeof(T)) is not null;
}
