using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Drift.Words;

/// <summary>What a text looks like, where the text itself must not be told.</summary>
internal static partial class TextForm
{
    private const int MostDigits = 2;

    /// <summary>Whether a text looks like a word of a program, as the values of enums do.</summary>
    public static bool IsToken(string text) => Token().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MostDigits;

    public static bool IsTime(string text) => Time().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,31}$")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d")]
    private static partial Regex Time();
}
