using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Json.Samples;

/// <summary>Reads and writes texts the way that the transport does.</summary>
internal static class Wire
{
    public static SamplePage Page(string json) => Read<SamplePage>(json);

    public static T Read<T>(string json, JsonReaderOptions options = default)
        where T : IJsonModel<T> => Read<T>(Encoding.UTF8.GetBytes(json), options);

    public static T Read<T>(ReadOnlySpan<byte> json, JsonReaderOptions options = default)
        where T : IJsonModel<T>
    {
        Utf8JsonReader reader = new(json, options);
        return Finish<T>(ref reader);
    }

    public static T Read<T>(ReadOnlySequence<byte> json, JsonReaderOptions options = default)
        where T : IJsonModel<T>
    {
        Utf8JsonReader reader = new(json, options);
        return Finish<T>(ref reader);
    }

    /// <summary>A reader on the first token of a text.</summary>
    public static Utf8JsonReader OnFirstToken(string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        Assert.True(reader.Read());
        return reader;
    }

    public static string Write<T>(T value, JavaScriptEncoder? encoder = null)
        where T : IJsonModel<T> => Encoding.UTF8.GetString(WriteBytes(value, encoder));

    public static byte[] WriteBytes<T>(T value, JavaScriptEncoder? encoder = null)
        where T : IJsonModel<T>
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = encoder ?? JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            value.Write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A sequence whose segments end where asked.</summary>
    public static ReadOnlySequence<byte> Split(ReadOnlyMemory<byte> bytes, params int[] ends)
    {
        Segment first = new(bytes[..ends[0]], null);
        Segment last = first;
        for (int i = 0; i < ends.Length; i++)
        {
            int end = i + 1 < ends.Length ? ends[i + 1] : bytes.Length;
            last = new Segment(bytes[ends[i]..end], last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private static T Finish<T>(ref Utf8JsonReader reader)
        where T : IJsonModel<T>
    {
        T value = JsonItem.Model<T>(ref reader);
        Assert.False(reader.Read(), "The reader must stand on the last token of the value.");
        return value;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
