using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Http;

/// <summary>A model as the generator writes them.</summary>
internal sealed class Item : IJsonModel<Item>
{
    private JsonModelState _json;

    public Item()
    {
    }

    private Item(ref Utf8JsonReader reader)
    {
        JsonModelState.Start(ref reader, nameof(Item));
        while (JsonModelState.Next(ref reader))
        {
            switch (JsonModelState.NameLength(ref reader))
            {
                case 2 when reader.ValueTextEquals("id"u8): Id = _json.String(ref reader, 0); continue;
            }

            _json.Keep(ref reader);
        }
    }

    public string? Id { get; init; }

    static Item IJsonModel<Item>.Read(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Item>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _json.String(writer, 0, "id"u8, Id);
        _json.WriteAdditional(writer);
        writer.WriteEndObject();
    }
}

/// <summary>An open enum as the generator writes them, as far as queries need it.</summary>
internal readonly struct Colour(string value) : IOpenEnum
{
    public string Value => value ?? string.Empty;
}
