using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Points in time on the wire: ISO 8601 with a date, a time and an offset (<c>Z</c>, <c>+02:00</c>, <c>+0200</c> or <c>+02</c>).
/// Seconds and their fraction may be missing; a missing offset means UTC, never the time zone of this machine.
/// </summary>
internal static class JsonDates
{
    /// <summary>The longest text that is written: seven digits of fraction and an offset, in quotes.</summary>
    private const int MaxWritten = 35;
    private const int MaxRead = 64;
    private const int DateAndMinutes = 16;
    private const int WholeSecondsInUtc = 20;
    private const int MillisecondsInUtc = 24;
    private const int TickDigits = 7;

    /// <summary>Reads the current token.</summary>
    /// <param name="reader">A reader on any token.</param>
    /// <param name="value">The point in time.</param>
    /// <param name="exact">Whether <see cref="Write"/> would give back the very text that was read.</param>
    /// <returns>False when the token is not a point in time.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value, out bool exact)
    {
        value = default;
        exact = false;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            ReadOnlySpan<byte> text = reader.ValueSpan;
            if (!TryParse(text, out value))
            {
                return false;
            }

            exact = IsAsWritten(text, value);
            return true;
        }

        Span<byte> copy = stackalloc byte[MaxRead];
        int length = JsonCursor.CopyShortText(ref reader, copy);
        if (length < 0 || !TryParse(copy[..length], out value))
        {
            return false;
        }

        exact = !reader.ValueIsEscaped && IsAsWritten(copy[..length], value);
        return true;
    }

    /// <summary>Writes a value: no fraction, or 3, 6 or 7 digits of it, whichever is exact; <c>Z</c> for UTC.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxWritten];
        text[0] = (byte)'"';
        int length = Format(value, text[1..]);
        text[length + 1] = (byte)'"';

        // Raw, because an encoder may write the plus sign of an offset as an escape.
        writer.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }

    /// <summary>Parses a text.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < DateAndMinutes || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) != 't' || text[13] != ':')
        {
            return false;
        }

        int century = TwoDigits(text, 0);
        int yearOfCentury = TwoDigits(text, 2);
        int month = TwoDigits(text, 5);
        int day = TwoDigits(text, 8);
        int hour = TwoDigits(text, 11);
        int minute = TwoDigits(text, 14);
        int year = (century * 100) + yearOfCentury;
        if ((century | yearOfCentury | hour | minute) < 0 || year < 1 || month is < 1 or > 12
            || day < 1 || day > System.DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return false;
        }

        text = text[DateAndMinutes..];
        if (!TryTakeSeconds(ref text, out long secondTicks) || !TryParseOffset(text, out int offsetMinutes))
        {
            return false;
        }

        long ticks = new DateTime(year, month, day, hour, minute, 0).Ticks + secondTicks;
        long utcTicks = ticks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (utcTicks < System.DateTime.MinValue.Ticks || utcTicks > System.DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, new TimeSpan(offsetMinutes * TimeSpan.TicksPerMinute));
        return true;
    }

    private static bool TryTakeSeconds(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] != ':')
        {
            return true;
        }

        int second = text.Length < 3 ? -1 : TwoDigits(text, 1);
        if (second is < 0 or > 59)
        {
            return false;
        }

        ticks = second * TimeSpan.TicksPerSecond;
        text = text[3..];
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        int digits = 0;
        int fraction = 0;
        while (digits + 1 < text.Length && char.IsAsciiDigit((char)text[digits + 1]))
        {
            digits++;
            if (digits <= TickDigits)
            {
                fraction = (fraction * 10) + (text[digits] - '0');
            }
        }

        for (int i = digits; i < TickDigits; i++)
        {
            fraction *= 10;
        }

        ticks += fraction;
        text = text[(digits + 1)..];
        return digits > 0;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && (text[0] | 0x20) == 'z'))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        int hours = text.Length < 3 ? -1 : TwoDigits(text, 1);
        int rest = text.Length switch
        {
            3 => 0,
            5 => TwoDigits(text, 3),
            6 when text[3] == ':' => TwoDigits(text, 4),
            _ => -1,
        };
        minutes = (hours * 60) + rest;
        if (hours < 0 || rest is < 0 or > 59 || minutes > 14 * 60)
        {
            return false;
        }

        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    /// <summary>The number of two digits; -1 when they are no digits.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> text, int start)
    {
        uint tens = (uint)(text[start] - '0');
        uint units = (uint)(text[start + 1] - '0');
        return tens <= 9 && units <= 9 ? (int)((tens * 10) + units) : -1;
    }

    private static bool IsAsWritten(ReadOnlySpan<byte> text, DateTimeOffset value)
    {
        // The two forms that the service sends nearly always: no fraction, or three digits that are not all zero.
        if (text[^1] == 'Z' && text[10] == 'T'
            && (text.Length == WholeSecondsInUtc || (text.Length == MillisecondsInUtc && value.Ticks % TimeSpan.TicksPerSecond != 0)))
        {
            return true;
        }

        Span<byte> written = stackalloc byte[MaxWritten];
        return text.SequenceEqual(written[..Format(value, written)]);
    }

    private static int Format(DateTimeOffset value, Span<byte> text)
    {
        Put(text, 0, 4, value.Year);
        text[4] = (byte)'-';
        Put(text, 5, 2, value.Month);
        text[7] = (byte)'-';
        Put(text, 8, 2, value.Day);
        text[10] = (byte)'T';
        Put(text, 11, 2, value.Hour);
        text[13] = (byte)':';
        Put(text, 14, 2, value.Minute);
        text[16] = (byte)':';
        Put(text, 17, 2, value.Second);
        int length = 19;

        int fraction = (int)(value.Ticks % TimeSpan.TicksPerSecond);
        if (fraction != 0)
        {
            (int digits, int divisor) = fraction % 10_000 == 0 ? (3, 10_000) : fraction % 10 == 0 ? (6, 10) : (7, 1);
            text[length] = (byte)'.';
            Put(text, length + 1, digits, fraction / divisor);
            length += digits + 1;
        }

        int offset = (int)(value.Offset.Ticks / TimeSpan.TicksPerMinute);
        if (offset == 0)
        {
            text[length] = (byte)'Z';
            return length + 1;
        }

        text[length] = offset < 0 ? (byte)'-' : (byte)'+';
        Put(text, length + 1, 2, Math.Abs(offset) / 60);
        text[length + 3] = (byte)':';
        Put(text, length + 4, 2, Math.Abs(offset) % 60);
        return length + 6;
    }

    private static void Put(Span<byte> text, int start, int length, int number)
    {
        for (int i = start + length - 1; i >= start; i--)
        {
            text[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
