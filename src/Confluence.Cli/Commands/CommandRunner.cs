using System.CommandLine;
using Confluence.Cli.Reading;
using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary>Runs the work of a command against its source and turns what can go wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(SourceOptions options, CliEnvironment environment)
{
    /// <summary>Gets the world around the commands.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Runs a command.</summary>
    /// <param name="command">The parsed command line.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult command, Func<SourceSettings, ConfluenceClient, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            SourceSettings settings = SourceSettingsReader.Read(options, command, environment);
            SourceConnection connection = await SourceConnection.OpenAsync(settings, environment.Clock, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await work(settings, connection.Client, cancellationToken).ConfigureAwait(false);
            }

            return ExitCode.Done;
        }
        catch (UsageException exception)
        {
            return Fail(exception.Message, ExitCode.Usage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail("Interrupted.", ExitCode.Interrupted);
        }
        catch (OutputClosedException)
        {
            // Who had enough got all that was wanted.
            return ExitCode.Done;
        }
        catch (ConfluenceException exception)
        {
            return Fail(exception.Message, ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(
                $"A file could not be written: {exception.Message.TrimEnd('.')}. Check the folder, its permissions and the free space.", ExitCode.Failed);
        }
    }

    private int Fail(string message, int exitCode)
    {
        environment.Error.WriteLine($"{ToolVersion.Name}: {message}");
        return exitCode;
    }
}
