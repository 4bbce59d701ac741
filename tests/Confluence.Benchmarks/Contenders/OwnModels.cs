using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Benchmarks.Contenders;

/// <summary>The models of this library, read and written through their public contract as the transport does it.</summary>
internal static class OwnModels
{
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

    public static ReadOnlyMemory<byte> WriteList(List<Page> pages) => JsonOutput.Utf8(pages, WriteListTo);

    /// <summary>The way of every request body.</summary>
    public static ReadOnlyMemory<byte> Write(PageUpdateRequest update) => JsonOutput.Utf8(update, WriteModel);

    private static void WriteListTo(Utf8JsonWriter writer, List<Page> pages)
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

    private static T ReadModel<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T> => T.Read(ref reader);

    private static void WriteModel<T>(Utf8JsonWriter writer, T model)
        where T : IJsonModel<T> => model.Write(writer);
}
