using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Confluence.Generated.Json;

/// <summary>
/// Lets <see cref="JsonSerializer"/> write a model of which only an interface is known, such as what pages and blog posts have in common: as the model
/// itself is written, with all that arrived. Reading is refused, because JSON does not tell the class.
/// </summary>
/// <typeparam name="T">The interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShapeConverter<T> : JsonConverter<T>
    where T : class
{
    /// <summary>Makes a converter. It has no state: one serves any number of threads.</summary>
    public JsonShapeConverter()
    {
    }

    /// <summary>Refuses to read.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is what several classes have in common, and JSON does not tell which of them is meant. Read one of the classes; the documentation of {typeof(T).Name} names them.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        if (value is IJsonWritable model)
        {
            model.WriteTo(writer);
        }
        else
        {
            // A class of the caller's, such as a stand-in of a test: its own contract decides.
            JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        }
    }
}
