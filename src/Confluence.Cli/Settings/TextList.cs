using System.CommandLine;
using System.CommandLine.Parsing;

namespace Confluence.Cli.Settings;

/// <summary>Makes options that take several keys or ids: with commas or blanks between them, in one argument or in several, and the option repeated.</summary>
internal static class TextList
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">The option.</param>
    /// <param name="helpName">What a value is called in the help.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="problem">Says of a value what is wrong with it, behind "is '…'"; null for a good one.</param>
    public static Option<string[]> Option(string name, string helpName, string description, Func<string, string?>? problem = null) => new(name)
    {
        Description = description,
        HelpName = helpName,
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CustomParser = result => Parse(result, name, problem),
    };

    /// <summary>Says what is wrong with a value that no key or id can be.</summary>
    public static string? NoControls(string value) =>
        value.Any(static character => char.IsControl(character) || char.IsSurrogate(character)) ? "It holds a character that no key and no id has." : null;

    /// <summary>Says what is wrong with the id of a page or blog post.</summary>
    public static string? NoContentId(string value) =>
        value.Length is > 0 and <= 19 && value.All(char.IsAsciiDigit) ? null : "Give the number that stands in the address of the page, after /pages/ or /blog/.";

    private static string[] Parse(ArgumentResult result, string name, Func<string, string?>? problem)
    {
        List<string> values = [];
        foreach (string given in result.Tokens.Select(static token => token.Value))
        {
            // A key and an id hold neither commas nor blanks, so both can stand between them.
            string[] parts = given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            parts = [.. parts.SelectMany(static part => part.Split(',', StringSplitOptions.RemoveEmptyEntries))];
            if (parts.Length == 0)
            {
                result.AddError($"{name} is empty. Give a value, or leave {name} out.");
                return [];
            }

            foreach (string part in parts)
            {
                if ((problem ?? NoControls)(part) is { } wrong)
                {
                    result.AddError($"{name} is '{part}'. {wrong}");
                    return [];
                }

                values.Add(part);
            }
        }

        return [.. values];
    }
}
