using System.Globalization;
using System.Text;

namespace Confluence.Generator.Spec.Json;

/// <summary>Reads a string with its escapes.</summary>
internal static class JsonStringReader
{
    /// <summary>The text of the string whose opening quote comes next; null, with the error at the cursor, when it is none.</summary>
    public static string? Read(JsonCursor cursor)
    {
        int start = cursor.Position;
        int from = ++cursor.Position;
        StringBuilder? builder = null;
        while (cursor.Position < cursor.Text.Length)
        {
            char c = cursor.Text[cursor.Position];
            if (c == '"')
            {
                string tail = cursor.Text.Substring(from, cursor.Position - from);
                cursor.Position++;
                return builder is null ? tail : builder.Append(tail).ToString();
            }

            if (c < ' ')
            {
                return c == '\n' || c == '\r'
                    ? cursor.Fail<string>(start, cursor.Position - start, "The string is not closed on its line; write \\n for a line break inside a string.")
                    : cursor.Fail<string>(cursor.Position, 1, $"The control character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)} stands in a string; write it as \\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}.");
            }

            if (c != '\\')
            {
                cursor.Position++;
                continue;
            }

            builder ??= new StringBuilder();
            builder.Append(cursor.Text, from, cursor.Position - from);
            if (!ReadEscape(cursor, builder))
            {
                return null;
            }

            from = cursor.Position;
        }

        return cursor.Fail<string>(start, cursor.Text.Length - start, "The string that begins here is not closed.");
    }

    private static bool ReadEscape(JsonCursor cursor, StringBuilder builder)
    {
        int start = cursor.Position;
        char c = start + 1 < cursor.Text.Length ? cursor.Text[start + 1] : '\0';
        if (c == 'u')
        {
            return ReadUnicodeEscape(cursor, builder);
        }

        char value = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (value == '\0')
        {
            int length = Math.Min(2, cursor.Text.Length - start);
            cursor.Fail(start, length, $"'{cursor.Text.Substring(start, length)}' is not an escape of JSON; a backslash itself is written \\\\.");
            return false;
        }

        builder.Append(value);
        cursor.Position += 2;
        return true;
    }

    private static bool ReadUnicodeEscape(JsonCursor cursor, StringBuilder builder)
    {
        int start = cursor.Position;
        if (!ReadCodeUnit(cursor, out char first))
        {
            return false;
        }

        if (char.IsHighSurrogate(first) && cursor.Position + 1 < cursor.Text.Length && cursor.Text[cursor.Position] == '\\' && cursor.Text[cursor.Position + 1] == 'u')
        {
            if (!ReadCodeUnit(cursor, out char second))
            {
                return false;
            }

            if (char.IsLowSurrogate(second))
            {
                builder.Append(first).Append(second);
                return true;
            }
        }

        if (char.IsSurrogate(first))
        {
            cursor.Fail(start, cursor.Position - start, $"'{cursor.Text.Substring(start, cursor.Position - start)}' is half of a surrogate pair without the other half.");
            return false;
        }

        builder.Append(first);
        return true;
    }

    private static bool ReadCodeUnit(JsonCursor cursor, out char value)
    {
        int start = cursor.Position;
        int code = start + 6 <= cursor.Text.Length ? 0 : -1;
        for (int i = start + 2; code >= 0 && i < start + 6; i++)
        {
            int digit = HexValue(cursor.Text[i]);
            code = digit < 0 ? -1 : (code << 4) | digit;
        }

        if (code >= 0)
        {
            value = (char)code;
            cursor.Position += 6;
            return true;
        }

        value = '\0';
        cursor.Fail(start, Math.Min(6, cursor.Text.Length - start), "\\u must be followed by four hexadecimal digits.");
        return false;
    }

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
