using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Confluence.Generated.Json;

/// <summary>
/// Lets <see cref="JsonSerializer"/> read and write the models of this library, alone or inside a caller's own
/// <see cref="JsonSerializerContext"/>, with and without native compilation. Naming policies, ignore conditions and
/// number handling of the options do not apply to the members of a model: their form on the wire is fixed by the service.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <summary>Makes a converter. It has no state: one serves any number of threads.</summary>
    public JsonModelConverter()
    {
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.Write(writer);
    }

    /// <summary>Reads the key of a dictionary. Only the open enums can be keys.</summary>
    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        typeof(IOpenEnum).IsAssignableFrom(typeof(T))
            ? T.Read(ref reader)
            : base.ReadAsPropertyName(ref reader, typeToConvert, options);

    /// <summary>Writes the key of a dictionary. Only the open enums can be keys.</summary>
    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is IOpenEnum member)
        {
            writer.WritePropertyName(member.Value);
            return;
        }

        base.WriteAsPropertyName(writer, value, options);
    }
}
