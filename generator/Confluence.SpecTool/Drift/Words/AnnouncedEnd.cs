using System.Globalization;
using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Drift.Words;

/// <summary>What a header of an answer announces: that the operation is to end, or is to be left.</summary>
/// <param name="Header">The header.</param>
/// <param name="Date">The date that it names; null where it names none.</param>
/// <param name="Note">What else it says, without what may be somebody's: the code and the words of a warning, the address of a link.</param>
internal sealed partial record AnnouncedEnd(string Header, DateOnly? Date, string? Note)
{
    private const string Left = "…";

    /// <summary>Reads <c>Deprecation</c> (RFC 9745 and its drafts), <c>Sunset</c> (RFC 8594), <c>Warning</c>, and <c>Link</c> where it says where an end is described.</summary>
    public static IReadOnlyList<AnnouncedEnd> Read(IEnumerable<(string Name, string Value)> headers) =>
    [
        .. headers.SelectMany(header => header.Name.ToUpperInvariant() switch
        {
            "DEPRECATION" => [new AnnouncedEnd("Deprecation", DateOf(header.Value), null)],
            "SUNSET" => [new AnnouncedEnd("Sunset", DateOf(header.Value), null)],
            "WARNING" => [new AnnouncedEnd("Warning", DateOf(header.Value), Masked(header.Value))],
            "LINK" => Links(header.Value),
            _ => (AnnouncedEnd[])[],
        }).Distinct(),
    ];

    /// <summary>The date that stands in a text, in one of the forms that headers and people use; null for none.</summary>
    public static DateOnly? DateOf(string text)
    {
        if (UnixTime().Match(text) is { Success: true } unix && long.TryParse(unix.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
        }

        if (IsoDate().Match(text) is { Success: true } iso && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        return WrittenDate().Match(text) is { Success: true } written && DateOnly.TryParseExact(written.Value, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? date : null;
    }

    private static IEnumerable<AnnouncedEnd> Links(string value) =>
        Link().Matches(value).Select(match => new AnnouncedEnd("Link", null, match.Groups[1].Value));

    /// <summary>The words of a warning; what has digits or signs of addresses may be somebody's.</summary>
    private static string Masked(string value) => string.Join(' ', value.Split([' ', '\t', '"'], StringSplitOptions.RemoveEmptyEntries).Select((word, index) =>
        index == 0 || Word().IsMatch(word) || IsoDate().IsMatch(word) ? word : Left));

    [GeneratedRegex("^@([0-9]{1,11})$")]
    private static partial Regex UnixTime();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex("[0-9]{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}")]
    private static partial Regex WrittenDate();

    // Only of the place that is meant for people: its query is left out.
    [GeneratedRegex("<(https://[^>?]+)[^>]*>\\s*;[^,]*\\brel=\"?(?:deprecation|sunset)\\b")]
    private static partial Regex Link();

    [GeneratedRegex("^[A-Za-z.,;:()'/-]+$")]
    private static partial Regex Word();
}
