using System.CommandLine;
using System.CommandLine.Parsing;

namespace Confluence.Cli.Settings;

/// <summary>Makes options that take words of a list, and name the list when they refuse one.</summary>
internal static class Choice
{
    /// <summary>Makes an option that takes one word.</summary>
    /// <typeparam name="T">What the words stand for.</typeparam>
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="fallback">What counts when it is not given.</param>
    /// <param name="words">The words.</param>
    public static Option<T> One<T>(string name, string description, T fallback, IReadOnlyList<(string Word, T Value)> words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words.Select(word => word.Word)),
        DefaultValueFactory = _ => fallback,
        CustomParser = result => Parse(result, name, words) is [T value] ? value : fallback,
    };

    /// <summary>Makes an option that takes several words, with commas or blanks between them, and may be repeated.</summary>
    /// <typeparam name="T">What the words stand for.</typeparam>
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="words">The words.</param>
    public static Option<T[]> Several<T>(string name, string description, IReadOnlyList<(string Word, T Value)> words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words.Select(word => word.Word)),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. Parse(result, name, words).Distinct()],
    };

    private static List<T> Parse<T>(ArgumentResult result, string name, IReadOnlyList<(string Word, T Value)> words)
    {
        List<T> values = [];
        foreach (string given in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            int index = words.Select(word => word.Word).ToList().FindIndex(word => string.Equals(word, given, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                string[] all = [.. words.Select(word => word.Word)];
                result.AddError($"{name} is '{given}'. Give {string.Join(", ", all[..^1])} or {all[^1]}.");
                return [];
            }

            values.Add(words[index].Value);
        }

        return values;
    }
}
