using System.ComponentModel;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// A type that reads itself from JSON and writes itself as JSON, without reflection and without a serializer context.
/// Every model of this library implements it; <see cref="JsonModelConverter{T}"/> builds on it. Calling code does not need it.
/// </summary>
/// <typeparam name="TSelf">The type that implements the interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>
    /// Reads one value. The whole value must be in the reader's buffer.
    /// </summary>
    /// <param name="reader">
    /// A reader that stands on the first token of the value, or before the first token of the text.
    /// Afterwards it stands on the last token of the value.
    /// </param>
    /// <returns>The value that was read.</returns>
    /// <exception cref="JsonException">The text is not JSON, or the value has a shape that the type cannot take.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value: all that was set and, when it was read from JSON, all that arrived.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <exception cref="JsonException">The value holds something that JSON cannot express; the message names the member.</exception>
    void Write(Utf8JsonWriter writer);
}
