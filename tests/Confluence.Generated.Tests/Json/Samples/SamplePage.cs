using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json.Samples;

/// <summary>A model in the shape that the generator writes, with one member of every kind.</summary>
[JsonConverter(typeof(JsonModelConverter<SamplePage>))]
public sealed class SamplePage : IJsonModel<SamplePage>
{
    private JsonModelState _json;
    private JsonText _body;

    public SamplePage()
    {
    }

    internal SamplePage(ref Utf8JsonReader reader)
    {
        JsonModelState.Start(ref reader, nameof(SamplePage));
        while (JsonModelState.Next(ref reader))
        {
            switch (JsonModelState.NameLength(ref reader))
            {
                case 2 when reader.ValueTextEquals("id"u8): Id = _json.String(ref reader, 0); continue;
                case 6 when reader.ValueTextEquals("status"u8): Status = _json.Enum<SampleStatus>(ref reader, 1); continue;
                case 7 when reader.ValueTextEquals("version"u8): Version = _json.Object(ref reader, 2) ? new SampleVersion(ref reader) : null; continue;
                case 6 when reader.ValueTextEquals("labels"u8): Labels = _json.List<SampleVersion>(ref reader, 3, JsonItem.Model<SampleVersion>); continue;
                case 4 when reader.ValueTextEquals("body"u8): _body = _json.Text(ref reader, 4); continue;
                case 8 when reader.ValueTextEquals("position"u8): Position = _json.Int32(ref reader, 5); continue;
                case 4 when reader.ValueTextEquals("size"u8): Size = _json.Int64(ref reader, 6); continue;
                case 5 when reader.ValueTextEquals("score"u8): Score = _json.Double(ref reader, 7); continue;
                case 7 when reader.ValueTextEquals("starred"u8): Starred = _json.Boolean(ref reader, 8); continue;
                case 9 when reader.ValueTextEquals("createdAt"u8): CreatedAt = _json.DateTime(ref reader, 9); continue;
                case 5 when reader.ValueTextEquals("value"u8): Value = _json.Element(ref reader, 10); continue;
                case 4 when reader.ValueTextEquals("tags"u8): Tags = _json.List<string>(ref reader, 11, JsonItem.String); continue;
                case 6 when reader.ValueTextEquals("counts"u8): Counts = _json.Map<long>(ref reader, 12, JsonItem.Int64); continue;
                case 5 when reader.ValueTextEquals("owner"u8): Owner = _json.Union<SampleOwner>(ref reader, 13); continue;
                case 8 when reader.ValueTextEquals("children"u8): Children = _json.List<SamplePage>(ref reader, 63, JsonItem.Model<SamplePage>); continue;
            }

            _json.Keep(ref reader);
        }
    }

    public string? Id { get; init; }

    public SampleStatus? Status { get; init; }

    public SampleVersion? Version { get; init; }

    public IReadOnlyList<SampleVersion>? Labels { get; init; }

    public string? Body { get => _body.Get(); init => _body = new JsonText(value); }

    public int? Position { get; init; }

    public long? Size { get; init; }

    public double? Score { get; init; }

    public bool? Starred { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    public SampleOwner? Owner { get; init; }

    public IReadOnlyList<SamplePage>? Children { get; init; }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => _json.AdditionalProperties; init => _json.AdditionalProperties = value; }

    static SamplePage IJsonModel<SamplePage>.Read(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<SamplePage>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _json.String(writer, 0, "id"u8, Id);
        _json.Enum(writer, 1, "status"u8, Status);
        _json.Model(writer, 2, "version"u8, Version);
        _json.List(writer, 3, "labels"u8, Labels, JsonItem.Model);
        _json.Text(writer, 4, "body"u8, in _body);
        _json.Int32(writer, 5, "position"u8, Position);
        _json.Int64(writer, 6, "size"u8, Size);
        _json.Double(writer, 7, "score"u8, Score);
        _json.Boolean(writer, 8, "starred"u8, Starred);
        _json.DateTime(writer, 9, "createdAt"u8, CreatedAt);
        _json.Element(writer, 10, "value"u8, Value);
        _json.List(writer, 11, "tags"u8, Tags, JsonItem.String);
        _json.Map(writer, 12, "counts"u8, Counts, JsonItem.Int64);
        _json.Union(writer, 13, "owner"u8, Owner);
        _json.List(writer, 63, "children"u8, Children, JsonItem.Model);
        _json.WriteAdditional(writer);
        writer.WriteEndObject();
    }
}
