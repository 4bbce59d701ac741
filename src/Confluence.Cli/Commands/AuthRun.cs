using System.CommandLine;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.SignIn;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary>Runs the work of a command about signing in, and turns what can go wrong into a message and an exit code.</summary>
internal static class AuthRun
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ParseResult command, CommandRunner runner, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            if (command.GetValue(runner.Source.Sandbox))
            {
                throw new UsageException($"{runner.Source.Sandbox.Name} needs no sign-in: the sandbox signs in by itself. Leave it out to sign in to a real site.");
            }

            SourceSettingsReader.RefuseSandboxOptions(runner.Source, command);
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            return Say(runner, ExitCode.Usage, exception.Message);
        }
        catch (SignInFailedException exception)
        {
            return Say(runner, ExitCode.Failed, exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Say(runner, ExitCode.Interrupted, "Interrupted.");
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (OutputFailedException exception)
        {
            return Say(runner, ExitCode.Failed, exception.Message);
        }
        catch (ConfluenceOAuthException exception) when (exception.Kind is ConfluenceOAuthErrorKind.SiteNotNamed or ConfluenceOAuthErrorKind.SiteNotGranted)
        {
            return Say(runner, ExitCode.Usage, $"{ToolWords.Of(exception.Message)} Nothing was kept.");
        }
        catch (ConfluenceException exception)
        {
            return Say(runner, ExitCode.Failed, $"{ToolWords.Of(exception.Message)} Nothing was kept.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say(runner, ExitCode.Failed, $"What is kept could not be changed: {exception.Message.TrimEnd('.')}. Check the permissions of the folder, or name another one with {SignInFolder.FolderVariable}.");
        }
    }

    /// <summary>Finds the folder of the sign-in.</summary>
    /// <exception cref="UsageException">The environment names none.</exception>
    public static SignInFolder Folder(CliEnvironment environment) => SignInFolder.Of(environment.Variable) ?? throw new UsageException(
        $"There is no folder to keep a sign-in in: {(OperatingSystem.IsWindows() ? "APPDATA is" : "XDG_CONFIG_HOME and HOME are")} not set. Set {SignInFolder.FolderVariable} to one.");

    private static int Say(CommandRunner runner, int exitCode, string message)
    {
        runner.Environment.Error.WriteLine($"{ToolVersion.Name}: {SafeText.Of(message)}");
        return exitCode;
    }
}
