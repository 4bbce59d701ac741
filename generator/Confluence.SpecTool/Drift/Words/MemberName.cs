using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Drift.Words;

/// <summary>Tells names of members that a programmer chose from those that are data: ids, keys, names of people.</summary>
internal static partial class MemberName
{
    private const int MostDigits = 3;

    public static bool IsWord(string name) => Word().IsMatch(name) && name.Count(char.IsAsciiDigit) <= MostDigits;

    [GeneratedRegex("^[_A-Za-z][A-Za-z0-9_-]{0,47}$")]
    private static partial Regex Word();
}
