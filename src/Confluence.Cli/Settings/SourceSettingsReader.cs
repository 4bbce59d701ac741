using System.CommandLine;
using Confluence.Cli.Surroundings;
using Confluence.Generated;
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

    private static readonly string[] s_variables = [SiteVariable, EmailVariable, TokenVariable];

    /// <summary>Reads the settings from the command line and the environment.</summary>
    /// <exception cref="UsageException">They name no source, only part of one, or one that cannot be.</exception>
    public static SourceSettings Read(SourceOptions options, ParseResult command, CliEnvironment environment)
    {
        int? pages = command.GetValue(options.SandboxPages);
        int? seed = command.GetValue(options.SandboxSeed);

        // Secret stores give an empty text for a secret that they do not have, so an empty variable is a missing one.
        string[] present = [.. s_variables.Where(name => !string.IsNullOrWhiteSpace(environment.Variable(name)))];

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
        return ReadSite(present, environment.Variable);
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

    private static SiteSettings ReadSite(string[] present, Func<string, string?> variable)
    {
        if (present.Length == 0)
        {
            throw new UsageException(
                $"No site to read: set {List(s_variables)} to read a real site, or pass --sandbox to read an invented one.");
        }

        if (present.Length < s_variables.Length)
        {
            string[] missing = [.. s_variables.Except(present)];
            throw new UsageException(
                $"{List(missing)} {(missing.Length == 1 ? "is" : "are")} missing; {List(present)} {(present.Length == 1 ? "is" : "are")} set. "
                + "Set all three to read a real site, or pass --sandbox to read an invented one.");
        }

        foreach (string name in s_variables)
        {
            if (Quotes.Surround(variable(name) ?? ""))
            {
                throw new UsageException($"{name}: {Quotes.Problem}. {Quotes.Remedy}");
            }
        }

        ConfluenceSite site = Checked(SiteVariable, () => ConfluenceSite.Parse(variable(SiteVariable) ?? ""));
        ConfluenceCredential credential = Checked(
            $"{EmailVariable} or {TokenVariable}",
            () => new ApiTokenCredential(variable(EmailVariable) ?? "", variable(TokenVariable) ?? ""));
        return new SiteSettings(site, credential);
    }

    private static T Checked<T>(string variables, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            string named = exception.ParamName switch { "email" => EmailVariable, "token" => TokenVariable, _ => variables };
            throw new UsageException($"{named}: {MessageOf(exception)}");
        }
    }

    private static string List(string[] names) => names.Length switch
    {
        1 => names[0],
        _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
    };
}
