using System.Globalization;
using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Import;

/// <summary>The date of a revision, where the name of a file or an address tells it.</summary>
internal static partial class DocumentDate
{
    public static DateOnly? In(string name) =>
        DateText().Match(name) is { Success: true } match && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;

    [GeneratedRegex("20[0-9]{2}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex DateText();
}
