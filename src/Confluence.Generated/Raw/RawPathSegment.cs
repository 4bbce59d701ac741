using System.Globalization;
using System.Text;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Raw;

/// <summary>Checks and encodes one segment of a path from a caller.</summary>
internal static class RawPathSegment
{
    /// <summary>How many times a segment may be percent-encoded. No legitimate value needs more.</summary>
    private const int MostLayers = 4;

    private const int LongestShown = 60;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets what is wrong with a segment, as part of a sentence; null if nothing is.</summary>
    public static string? ProblemOf(string segment)
    {
        if (segment.Length == 0)
        {
            return "contains two slashes in a row";
        }

        if (segment.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return $"contains '{SafeText.Clean(segment, LongestShown)}', a placeholder without its value";
        }

        if (segment.Contains(' ', StringComparison.Ordinal))
        {
            return "contains a space; write it as %20";
        }

        string text = segment;
        for (int layer = 0; layer <= MostLayers; layer++)
        {
            if (LeadsElsewhere(text) is { } problem)
            {
                return problem;
            }

            // A decoded value need not be percent-encoded again: only the first layer must be.
            if (!TryDecode(text, out string decoded))
            {
                return layer > 0 ? null : $"contains '{SafeText.Clean(segment, LongestShown)}', which is not percent-encoded UTF-8; write a '%' in a value as %25";
            }

            if (decoded == text)
            {
                return null;
            }

            text = decoded;
        }

        return $"contains '{SafeText.Clean(segment, LongestShown)}', which is percent-encoded too many times";
    }

    /// <summary>Encodes a segment as the client sends it.</summary>
    public static string Encode(string segment) => TryDecode(segment, out string decoded) ? Uri.EscapeDataString(decoded) : segment;

    private static string? LeadsElsewhere(string text)
    {
        if (text.Contains('\\', StringComparison.Ordinal))
        {
            return "contains a backslash";
        }

        if (text.Any(char.IsControl))
        {
            return "contains a percent-encoded control character";
        }

        // Some servers remove white space and what follows a semicolon before they look at a segment.
        return text.Split('/').Any(static part => part.Split(';')[0].Trim() is "." or "..")
            ? "contains a '.' or '..' segment, which leads elsewhere"
            : null;
    }

    private static bool TryDecode(string text, out string decoded)
    {
        decoded = string.Empty;
        try
        {
            byte[] bytes = s_strict.GetBytes(text);
            int length = 0;
            for (int i = 0; i < bytes.Length; i++)
            {
                byte value = bytes[i];
                if (value == (byte)'%')
                {
                    if (i + 2 >= bytes.Length || !byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value))
                    {
                        return false;
                    }

                    i += 2;
                }

                bytes[length] = value;
                length++;
            }

            decoded = s_strict.GetString(bytes, 0, length);
            return true;
        }
        catch (ArgumentException)
        {
            return false; // Half a surrogate pair, or bytes that are not UTF-8.
        }
    }
}
