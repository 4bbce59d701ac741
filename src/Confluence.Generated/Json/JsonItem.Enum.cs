using System.Text.Json;

namespace Confluence.Generated.Json;

internal static partial class JsonItem
{
    /// <summary>Writes a value of an open enum.</summary>
    /// <param name="writer">What to write to.</param>
    /// <param name="value">The text; null for the default of the enum.</param>
    /// <param name="type">The name of the enum, for the error.</param>
    /// <exception cref="JsonException">The value is the default of the enum, which stands for nothing.</exception>
    public static void Enum(Utf8JsonWriter writer, string? value, string type) =>
        writer.WriteStringValue(value ?? throw JsonErrors.NotWritable($"it is the default {type}, which stands for no value."));
}
