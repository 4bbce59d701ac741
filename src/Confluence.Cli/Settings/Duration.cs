using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Confluence.Cli.Settings;

/// <summary>Makes options that take a length of time: seconds, or a number with s, m or h behind it.</summary>
internal static class Duration
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    /// <summary>Makes the option.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="minimum">The shortest length.</param>
    public static Option<TimeSpan?> Option(string name, string description, TimeSpan minimum) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        Recursive = true,
        CustomParser = result => Parse(result, name, minimum),
    };

    /// <summary>Says a length of time: <c>75 s</c>, <c>12 min</c>, <c>1 h 15 min</c>.</summary>
    public static string Text(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h{(time.Minutes == 0 ? "" : $" {time.Minutes} min")}"),
    };

    private static TimeSpan? Parse(ArgumentResult result, string name, TimeSpan minimum)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        (string digits, long unit) = text switch
        {
            [.. var number, 's'] => (number, 1),
            [.. var number, 'm'] => (number, 60),
            [.. var number, 'h'] => (number, 3600),
            _ => (text, 1),
        };
        if (digits.Length is > 0 and <= 6 && digits.All(char.IsAsciiDigit))
        {
            TimeSpan time = TimeSpan.FromSeconds(long.Parse(digits, CultureInfo.InvariantCulture) * unit);
            if (time >= minimum && time <= s_longest)
            {
                return time;
            }
        }

        result.AddError($"{name} is '{text}'. Give a time from {Text(minimum)} to {Text(s_longest)}: a number of seconds, or one with m for minutes or h for hours behind it, such as 90 or 15m.");
        return null;
    }
}
