using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Progress;
using Confluence.Cli.Session;
using Confluence.Cli.Settings;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary>Runs the work of a command against its source and turns what can go wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(SourceOptions source, RequestOptions requests, CliEnvironment environment)
{
    /// <summary>Gets the world around the commands.</summary>
    public CliEnvironment Environment => environment;

    /// <summary>Gets the options that choose the source.</summary>
    public SourceOptions Source => source;

    /// <summary>Gets the options about single requests.</summary>
    public RequestOptions Requests => requests;

    /// <summary>Runs a command.</summary>
    /// <param name="command">The parsed command line.</param>
    /// <param name="patience">How long it tries, as far as the command line does not say.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <param name="requestsAtOnce">How many requests may wait for their answers at the same time; null for any number.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult command,
        Patience patience,
        Func<CommandSession, CancellationToken, Task> work,
        CancellationToken cancellationToken,
        int? requestsAtOnce = null)
    {
        GapList gaps = new();
        ProgressLine progress = new(environment);
        (int exitCode, string? message) = await TryAsync(command, patience, work, gaps, progress, requestsAtOnce, cancellationToken).ConfigureAwait(false);
        gaps.WriteTo(environment.Error);
        if (message is not null)
        {
            // Last, where it is not scrolled away by what was missing before.
            environment.Error.WriteLine($"{ToolVersion.Name}: {SafeText.Of(message)}");
        }

        return exitCode == ExitCode.Done && gaps.Count > 0 ? ExitCode.Incomplete : exitCode;
    }

    private async Task<(int ExitCode, string? Message)> TryAsync(
        ParseResult command,
        Patience patience,
        Func<CommandSession, CancellationToken, Task> work,
        GapList gaps,
        ProgressLine progress,
        int? requestsAtOnce,
        CancellationToken cancellationToken)
    {
        try
        {
            SourceSettings settings = SourceSettingsReader.Read(source, command, environment);
            RequestSettings given = requests.Read(command);
            patience = patience.With(given);
            CallSettings calls = new(patience.MaxWait, new WaitNotice(environment, progress, given.Verbose).Tell);
            SourceConnection connection = await SourceConnection
                .OpenAsync(settings, given, patience, environment, progress, requestsAtOnce, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await work(new CommandSession(settings, connection.Client, calls, gaps, progress, environment), cancellationToken).ConfigureAwait(false);
            }

            return (ExitCode.Done, null);
        }
        catch (UsageException exception)
        {
            return (ExitCode.Usage, exception.Message);
        }
        catch (ArgumentException exception) when (ToolWords.OptionOf(exception.ParamName) is { } option)
        {
            return (ExitCode.Usage, $"{option}: {ToolWords.Of(SourceSettingsReader.MessageOf(exception))}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (ExitCode.Interrupted, "Interrupted.");
        }
        catch (OutputClosedException)
        {
            // Who had enough got all that was wanted.
            return (ExitCode.Done, null);
        }
        catch (OutputFailedException exception)
        {
            return (ExitCode.Failed, exception.Message);
        }
        catch (ConfluenceRetrievalException exception) when (exception.Failure == RetrievalFailure.NotFound)
        {
            // What was asked for is not there, such as a space with the key that was given.
            return (ExitCode.Usage, ToolWords.Of(exception.Message));
        }
        catch (ConfluenceRetrievalException exception) when (exception.Failure == RetrievalFailure.Incomplete)
        {
            foreach (RetrievalGap gap in exception.Gaps)
            {
                gaps.Add(gap);
            }

            return (ExitCode.Done, null);
        }
        catch (ConfluenceException exception)
        {
            return (ExitCode.Failed, $"{ToolWords.Of(exception.Message)} To look into it, run {ToolVersion.Name} doctor.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (ExitCode.Failed, $"A file could not be written: {exception.Message.TrimEnd('.')}. Check the folder, its permissions and the free space.");
        }
        finally
        {
            progress.Clear();
        }
    }
}
