using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Cli.Reading;

namespace Confluence.Cli.Export;

/// <summary>Writes results as JSON on one line: models of the library as the site sent them, and activity.</summary>
internal static class WireJson
{
    /// <summary>Gets how lines are written: text stays readable, since no browser will take a file or a terminal for a page.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a model of the library.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T model) => JsonSerializer.Serialize(writer, model);

    /// <summary>Writes an activity.</summary>
    public static void Write(Utf8JsonWriter writer, ActivityEvent activity) =>
        JsonSerializer.Serialize(writer, activity, ActivityJsonContext.Default.ActivityEvent);

    /// <summary>Gives the JSON of a value as text.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">One of the methods above.</param>
    public static string Text<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, WriterOptions);
        write(writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
