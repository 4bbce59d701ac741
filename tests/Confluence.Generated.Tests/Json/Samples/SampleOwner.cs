using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json.Samples;

/// <summary>A union: an object, or anything else as it came.</summary>
[JsonConverter(typeof(JsonModelConverter<SampleOwner>))]
public readonly struct SampleOwner : IJsonModel<SampleOwner>, IEquatable<SampleOwner>
{
    private readonly JsonElement _other;

    private SampleOwner(SampleVersion? known, JsonElement other)
    {
        Known = known;
        _other = other;
    }

    public SampleVersion? Known { get; }

    public static bool operator ==(SampleOwner left, SampleOwner right) => left.Equals(right);

    public static bool operator !=(SampleOwner left, SampleOwner right) => !left.Equals(right);

    static SampleOwner IJsonModel<SampleOwner>.Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject
            ? new SampleOwner(JsonItem.Model<SampleVersion>(ref reader), default)
            : new SampleOwner(null, JsonItem.Element(ref reader));

    void IJsonModel<SampleOwner>.Write(Utf8JsonWriter writer)
    {
        if (Known is not null)
        {
            JsonItem.Model(writer, Known);
        }
        else
        {
            JsonItem.Element(writer, _other);
        }
    }

    public bool Equals(SampleOwner other) => ReferenceEquals(Known, other.Known) && _other.Equals(other._other);

    public override bool Equals(object? obj) => obj is SampleOwner other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Known, _other);
}
