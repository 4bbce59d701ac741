using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json.Samples;

/// <summary>An open enum in the shape that the generator writes.</summary>
[JsonConverter(typeof(JsonModelConverter<SampleStatus>))]
public readonly struct SampleStatus(string value) : IEquatable<SampleStatus>, IJsonModel<SampleStatus>, IOpenEnum
{
    private readonly string? _value = value;

    public static SampleStatus Current => new("current");

    public string Value => _value ?? "";

    public static bool operator ==(SampleStatus left, SampleStatus right) => left.Equals(right);

    public static bool operator !=(SampleStatus left, SampleStatus right) => !left.Equals(right);

    static SampleStatus IJsonModel<SampleStatus>.Read(ref Utf8JsonReader reader) => new(JsonItem.String(ref reader));

    void IJsonModel<SampleStatus>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    public bool Equals(SampleStatus other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is SampleStatus other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
