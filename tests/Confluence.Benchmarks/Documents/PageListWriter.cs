using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Confluence.Benchmarks.Documents;

/// <summary>Writes the document by hand, in the member order and with the escapes that the service uses, so that no contender reads its own writing.</summary>
internal static class PageListWriter
{
    public static byte[] Write(IReadOnlyList<PageFacts> pages)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("results");
            foreach (PageFacts page in pages)
            {
                WritePage(writer, page);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("_links");
            writer.WriteString("base", "https://example.atlassian.net/wiki");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WritePage(Utf8JsonWriter writer, PageFacts page)
    {
        writer.WriteStartObject();
        writer.WriteString("parentType", page.ParentType);
        writer.WriteString("parentId", page.ParentId);
        writer.WriteString("ownerId", page.OwnerId);
        writer.WriteString("lastOwnerId", page.LastOwnerId);
        WriteTime(writer, "createdAt", page.CreatedAt);
        writer.WriteString("authorId", page.AuthorId);
        writer.WriteNumber("position", page.Position.GetValueOrDefault());
        if (page.Version is { } version)
        {
            writer.WriteStartObject("version");
            writer.WriteNumber("number", version.Number.GetValueOrDefault());
            writer.WriteString("message", version.Message);
            writer.WriteBoolean("minorEdit", version.MinorEdit.GetValueOrDefault());
            writer.WriteString("authorId", version.AuthorId);
            WriteTime(writer, "createdAt", version.CreatedAt);
            writer.WriteEndObject();
        }

        if (page.Body is { } body)
        {
            writer.WriteStartObject("body");
            writer.WriteStartObject("storage");
            writer.WriteString("representation", body.Representation);
            writer.WriteString("value", body.Value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteString("status", page.Status);
        writer.WriteString("title", page.Title);
        writer.WriteString("spaceId", page.SpaceId);
        if (page.Links is { } links)
        {
            writer.WriteStartObject("_links");
            writer.WriteString("editui", links.Editui);
            writer.WriteString("webui", links.Webui);
            writer.WriteString("edituiv2", links.Edituiv2);
            writer.WriteString("tinyui", links.Tinyui);
            writer.WriteEndObject();
        }

        writer.WriteString("id", page.Id);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time) =>
        writer.WriteString(name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
}
