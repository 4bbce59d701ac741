using System.Text;

namespace Confluence.Generated.Errors.Text;

/// <summary>Decodes the bytes of a body into valid text: invalid characters become the replacement character.</summary>
internal static class ForeignText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Decodes bytes: UTF-8, or ISO 8859-1 if the character set or the bytes say so.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (charset is not null && (charset.Contains("8859-1", StringComparison.OrdinalIgnoreCase) || charset.Contains("1252", StringComparison.Ordinal)))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        string text = Encoding.UTF8.GetString(bytes);

        // Old servers send ISO 8859-1 without saying so: nothing beyond ASCII is then valid UTF-8. A character that is cut off at the end does not count.
        int first = text.IndexOf(Replacement, StringComparison.Ordinal);
        return first >= 0 && first < text.Length - 1 && !text.Any(static character => character > '\u007F' && character != Replacement)
            ? Encoding.Latin1.GetString(bytes)
            : text;
    }

    /// <summary>Replaces JSON escapes of unpaired surrogates, which readers reject.</summary>
    public static string WithWholeEscapes(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        StringBuilder whole = new(json.Length);
        for (int index = 0; index < json.Length; index++)
        {
            if (json[index] != '\\' || index + 1 == json.Length)
            {
                whole.Append(json[index]);
            }
            else if (json[index + 1] != 'u')
            {
                whole.Append(json, index++, 2); // Another escape, perhaps of a backslash.
            }
            else if (Unit(json, index) is { } high && char.IsHighSurrogate(high) && Unit(json, index + 6) is { } low && char.IsLowSurrogate(low))
            {
                whole.Append(json, index, 12);
                index += 11;
            }
            else if (Unit(json, index) is { } unit && !char.IsSurrogate(unit))
            {
                whole.Append(json, index, 6);
                index += 5;
            }
            else if (Unit(json, index) is not null)
            {
                whole.Append(Replacement);
                index += 5;
            }
            else
            {
                whole.Append(json[index]);
            }
        }

        return whole.ToString();
    }

    /// <summary>Gets the UTF-16 unit of an escape at this position; null if there is none.</summary>
    private static char? Unit(string json, int index) =>
        index + 6 <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
            && ushort.TryParse(json.AsSpan(index + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
}
