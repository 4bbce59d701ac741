using System.Text;

namespace Confluence.Sandbox.Content;

/// <summary>Escapes text for XHTML, and takes the tags out of stored XHTML again.</summary>
internal static class Markup
{
    /// <summary>Appends text with the five characters escaped that mean something in XHTML; all others stay as they are.</summary>
    public static StringBuilder AppendEscaped(this StringBuilder builder, string text)
    {
        foreach (char character in text)
        {
            _ = character switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                _ => builder.Append(character),
            };
        }

        return builder;
    }

    /// <summary>Gives the text of stored XHTML, one line a block; malformed markup is kept as text.</summary>
    public static IReadOnlyList<string> Lines(string xhtml)
    {
        StringBuilder text = new();
        int at = 0;
        while (at < xhtml.Length)
        {
            int open = xhtml.IndexOf('<', at);
            int close = open < 0 ? -1 : xhtml.IndexOf('>', open);
            if (close < 0)
            {
                text.Append(xhtml, at, xhtml.Length - at);
                break;
            }

            text.Append(xhtml, at, open - at);
            if (EndsBlock(xhtml.AsSpan(open, close - open + 1)))
            {
                text.Append('\n');
            }

            at = close + 1;
        }

        return System.Net.WebUtility.HtmlDecode(text.ToString()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool EndsBlock(ReadOnlySpan<char> tag) =>
        tag is "</p>" or "</li>" or "</tr>" or "</td>" or "</th>" or "<br />" or "<br/>" or "</ac:task>" or "</blockquote>"
        || (tag is ['<', '/', 'h', _, '>']);
}
