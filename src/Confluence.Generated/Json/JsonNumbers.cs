using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Numbers and booleans of the wire, also where they come as text. Each method returns false when the token cannot be read as the type;
/// <c>exact</c> says whether writing the value gives back the very text that was read.
/// </summary>
internal static class JsonNumbers
{
    private const int MaxText = 64;

    public static bool TryReadInt32(ref Utf8JsonReader reader, out int value, out bool exact)
    {
        exact = false;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return TryReadText(ref reader, NumberStyles.AllowLeadingSign, out value);
        }

        if (reader.TryGetInt32(out value))
        {
            exact = value != 0 || IsZero(ref reader);
            return true;
        }

        bool whole = TryReadWhole(ref reader, int.MinValue, int.MaxValue, out decimal number);
        value = (int)number;
        return whole;
    }

    public static bool TryReadInt64(ref Utf8JsonReader reader, out long value, out bool exact)
    {
        exact = false;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return TryReadText(ref reader, NumberStyles.AllowLeadingSign, out value);
        }

        if (reader.TryGetInt64(out value))
        {
            exact = value != 0 || IsZero(ref reader);
            return true;
        }

        bool whole = TryReadWhole(ref reader, long.MinValue, long.MaxValue, out decimal number);
        value = (long)number;
        return whole;
    }

    public static bool TryReadDouble(ref Utf8JsonReader reader, out double value, out bool exact)
    {
        exact = false;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return TryReadText(ref reader, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, out value)
                && double.IsFinite(value);
        }

        if (!reader.TryGetDouble(out value) || !double.IsFinite(value))
        {
            return false;
        }

        Span<byte> written = stackalloc byte[MaxText];
        exact = Utf8Formatter.TryFormat(value, written, out int length) && JsonCursor.RawToken(ref reader).SequenceEqual(written[..length]);
        return true;
    }

    public static bool TryReadBoolean(ref Utf8JsonReader reader, out bool value, out bool exact)
    {
        value = reader.TokenType == JsonTokenType.True;
        exact = true;
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return true;
        }

        exact = false;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        // ValueTextEquals throws where the text is not valid Unicode.
        Span<byte> text = stackalloc byte[MaxText];
        int length = JsonCursor.CopyShortText(ref reader, text);
        if (length < 0)
        {
            return false;
        }

        value = text[..length].SequenceEqual("true"u8);
        return value || text[..length].SequenceEqual("false"u8);
    }

    // The one other form of a whole number that parses: minus zero.
    private static bool IsZero(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.Length == 1 : reader.ValueSpan.Length == 1;

    // 1.0 and 1e3 are whole numbers too.
    private static bool TryReadWhole(ref Utf8JsonReader reader, decimal least, decimal most, out decimal number)
    {
        if (reader.TryGetDecimal(out number) && decimal.IsInteger(number) && number >= least && number <= most)
        {
            return true;
        }

        number = 0;
        return false;
    }

    private static bool TryReadText<T>(ref Utf8JsonReader reader, NumberStyles styles, out T value)
        where T : struct, INumberBase<T>
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[MaxText];
        int length = JsonCursor.CopyShortText(ref reader, text);
        return length > 0 && T.TryParse(text[..length], styles, CultureInfo.InvariantCulture, out value);
    }
}
