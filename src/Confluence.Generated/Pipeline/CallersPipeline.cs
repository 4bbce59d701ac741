using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Runs a caller's strategies around whole calls. They may execute a call several times, also simultaneously: each execution is a separate call.</summary>
internal sealed class CallersPipeline(ResiliencePipeline<ConfluenceResponseDetails> pipeline, CancellationToken closed)
{
    /// <summary>Makes the call as the strategies decide.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="execute">Makes the call once, and passes it on if it succeeds.</param>
    /// <param name="cancellationToken">Ends all executions.</param>
    public async Task<T> RunAsync<T>(ConfluenceOperation operation, Func<CancellationToken, Action<Call<T>>, Task> execute, CancellationToken cancellationToken)
    {
        Executions<T> executions = new(execute);
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed); // The strategies' own waits end with the client too.
        ResilienceContext context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, ending.Token);
        ConfluenceResponseDetails? chosen = null;
        try
        {
            context.Properties.Set(ConfluenceResilience.Operation, operation);
            Outcome<ConfluenceResponseDetails> outcome = await pipeline.ExecuteOutcomeAsync(static (context, state) => state.ExecuteAsync(context), context, executions).ConfigureAwait(false);
            if (outcome.Exception is OperationCanceledException cancelled && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
            }

            if (outcome.Exception is OperationCanceledException ended && closed.IsCancellationRequested)
            {
                throw new ObjectDisposedException($"The ConfluenceClient was disposed while {operation.Id} was in progress.", ended);
            }

            outcome.ThrowIfException();
            chosen = outcome.Result;
            return chosen?.Result is Call<T> call
                ? call.Value
                : throw new InvalidOperationException($"The pipeline in {nameof(ConfluenceClientOptions)}.{nameof(ConfluenceClientOptions.Pipeline)} returned a result that no call of {operation.Id} produced. It can repeat calls and choose among their results, not create them.");
        }
        finally
        {
            executions.End(chosen?.Result);
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The executions of one call. Those that are not chosen release their resources.</summary>
    private sealed class Executions<T>(Func<CancellationToken, Action<Call<T>>, Task> execute)
    {
        private readonly Lock _lock = new();
        private readonly List<Call<T>> _open = [];
        private bool _isOver;

        public async ValueTask<Outcome<ConfluenceResponseDetails>> ExecuteAsync(ResilienceContext context)
        {
            try
            {
                Call<T>? made = null;
                await execute(context.CancellationToken, call => Keep(made = call)).ConfigureAwait(context.ContinueOnCapturedContext);
                return Outcome.FromResult(made!.Details!); // A call that succeeds passes on both.
            }
            catch (Exception exception)
            {
                return Outcome.FromException<ConfluenceResponseDetails>(exception);
            }
        }

        public void End(object? chosen)
        {
            lock (_lock)
            {
                _isOver = true;
                foreach (Call<T> call in _open.Where(call => call != chosen))
                {
                    (call.Value as HttpAnswer)?.Release();
                }
            }
        }

        private void Keep(Call<T> call)
        {
            lock (_lock)
            {
                if (_isOver)
                {
                    (call.Value as HttpAnswer)?.Release();
                    return;
                }

                _open.Add(call);
            }
        }
    }
}
