using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;

namespace Confluence.Generated;

/// <summary>
/// The body of a call of <see cref="RawClient"/>. JSON is written when the body is created, so later changes to the value have no effect, and a body can be used for any number of calls; one
/// with a file can be used as often as the file.
/// </summary>
public sealed class RawBody
{
    private RawBody(RequestBody content) => Content = content;

    internal RequestBody Content { get; }

    /// <summary>Creates a body of any JSON, unchanged: numbers keep their digits and strings their escapes.</summary>
    /// <param name="value">The JSON.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is the default value, which is empty.</exception>
    public static RawBody Json(JsonElement value) => value.ValueKind != JsonValueKind.Undefined
        ? new RawBody(RequestBody.Json(value, JsonItem.Element))
        : throw new ArgumentException("The JsonElement is the default value, which is empty. To send no body, pass null.", nameof(value));

    /// <summary>Creates a body from JSON nodes, such as <c>new JsonObject { ["title"] = "Plans" }</c>.</summary>
    /// <param name="value">The JSON.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static RawBody Json(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new RawBody(RequestBody.Json(value, static (writer, node) => node.WriteTo(writer)));
    }

    /// <summary>Creates a body from a model of this library.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="JsonException">The value contains something that JSON cannot express; the message names the member.</exception>
    public static RawBody Json<T>(T value)
        where T : IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        return new RawBody(RequestBody.Json(value, JsonItem.Model));
    }

    /// <summary>Creates a body from a type of your own, without reflection.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">The type's JSON contract: a property of your <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> or <paramref name="type"/> is null.</exception>
    /// <exception cref="JsonException">The value cannot be written as JSON.</exception>
    public static RawBody Json<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        return new RawBody(RequestBody.Json(value, JsonContract.Writer(type)));
    }

    /// <summary>Creates a form (<c>multipart/form-data</c>) with a file, as uploads of v1 expect it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The name of the part that contains it; <c>file</c> for attachments.</param>
    /// <param name="texts">Further parts, such as <c>comment</c> and <c>minorEdit</c>; null for none.</param>
    /// <returns>The body. Only the time limit of the call applies to sending it, because large files take long.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="ArgumentException">The name of a part is empty, or contains a control character.</exception>
    public static RawBody Form(FileUpload file, string name = "file", IEnumerable<KeyValuePair<string, string>>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        MultipartForm form = new MultipartForm().File(CheckName(name), file);
        foreach ((string textName, string text) in texts ?? [])
        {
            form.Text(CheckName(textName), text);
        }

        return new RawBody(RequestBody.Multipart(form));
    }

    private static string CheckName(string name) => !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl)
        ? name
        : throw new ArgumentException("The name of a form part is empty or contains a control character. Use the name from the operation's reference, such as 'file'.", nameof(name));
}
