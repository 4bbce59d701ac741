using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json.Samples;

/// <summary>A small nested model.</summary>
[JsonConverter(typeof(JsonModelConverter<SampleVersion>))]
public sealed class SampleVersion : IJsonModel<SampleVersion>
{
    private JsonModelState _json;

    public SampleVersion()
    {
    }

    internal SampleVersion(ref Utf8JsonReader reader)
    {
        JsonModelState.Start(ref reader, nameof(SampleVersion));
        while (JsonModelState.Next(ref reader))
        {
            switch (JsonModelState.NameLength(ref reader))
            {
                case 6 when reader.ValueTextEquals("number"u8): Number = _json.Int32(ref reader, 0); continue;
                case 7 when reader.ValueTextEquals("message"u8): Message = _json.String(ref reader, 1); continue;
            }

            _json.Keep(ref reader);
        }
    }

    public int? Number { get; init; }

    public string? Message { get; init; }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => _json.AdditionalProperties; init => _json.AdditionalProperties = value; }

    static SampleVersion IJsonModel<SampleVersion>.Read(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<SampleVersion>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _json.Int32(writer, 0, "number"u8, Number);
        _json.String(writer, 1, "message"u8, Message);
        _json.WriteAdditional(writer);
        writer.WriteEndObject();
    }
}
