using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Writes values into bytes of their exact length. The buffer that grows on the way and the writer belong to the thread and serve again:
/// the bytes themselves cannot, because a handler may read them after a call was cancelled.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The writer holds nothing but the buffer: one that is dropped leaves nothing open, and disposing one that stopped half-way would flush it.")]
internal sealed class JsonOutput
{
    private const int FirstCapacity = 4 * 1024;

    /// <summary>A body beyond this is rare; a thread that wrote one keeps no buffer of that size.</summary>
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static JsonOutput? s_ofThread;

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstCapacity);
    private readonly Utf8JsonWriter _writer;

    private JsonOutput() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a value.</summary>
    /// <exception cref="JsonException">The value holds something that JSON cannot express.</exception>
    public static byte[] Utf8<T>(T value, JsonItemWriter<T> write)
    {
        // Taken away while it is in use: neither a value that writes another one nor a failure half-way can leave something behind in it.
        JsonOutput output = s_ofThread ?? new JsonOutput();
        s_ofThread = null;
        write(output._writer, value);
        output._writer.Flush();
        byte[] bytes = output._buffer.WrittenSpan.ToArray();
        if (bytes.Length <= LargestKept)
        {
            output._buffer.ResetWrittenCount();
            output._writer.Reset();
            s_ofThread = output;
        }

        return bytes;
    }
}
