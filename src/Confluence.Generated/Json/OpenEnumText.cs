using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>Makes values of the open enums that are written by hand, of which an empty text is none.</summary>
internal static class OpenEnumText
{
    /// <exception cref="FormatException">The text is empty.</exception>
    public static T Parse<T>(string text)
        where T : struct, IParsable<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        return T.TryParse(text, null, out T value) ? value : throw new FormatException(Empty<T>());
    }

    /// <exception cref="JsonException">The value is no text, or an empty one.</exception>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : struct, IParsable<T> => T.TryParse(JsonItem.String(ref reader), null, out T value) ? value : throw new JsonException(Empty<T>());

    private static string Empty<T>() => $"An empty text is no {typeof(T).Name}.";
}
