using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>The models of this library, read and written through their public contract as the transport does it.</summary>
internal static class OwnModels
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<Page> Read(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8);
        List<Page> pages = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("results"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    pages.Add(ReadModel<Page>(ref reader));
                }
            }
        }

        return pages;
    }

    public static ReadOnlyMemory<byte> WriteList(List<Page> pages)
    {
        ArrayBufferWriter<byte> bytes = new(512);
        using (Utf8JsonWriter writer = new(bytes, s_writing))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("results"u8);
            foreach (Page page in pages)
            {
                WriteModel(writer, page);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Write(PageUpdateRequest update)
    {
        ArrayBufferWriter<byte> bytes = new(512);
        using (Utf8JsonWriter writer = new(bytes, s_writing))
        {
            WriteModel(writer, update);
        }

        return bytes.WrittenMemory;
    }

    private static T ReadModel<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T> => T.Read(ref reader);

    private static void WriteModel<T>(Utf8JsonWriter writer, T model)
        where T : IJsonModel<T> => model.Write(writer);
}
