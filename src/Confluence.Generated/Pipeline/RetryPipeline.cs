using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Http;
using Confluence.Generated.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Confluence.Generated.Pipeline;

/// <summary>Repeats attempts as the policy decides, and tells of each wait.</summary>
internal sealed class RetryPipeline(HttpExchange exchange, RetryPolicy policy, TimeProvider timeProvider, ILogger? logger)
{
    private static readonly ResiliencePropertyKey<Call> s_callKey = new("Confluence.Generated.Call");

    private readonly ResiliencePipeline<HttpAnswer> _pipeline = Build(policy, timeProvider, logger);

    public async Task<Outcome<HttpAnswer>> RunAsync(Call call, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(s_callKey, call);
            return await _pipeline.ExecuteOutcomeAsync(
                static (context, state) => state.Exchange.AttemptAsync(context, state.Call), context, (Exchange: exchange, Call: call)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Waits before a call is repeated whose answer could not be read.</summary>
    public async Task WaitAsync(Call call, NextAttempt next, string failure, CancellationToken cancellationToken)
    {
        call.Next = next;
        TellOfWait(call, failure, logger);
        await Task.Delay(next.Delay, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private static ResiliencePipeline<HttpAnswer> Build(RetryPolicy policy, TimeProvider timeProvider, ILogger? logger) =>
        new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpAnswer>
            {
                MaxRetryAttempts = int.MaxValue, // The policy counts: waits for a quota have a bound of their own.
                ShouldHandle = arguments =>
                {
                    Call call = CallOf(arguments.Context);
                    NextAttempt? next = policy.Decide(call, arguments.Outcome);
                    call.Next = next ?? default;
                    return new ValueTask<bool>(next is not null);
                },
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context).Next.Delay),
                OnRetry = arguments =>
                {
                    try
                    {
                        TellOfWait(CallOf(arguments.Context), CallFailures.Summarize(arguments.Outcome), logger);
                    }
                    catch
                    {
                        arguments.Outcome.Result?.Dispose();
                        throw;
                    }

                    return default;
                },
            })
            .Build();

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(s_callKey, null!); // Set for every execution, above.

    private static void TellOfWait(Call call, string failure, ILogger? logger)
    {
        call.LastFailure = failure;
        call.BeginWait();
        if (logger is not null)
        {
            CallLog.Retrying(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, call.Attempts, failure, call.Next.Delay);
        }

        CallTelemetry.Wait(call, failure);
        call.Request.Settings.OnWait?.Invoke(new ConfluenceWait(call.Operation, call.Next.Delay, call.Attempts, failure, call.Next.IsAskedByServer));
    }
}
