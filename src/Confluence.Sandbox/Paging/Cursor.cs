using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Confluence.Sandbox.Paging;

/// <summary>
/// The opaque cursor of a v2 list: JSON in base64. It names the list, its order and the last item given, so that
/// items that come and go between two calls neither repeat others nor hide them.
/// </summary>
/// <param name="List">The name of the list; a cursor of another list is refused.</param>
/// <param name="Order">The sort order; a cursor of another order is refused.</param>
/// <param name="Last">The place of the last item given.</param>
internal sealed record Cursor(string List, string Order, ListKey Last)
{
    public string Encode()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, Last.Id.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("contentOrder"u8, Order);
            writer.WriteNumber("contentOrderValue"u8, Last.Number);
            writer.WriteString("contentOrderText"u8, Last.Text);
            writer.WriteString("list"u8, List);
            writer.WriteEndObject();
        }

        return Convert.ToBase64String(buffer.WrittenSpan);
    }

    public static bool TryDecode(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        byte[] bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out int length))
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes.AsMemory(0, length));
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("id"u8, out JsonElement id) && id.ValueKind == JsonValueKind.String
                && long.TryParse(id.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long lastId)
                && root.TryGetProperty("contentOrder"u8, out JsonElement order) && order.ValueKind == JsonValueKind.String
                && root.TryGetProperty("contentOrderValue"u8, out JsonElement number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt64(out long lastNumber)
                && root.TryGetProperty("contentOrderText"u8, out JsonElement lastText) && lastText.ValueKind == JsonValueKind.String
                && root.TryGetProperty("list"u8, out JsonElement list) && list.ValueKind == JsonValueKind.String)
            {
                // The kinds were checked above, so none of these strings is null.
                cursor = new Cursor(list.GetString()!, order.GetString()!, new ListKey(lastNumber, lastText.GetString()!, lastId));
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return cursor is not null;
    }
}
