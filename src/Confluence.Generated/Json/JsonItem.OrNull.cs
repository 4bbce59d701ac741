using System.Text.Json;

namespace Confluence.Generated.Json;

internal static partial class JsonItem
{
    /// <summary>Reads an item in whose place null may stand.</summary>
    public static T? OrNull<T>(ref Utf8JsonReader reader, JsonItemReader<T> item)
        where T : struct => reader.TokenType == JsonTokenType.Null ? null : item(ref reader);

    /// <summary>Writes an item in whose place null may stand.</summary>
    public static void OrNull<T>(Utf8JsonWriter writer, T? value, JsonItemWriter<T> item)
        where T : struct
    {
        if (value is { } present)
        {
            item(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
