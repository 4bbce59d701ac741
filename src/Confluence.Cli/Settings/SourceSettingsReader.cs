using System.CommandLine;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Settings;

/// <summary>
/// Decides where to read from. Without a clear answer it refuses: a scheduled export that lost its secrets must never write
/// invented people.
/// </summary>
internal static class SourceSettingsReader
{
    public const string SiteVariable = "CONFLUENCE_SITE";
    public const string EmailVariable = "CONFLUENCE_EMAIL";
    public const string TokenVariable = "CONFLUENCE_API_TOKEN";

    /// <summary>Gets the variables of a site: all of them.</summary>
    public static IReadOnlyList<string> Variables { get; } = [SiteVariable, EmailVariable, TokenVariable];

    /// <summary>Reads the settings from the command line and the environment.</summary>
    /// <exception cref="UsageException">They name no source, only part of one, or one that cannot be.</exception>
    public static SourceSettings Read(SourceOptions options, ParseResult command, CliEnvironment environment)
    {
        int? pages = command.GetValue(options.SandboxPages);
        int? seed = command.GetValue(options.SandboxSeed);

        string[] present = Present(environment.Variable);
        if (command.GetValue(options.Sandbox))
        {
            if (present.Length > 0)
            {
                environment.Error.WriteLine($"Note: --sandbox reads an invented site. {List(present)} {(present.Length == 1 ? "is" : "are")} not used.");
            }

            SandboxOptions defaults = new();
            return new SandboxSettings(seed ?? defaults.Seed, pages ?? defaults.Pages);
        }

        RefuseSandboxOptions(options, command);
        return SiteSettingsReader.Read(environment.Variable);
    }

    /// <summary>Refuses options of the sandbox where it is not asked for.</summary>
    /// <exception cref="UsageException">One of them is given.</exception>
    public static void RefuseSandboxOptions(SourceOptions options, ParseResult command)
    {
        string? given = command.GetValue(options.SandboxPages) is not null ? options.SandboxPages.Name
            : command.GetValue(options.SandboxSeed) is not null ? options.SandboxSeed.Name
            : null;
        if (given is not null)
        {
            throw new UsageException($"{given} belongs to the sandbox. Add --sandbox, or leave {given} out to read a real site.");
        }
    }

    /// <summary>Gives the message of a refused value, without the name of the library's parameter: it says nothing to somebody who set a variable.</summary>
    public static string MessageOf(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);

    /// <summary>Gives the names of the variables that are set. Secret stores give an empty text for a secret that they do not have, so an empty variable is a missing one.</summary>
    public static string[] Present(Func<string, string?> variable) => [.. Variables.Where(name => !string.IsNullOrWhiteSpace(variable(name)))];

    /// <summary>Lists names in a sentence.</summary>
    public static string List(string[] names) => names.Length switch
    {
        1 => names[0],
        _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
    };
}
