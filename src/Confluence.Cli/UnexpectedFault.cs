using Confluence.Cli.Commands;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli;

/// <summary>
/// Turns an exception that nothing in the tool expects into one line that a person can read and pass on. It is the last resort: each one seen is a fault of the tool.
/// </summary>
internal static class UnexpectedFault
{
    private const string Verbose = "--verbose";

    /// <summary>Tells of the exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">The world around the tool.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception exception, string[] arguments, CliEnvironment environment)
    {
        bool isVerbose = arguments.Contains(Verbose, StringComparer.Ordinal);
        string message = Scrubbed(SafeText.Of(exception.Message), environment);
        environment.Error.WriteLine(
            $"{ToolVersion.Name}: Something went wrong that the tool has no words for: {exception.GetType().Name}: {message.TrimEnd('.')}. "
            + $"This is a fault of the tool, version {ToolVersion.Value}; please report it{(isVerbose ? ", with the lines below" : $", with what {Verbose} adds to this line")}.");
        if (isVerbose)
        {
            environment.Error.WriteLine(Scrubbed(exception.ToString(), environment));
        }

        return ExitCode.Failed;
    }

    private static string Scrubbed(string text, CliEnvironment environment) =>
        Secrets(environment).Aggregate(text, static (scrubbed, secret) => string.IsNullOrWhiteSpace(secret) ? scrubbed : scrubbed.Replace(secret, "(token)", StringComparison.Ordinal));

    private static IEnumerable<string?> Secrets(CliEnvironment environment)
    {
        KeptSignIn? kept = null;
        try
        {
            kept = SignInFolder.Of(environment.Variable)?.Read();
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            // What cannot be read was not used either.
        }

        return [environment.Variable(SourceSettingsReader.TokenVariable), environment.Variable(AuthLoginCommand.ClientSecretVariable), kept?.ApiToken?.Token, kept?.App?.ClientSecret];
    }
}
