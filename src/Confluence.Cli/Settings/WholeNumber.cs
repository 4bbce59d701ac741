using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Confluence.Cli.Settings;

/// <summary>Makes options that take a whole number and name the range when they refuse one.</summary>
internal static class WholeNumber
{
    public static Option<int?> Option(string name, string description, int minimum, int maximum, bool recursive = false) => new(name)
    {
        Description = description,
        HelpName = "N",
        Recursive = recursive,
        CustomParser = result => Parse(result, name, minimum, maximum),
    };

    private static int? Parse(ArgumentResult result, string name, int minimum, int maximum)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        string range = maximum == int.MaxValue && minimum != int.MinValue
            ? string.Create(CultureInfo.InvariantCulture, $"of at least {minimum}")
            : string.Create(CultureInfo.InvariantCulture, $"from {minimum} to {maximum}");
        result.AddError($"{name} is '{text}'. Give a whole number {range}.");
        return null;
    }
}
