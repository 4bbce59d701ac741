namespace Confluence.Cli.Settings;

/// <summary>Recognises quotation marks around the value of a variable, which are no part of it.</summary>
internal static class Quotes
{
    public const string Problem = "it begins or ends with a quotation mark, which is no part of it";
    public const string Remedy = "Files of variables often keep the quotes that a shell would take away. Remove them.";

    private const string Marks = "\"'`\u00AB\u00BB\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A";

    public static bool Surround(string value)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        return text.Length > 0 && (Marks.Contains(text[0], StringComparison.Ordinal) || Marks.Contains(text[^1], StringComparison.Ordinal));
    }
}
