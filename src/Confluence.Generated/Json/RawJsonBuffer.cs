using System.Buffers;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Gathers raw JSON token by token (a <see cref="Utf8JsonReader"/> does not give out the text between tokens). Strings keep their
/// escapes and numbers their digits; white space and comments fall away.
/// </summary>
internal struct RawJsonBuffer
{
    private const int SmallestCapacity = 64;

    private byte[]? _bytes;
    private int _length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Makes room for bytes that are filled in later.</summary>
    /// <returns>Where the room begins.</returns>
    public int Reserve(int count)
    {
        int start = _length;
        Room(count);
        _length += count;
        return start;
    }

    public readonly Span<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    public void Append(byte value)
    {
        Room(1)[0] = value;
        _length++;
    }

    public void Append(scoped ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        _length += value.Length;
    }

    /// <summary>Appends the current token without quotes.</summary>
    public void AppendToken(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence)
        {
            Append(reader.ValueSpan);
            return;
        }

        foreach (ReadOnlyMemory<byte> segment in reader.ValueSequence)
        {
            Append(segment.Span);
        }
    }

    /// <summary>Appends the value that begins at the current token, and leaves the reader on the value's last token.</summary>
    public void AppendValue(ref Utf8JsonReader reader)
    {
        int depth = 0;
        bool follows = false;
        while (true)
        {
            JsonTokenType token = reader.TokenType;
            if (follows && token is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                Append((byte)',');
            }

            follows = true;
            switch (token)
            {
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    Append(token == JsonTokenType.StartObject ? (byte)'{' : (byte)'[');
                    depth++;
                    follows = false;
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    Append(token == JsonTokenType.EndObject ? (byte)'}' : (byte)']');
                    depth--;
                    break;
                case JsonTokenType.PropertyName:
                    AppendQuoted(ref reader);
                    Append((byte)':');
                    follows = false;
                    break;
                case JsonTokenType.String:
                    AppendQuoted(ref reader);
                    break;
                default:
                    AppendToken(ref reader);
                    break;
            }

            if (depth == 0)
            {
                return;
            }

            JsonCursor.Advance(ref reader);
        }
    }

    /// <summary>The raw value that begins at the current token, in an array of its own. The reader ends on its last token.</summary>
    public static byte[] CopyValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence)
        {
            return Quote(reader.ValueSpan);
        }

        RawJsonBuffer buffer = default;
        buffer.AppendValue(ref reader);
        return buffer.Written.ToArray();
    }

    private static byte[] Quote(ReadOnlySpan<byte> content)
    {
        byte[] quoted = GC.AllocateUninitializedArray<byte>(content.Length + 2);
        quoted[0] = (byte)'"';
        content.CopyTo(quoted.AsSpan(1));
        quoted[^1] = (byte)'"';
        return quoted;
    }

    private void AppendQuoted(ref Utf8JsonReader reader)
    {
        Append((byte)'"');
        AppendToken(ref reader);
        Append((byte)'"');
    }

    private Span<byte> Room(int count)
    {
        if (_bytes is null || _bytes.Length - _length < count)
        {
            int capacity = (int)Math.Min(Math.Max(2L * _length, _length + (long)Math.Max(count, SmallestCapacity)), Array.MaxLength);
            Array.Resize(ref _bytes, capacity);
        }

        return _bytes.AsSpan(_length);
    }
}
