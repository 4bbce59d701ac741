using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Confluence.Sandbox.Json;

/// <summary>How the sandbox writes JSON: compact, with text as UTF-8 and only the escapes that JSON demands, as Confluence does.</summary>
internal static class JsonOutput
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an id as a string.</summary>
    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long id)
    {
        Span<char> text = stackalloc char[20];
        id.TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }

    /// <summary>Writes an id as a string, or null.</summary>
    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? id)
    {
        if (id is long value)
        {
            writer.WriteId(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a moment as ISO 8601 in UTC; the fraction is left out when it is zero, as Confluence leaves it out.</summary>
    public static void WriteDate(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset moment)
    {
        Span<char> text = stackalloc char[32];
        string format = moment.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        moment.UtcDateTime.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }
}
