using System.Runtime.InteropServices;
using System.Text.Json;

namespace Confluence.Generated.Json;

internal static partial class JsonItem
{
    /// <summary>Writes text.</summary>
    public static void String(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <summary>Writes a whole number.</summary>
    public static void Int32(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Writes a whole number.</summary>
    public static void Int64(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    public static void Double(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            throw JsonErrors.NotWritable("JSON has no infinity and no NaN.");
        }

        writer.WriteNumberValue(value);
    }

    /// <summary>Writes true or false.</summary>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a point in time.</summary>
    public static void DateTime(Utf8JsonWriter writer, DateTimeOffset value) => JsonDates.Write(writer, value);

    /// <summary>Writes any JSON, as it is: numbers keep their digits and strings their escapes.</summary>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw JsonErrors.NotWritable("the JsonElement is the default one, which holds nothing.");
        }

        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
    }

    /// <summary>Writes a model, an open enum or a union.</summary>
    public static void Model<T>(Utf8JsonWriter writer, T value)
        where T : IJsonModel<T> => value.Write(writer);

    /// <summary>Writes a list.</summary>
    public static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonItemWriter<T> item)
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            try
            {
                item(writer, Present(value[i], "it is null. Leave it out of the list."));
            }
            catch (JsonException error)
            {
                throw JsonErrors.InItem(i, error);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object whose member names are data.</summary>
    public static void Map<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value, JsonItemWriter<T> item)
    {
        writer.WriteStartObject();
        foreach ((string key, T entry) in value)
        {
            writer.WritePropertyName(key);
            try
            {
                item(writer, Present(entry, "it is null. Leave the entry out."));
            }
            catch (JsonException error)
            {
                throw JsonErrors.InEntry(key, error);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The item, unless it is a null that its type does not speak of.</summary>
    private static T Present<T>(T item, string otherwise) =>
        item is not null || Nullability<T>.AllowsNull ? item : throw JsonErrors.NotWritable(otherwise);

    private static class Nullability<T>
    {
        /// <summary>True for a nullable struct. A nullable reference type looks like one that is not: its nulls are refused.</summary>
        public static readonly bool AllowsNull = Nullable.GetUnderlyingType(typeof(T)) is not null;
    }
}
