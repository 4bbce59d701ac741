using System.ComponentModel;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// A type that writes itself as JSON, whatever it is: what is known of a model of which only an interface is known. Calling code has no need of it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonWritable
{
    /// <summary>Writes the value as its own type does.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <exception cref="JsonException">The value holds something that JSON cannot express; the message names the member.</exception>
    void WriteTo(Utf8JsonWriter writer);
}
