using System.Text;

namespace Confluence.Cli.Texts;

/// <summary>
/// Makes text from the site harmless to show: a title may hold line breaks, which would break a row, and control characters,
/// with which it could steer the terminal.
/// </summary>
internal static class SafeText
{
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "";
        }

        int first = text.AsSpan().IndexOfAny(ControlCharacters);
        if (first < 0)
        {
            return text;
        }

        StringBuilder safe = new(text, 0, first, text.Length);
        foreach (char character in text.AsSpan(first))
        {
            safe.Append(ControlCharacters.Contains(character) ? ' ' : character);
        }

        return safe.ToString();
    }

    // C0 and C1 controls, the two line separators, and the marks that turn the writing direction around.
    private static System.Buffers.SearchValues<char> ControlCharacters { get; } = System.Buffers.SearchValues.Create(
        [
            .. Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
            '\u2028', '\u2029',
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
        ]);
}
