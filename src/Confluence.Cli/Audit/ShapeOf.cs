using System.Text;
using System.Text.Json;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.Cli.Audit;

/// <summary>Makes JSON of the same shape that holds nothing of a value: empty texts, zeros, and no names of members that are data.</summary>
internal static class ShapeOf
{
    private const string SomeTime = "2000-01-01T00:00:00Z";

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsInteger(value) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    public static string Write(JsonElement value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (IGrouping<string, JsonProperty> member in value.EnumerateObject().GroupBy(static member => MemberName.IsWord(member.Name) ? member.Name : "*"))
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.First().Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (string item in value.EnumerateArray().Select(Write).Distinct(StringComparer.Ordinal))
                {
                    writer.WriteRawValue(item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(TextForm.IsTime(value.GetString() ?? "") ? SomeTime : "");
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(IsInteger(value) ? "0" : "0.5");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(false);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static bool IsInteger(JsonElement number) => !number.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');
}
