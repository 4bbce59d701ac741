using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Runs a caller's pipeline in place of the client's repetitions.</summary>
internal sealed class CallersRetry(ResiliencePipeline<ConfluenceResponseDetails> pipeline)
{
    /// <summary>Makes attempts as the pipeline decides. The outcome is that of the last attempt, unless the pipeline throws an exception of its own.</summary>
    public async ValueTask<Outcome<HttpAnswer>> RunAsync(CallPipeline inner, ResilienceContext context, Call call)
    {
        context.Properties.Set(ConfluenceResilience.Operation, call.Operation);
        Outcome<ConfluenceResponseDetails> outcome = await pipeline.ExecuteOutcomeAsync(
            static async (context, state) =>
            {
                if (!state.Call.TryEnter())
                {
                    return Outcome.FromException<ConfluenceResponseDetails>(new InvalidOperationException(
                        $"The pipeline in {nameof(ConfluenceClientOptions.Retry)}.{nameof(ConfluenceRetryOptions.Pipeline)} made two attempts of one call at the same time. Put strategies that do so, such as hedging, into {nameof(ConfluenceClientOptions)}.{nameof(ConfluenceClientOptions.Pipeline)}."));
                }

                try
                {
                    Outcome<HttpAnswer> attempt = await state.Inner.RunAsync(context, state.Call).ConfigureAwait(context.ContinueOnCapturedContext);
                    return attempt.Exception is { } exception
                        ? Outcome.FromException<ConfluenceResponseDetails>(exception)
                        : Outcome.FromResult(CallTeller.Details(state.Call, attempt.Result!)); // An outcome without an exception has a result.
                }
                finally
                {
                    state.Call.Leave();
                }
            },
            context,
            (Inner: inner, Call: call)).ConfigureAwait(false);
        bool isOfLast = outcome.Exception is null || outcome.Exception == call.LastException;
        return isOfLast && call.Attempts > 0 ? call.LastOutcome : Outcome.FromException<HttpAnswer>(outcome.Exception ?? NothingSent());
    }

    private static InvalidOperationException NothingSent() => new(
        $"The pipeline in {nameof(ConfluenceClientOptions.Retry)}.{nameof(ConfluenceRetryOptions.Pipeline)} returned a result without making an attempt. It can replace the repetitions, not the answer.");
}
