using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>How a reader is moved, and what the token it stands on consists of. Called for every token, hence the inlining.</summary>
internal static class JsonCursor
{
    /// <summary>Moves to the next token that is not a comment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Advance(ref Utf8JsonReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw JsonErrors.EndedEarly(ref reader);
            }
        }
        while (reader.TokenType == JsonTokenType.Comment);
    }

    /// <summary>Moves onto the first token, if the reader still stands before it.</summary>
    public static void Begin(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.None or JsonTokenType.Comment)
        {
            Advance(ref reader);
        }
    }

    /// <summary>The bytes of the current token as they stand in the text, without quotes and with its escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> RawToken(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>Copies the text of a short string, unescaped.</summary>
    /// <returns>Its length, or -1 when it does not fit or is not valid Unicode.</returns>
    public static int CopyShortText(ref Utf8JsonReader reader, scoped Span<byte> destination)
    {
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > destination.Length)
        {
            return -1;
        }

        try
        {
            return reader.CopyString(destination);
        }
        catch (InvalidOperationException)
        {
            // The only cause left: half a surrogate pair, or bytes that are not UTF-8.
            return -1;
        }
    }
}
