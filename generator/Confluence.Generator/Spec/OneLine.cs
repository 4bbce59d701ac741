using System.Globalization;
using System.Text;

namespace Confluence.Generator.Spec;

/// <summary>
/// Messages quote documents, and a message is one line: a line break in a name would let the rest of it pass for another message, and an escape
/// character would speak to the terminal. What is no printed sign is written as JSON would write it.
/// </summary>
internal static class OneLine
{
    public static string Of(string text)
    {
        if (!text.Any(IsUnprinted))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (IsUnprinted(c))
            {
                line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                line.Append(c);
            }
        }

        return line.ToString();
    }

    // Format characters turn the direction of what follows, or hide.
    private static bool IsUnprinted(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
