using System.Text;
using System.Text.RegularExpressions;

namespace Confluence.Generated.Errors.Text;

/// <summary>Makes untrusted text safe for messages and logs: short, on one line, and without anything that looks like a secret.</summary>
internal static partial class SafeText
{
    public const int ExcerptLength = 400;
    public const int PhraseLength = 300;
    private const string Removed = SecretValues.Removed;

    /// <summary>How much text beyond an excerpt is examined: a secret that the end would cut in half must be recognized as a whole.</summary>
    private const int Margin = 8 * 1024;

    /// <summary>Gets the beginning of a body; null if there is none.</summary>
    public static string? Excerpt(ReadOnlySpan<byte> body, SecretValues? secrets = null) => Clean((secrets ?? SecretValues.None).Scrub(Decode(body, 0, Margin)), ExcerptLength);

    /// <summary>Gets the text around a position of a body; null if there is none.</summary>
    public static string? ExcerptAround(ReadOnlySpan<byte> body, long position, SecretValues? secrets = null)
    {
        // Starts before the shown text: a secret that the beginning would cut in half must be recognized as a whole too.
        int start = (int)Math.Clamp(position - (ExcerptLength / 2), 0, Math.Max(0, body.Length - 1));
        int ahead = Math.Max(0, start - Margin);
        string before = Decode(body[..start], ahead, Margin);
        string text = (secrets ?? SecretValues.None).Scrub(before + Decode(body, start, Margin));
        return Clean(text.Length <= before.Length ? text : text[Math.Min(before.Length, text.Length - 1)..], ExcerptLength);
    }

    /// <summary>Cuts the text, puts it on one line and removes secrets; null if nothing is left.</summary>
    public static string? Clean(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        StringBuilder line = new(Math.Min(text.Length, maxLength * 2));
        foreach (char character in text)
        {
            // Line and format characters could forge further log lines or reverse the direction of the text.
            bool isBlank = char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format;
            if (!isBlank)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        string clean = WithoutPatterns(line.ToString().TrimEnd());
        if (clean.Length > maxLength)
        {
            int end = char.IsHighSurrogate(clean[maxLength - 1]) ? maxLength - 1 : maxLength;
            clean = clean[..end] + "…";
        }

        return clean.Length == 0 ? null : clean;
    }

    private static string WithoutPatterns(string text)
    {
        try
        {
            return Authorization().Replace(QuerySecret().Replace(text, $"$1{Removed}"), $"$1 {Removed}");
        }
        catch (RegexMatchTimeoutException)
        {
            return Removed; // Text that cannot be searched in time is not shown.
        }
    }

    /// <summary>Gets the title of an HTML page; null if the text is not a page, or has no title.</summary>
    public static string? HtmlTitle(string text)
    {
        int start = text.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        int open = start < 0 ? -1 : text.IndexOf('>', start);
        int close = open < 0 ? -1 : text.IndexOf('<', open);
        return close < 0 ? null : Clean(System.Net.WebUtility.HtmlDecode(text[(open + 1)..close]), PhraseLength);
    }

    public static bool IsHtml(ReadOnlySpan<byte> body, string? contentType)
    {
        ReadOnlySpan<byte> start = body.TrimStart(" \t\r\n"u8);
        return contentType == "text/html" || (start.Length > 0 && start[0] == (byte)'<');
    }

    /// <summary>Gets a part of a body as text; invalid UTF-8 becomes replacement characters.</summary>
    public static string Decode(ReadOnlySpan<byte> body, int start, int maxLength = ExcerptLength * 4)
    {
        ReadOnlySpan<byte> part = body[Math.Min(start, body.Length)..];
        part = part[..Math.Min(part.Length, maxLength)];
        while (start > 0 && part.Length > 0 && (part[0] & 0xC0) == 0x80)
        {
            part = part[1..]; // The middle of a character.
        }

        return ForeignText.Decode(part);
    }

    [GeneratedRegex("""((?:token|secret|password|signature|client_secret|access_token|refresh_token|api[_-]?key)["']?\s*[=:]\s*["']?)[^\s&"',;<>]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuerySecret();

    [GeneratedRegex(@"\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Authorization();
}
