using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Confluence.Cli.Settings;

/// <summary>Makes options that take a date or a point in time.</summary>
internal static class PointInTime
{
    private static readonly string[] s_forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    // Whoever writes an earlier or a later year means all there is, or has mistyped it. The first is where clocks of computers begin.
    private static readonly DateTimeOffset s_earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_latest = new(2999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Parse(result, name),
    };

    private static DateTimeOffset? Parse(ArgumentResult result, string name)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

        // Without an offset it is UTC, not the time of whatever machine the tool runs on: a script means the same everywhere.
        if (DateTimeOffset.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            if (time >= s_earliest && time <= s_latest)
            {
                return time;
            }

            result.AddError($"{name} is '{text}'. Give a time from 1970-01-01 to 2999-12-31, or leave {name} out.");
            return null;
        }

        result.AddError($"{name} is '{text}'. Give a date or a time as ISO 8601 has them, such as 2026-05-27, 2026-05-27T07:09Z or 2026-05-27T09:09:12+02:00; without an offset it is UTC.");
        return null;
    }
}
