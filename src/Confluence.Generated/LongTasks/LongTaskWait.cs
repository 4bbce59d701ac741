using System.Globalization;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Transport;

namespace Confluence.Generated.LongTasks;

/// <summary>Asks how far some work is, again and again, until it has ended or the time is over.</summary>
internal sealed class LongTaskWait(LongTaskOptions options, ConfluenceTransport transport)
{
    private const double Growth = 1.5;

    private readonly TimeProvider _clock = transport.TimeProvider;
    private readonly long _begun = transport.TimeProvider.GetTimestamp();

    /// <summary>How long the wait has lasted.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_begun);

    /// <summary>Waits for the work.</summary>
    /// <returns>The last answer, with what it says.</returns>
    public async Task<(T Answer, LongTaskState State)> ForAsync<T>(IWaitedFor<T> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(options.TimeLimit, _clock);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, transport.Closed);
        LongTaskState state = LongTaskState.Unknown;
        TimeSpan interval = options.PollInterval;
        try
        {
            while (true)
            {
                T answer = await AskAsync(work, linked.Token).ConfigureAwait(false);
                state = work.StateOf(answer);
                options.Progress?.Report(new LongTaskProgress(work.Id) { PercentageComplete = state.Percentage, Messages = state.Messages, Elapsed = Elapsed });
                switch (state.Outcome)
                {
                    case LongTaskOutcome.Succeeded:
                        return (answer, state);
                    case LongTaskOutcome.Failed:
                        throw Failed(work, state);
                }

                await Task.Delay(interval, _clock, linked.Token).ConfigureAwait(false);
                interval = Next(interval);
            }
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The wait for the {work.Kind} '{work.Id}' was cancelled. {GoesOn(work)}", error, cancellationToken);
        }
        catch (OperationCanceledException error) when (transport.IsClosed)
        {
            throw new ObjectDisposedException($"The ConfluenceClient was disposed while it waited for the {work.Kind} '{work.Id}'. {GoesOn(work)}", error);
        }
        catch (OperationCanceledException error) when (limit.IsCancellationRequested)
        {
            throw TimedOut(work, state, error);
        }
    }

    private static string GoesOn<T>(IWaitedFor<T> work) => $"The server goes on with it: call {work.Method} with this id to wait again.";

    private static ConfluenceLongTaskException Failed<T>(IWaitedFor<T> work, LongTaskState state)
    {
        string at = state.Percentage is { } percentage ? string.Create(CultureInfo.InvariantCulture, $" at {percentage} %") : string.Empty;
        string why = SafeText.Clean(string.Join(' ', state.Messages), SafeText.PhraseLength) is { } said ? $"Confluence says: {said.TrimEnd('.')}." : "Confluence gives no reason.";
        return new ConfluenceLongTaskException($"The {work.Kind} '{work.Id}' failed{at}. {why} What it did before may stay done: look before you start it again.", work.Id)
        {
            Operation = work.Operation,
            Messages = state.Messages,
            PercentageComplete = state.Percentage,
        };
    }

    private async Task<T> AskAsync<T>(IWaitedFor<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work.AskAsync(new ConfluenceRequestOptions { Settings = options.Settings with { IsOfRetrieval = true } }, cancellationToken).ConfigureAwait(false);
        }
        catch (ConfluenceException error)
        {
            string note = error is ConfluenceApiException { Kind: var kind } && kind == ConfluenceErrorKind.NotFound ? work.IfUnknown : $"This was a question about the {work.Kind} '{work.Id}'. {GoesOn(work)}";
            error.Note = error.Note is null ? note : $"{error.Note} {note}";
            throw;
        }
    }

    private TimeSpan Next(TimeSpan interval)
    {
        TimeSpan longest = options.MaxPollInterval > options.PollInterval ? options.MaxPollInterval : options.PollInterval;
        TimeSpan next = interval * Growth;
        return next < longest ? next : longest;
    }

    private ConfluenceTimeoutException TimedOut<T>(IWaitedFor<T> work, LongTaskState last, Exception cause)
    {
        string at = last.Percentage is { } percentage ? string.Create(CultureInfo.InvariantCulture, $" It was {percentage} % complete.") : string.Empty;
        string after = string.Create(CultureInfo.InvariantCulture, $"{options.TimeLimit.TotalSeconds:0.###} s");
        return new ConfluenceTimeoutException(
            $"The {work.Kind} '{work.Id}' did not end within {after}, the {nameof(LongTaskOptions.TimeLimit)} of the wait.{at} {GoesOn(work)} A longer {nameof(LongTaskOptions.TimeLimit)} waits longer.", cause)
        {
            Operation = work.Operation,
            Limit = options.TimeLimit,
        };
    }
}
