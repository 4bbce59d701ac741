using System.ComponentModel;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// A model that writes itself as JSON where only an interface of it is known, such as what pages and blog posts have in common. Calling code does not need it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonWritable
{
    /// <summary>Writes the value as its own type does.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <exception cref="JsonException">The value holds something that JSON cannot express; the message names the member.</exception>
    void WriteTo(Utf8JsonWriter writer);
}
