using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>Strings of the wire as .NET strings, whatever they contain.</summary>
internal static class JsonStrings
{
    /// <summary>Stands where the text is not valid Unicode.</summary>
    public const char Replacement = '\uFFFD';

    /// <summary>The text of a string or a member name.</summary>
    /// <param name="reader">A reader on a string or a member name.</param>
    /// <param name="exact">
    /// False when the text is not valid Unicode (a cut surrogate pair, bytes that are not UTF-8); the broken places then read U+FFFD.
    /// </param>
    public static string Read(ref Utf8JsonReader reader, out bool exact)
    {
        exact = true;
        if (!reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.Length <= StringCache.MaxLength
            && StringCache.Get(reader.ValueSpan) is string shared)
        {
            return shared;
        }

        try
        {
            return reader.GetString()!; // Only a null token gives null.
        }
        catch (InvalidOperationException)
        {
            exact = false;
            return Unescape(JsonCursor.RawToken(ref reader));
        }
    }

    /// <summary>The text of a number or boolean, as it is written.</summary>
    public static string ReadLiteral(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(JsonCursor.RawToken(ref reader));

    /// <summary>The text between the quotes of a raw string; broken places read U+FFFD.</summary>
    /// <param name="raw">The raw text; its escapes are known to be well-formed.</param>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        StringBuilder text = new(raw.Length);
        while (true)
        {
            int escape = raw.IndexOf((byte)'\\');
            if (escape < 0)
            {
                text.Append(Encoding.UTF8.GetString(raw));
                break;
            }

            text.Append(Encoding.UTF8.GetString(raw[..escape]));
            byte kind = raw[escape + 1];
            int length = 2;
            if (kind == (byte)'u')
            {
                length = 6;
                text.Append((char)ushort.Parse(raw.Slice(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(kind switch
                {
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    _ => (char)kind,
                });
            }

            raw = raw[(escape + length)..];
        }

        ReplaceLoneSurrogates(text);
        return text.ToString();
    }

    private static void ReplaceLoneSurrogates(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = Replacement;
            }
        }
    }
}
