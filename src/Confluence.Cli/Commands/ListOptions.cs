using System.CommandLine;
using System.CommandLine.Parsing;
using Confluence.Cli.Rendering;

namespace Confluence.Cli.Commands;

/// <summary>Options that several list commands share.</summary>
internal static class ListOptions
{
    /// <summary>Makes the option that chooses the form of the results.</summary>
    public static Option<OutputFormat> Output() => new("--output")
    {
        Description = "table: a table on a terminal, fields separated by tabs elsewhere. json: one JSON object a line.",
        HelpName = "table|json",
        DefaultValueFactory = _ => OutputFormat.Table,
        CustomParser = ParseFormat,
    };

    /// <summary>Makes the option that names spaces.</summary>
    public static Option<string[]> Spaces() => new("--space")
    {
        Description = "Only pages of the space with this key. Can be given several times, or with several keys.",
        HelpName = "KEY",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static OutputFormat ParseFormat(ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        switch (text)
        {
            case "table":
                return OutputFormat.Table;
            case "json":
                return OutputFormat.Json;
            default:
                result.AddError($"--output is '{text}'. Give table or json.");
                return default;
        }
    }
}
