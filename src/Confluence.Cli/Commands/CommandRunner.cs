using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Settings;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>Runs the work of a command against its source and turns what can go wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(SourceOptions options, CliEnvironment environment)
{
    /// <summary>Gets the world around the commands.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Gets the options that choose the source.</summary>
    public SourceOptions Options => options;

    /// <summary>Runs a command.</summary>
    /// <param name="command">The parsed command line.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <param name="requestsAtOnce">How many requests may wait for their answers at the same time; null for any number.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult command, Func<CommandSession, CancellationToken, Task> work, CancellationToken cancellationToken, int? requestsAtOnce = null)
    {
        GapList gaps = new();
        int exitCode = await TryAsync(command, work, gaps, requestsAtOnce, cancellationToken).ConfigureAwait(false);
        gaps.WriteTo(environment.Error);
        return exitCode == ExitCode.Done && gaps.Count > 0 ? ExitCode.Incomplete : exitCode;
    }

    private async Task<int> TryAsync(
        ParseResult command, Func<CommandSession, CancellationToken, Task> work, GapList gaps, int? requestsAtOnce, CancellationToken cancellationToken)
    {
        try
        {
            SourceSettings settings = SourceSettingsReader.Read(options, command, environment);
            SourceConnection connection = await SourceConnection
                .OpenAsync(settings, environment, requestsAtOnce is null ? null : BePatient, requestsAtOnce, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await work(new CommandSession(settings, connection.Client, gaps, environment), cancellationToken).ConfigureAwait(false);
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
        catch (ConfluenceRetrievalException exception) when (exception.Gaps.Count == 0)
        {
            // What was asked for is not there, such as a space with the key that was given.
            return Fail(exception.Message, ExitCode.Usage);
        }
        catch (ConfluenceException exception)
        {
            return Fail($"{exception.Message} To look into it, run {ToolVersion.Name} doctor.", ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(
                $"A file could not be written: {exception.Message.TrimEnd('.')}. Check the folder, its permissions and the free space.", ExitCode.Failed);
        }
    }

    // What runs for long sends so many requests that some meet several failures in a row; beginning again would cost more than waiting.
    private static void BePatient(ConfluenceClientOptions client) => client.Retry.MaxRetries = 8;

    private int Fail(string message, int exitCode)
    {
        environment.Error.WriteLine($"{ToolVersion.Name}: {message}");
        return exitCode;
    }
}
