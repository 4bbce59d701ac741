using System.Threading.RateLimiting;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Quotas;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// Sends a message when the quota of the site and the caller's limiter allow it. It is outside the time limit of the attempt, so that no queue uses that up, and inside the
/// repetitions, because the server counts each message.
/// </summary>
internal sealed class PermitStrategy(QuotaGate gate, PermitWaits waits, LimiterSeat? limiter, ConfluenceRetryOptions retry) : ResilienceStrategy<HttpAnswer>
{
    protected override async ValueTask<Outcome<HttpAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpAnswer>>> callback, ResilienceContext context, TState state)
    {
        Call call = CallPipeline.CallOf(context);
        if (!call.MayBeSentAgain)
        {
            return call.LastOutcome; // Only a caller's pipeline gets here: the client's own rules do not repeat this.
        }

        bool goesOn = call.GoesOn;
        call.GoesOn = false; // The next attempt decides again.
        call.Permitted = context.CancellationToken;
        RateLimitLease? lease = null;
        Passage passage;
        try
        {
            do
            {
                lease?.Dispose();
                passage = gate.Ask();
                if (passage.Wait > TimeSpan.Zero)
                {
                    passage = await waits.WaitAsync(call, passage, context.CancellationToken).ConfigureAwait(false);
                }

                lease = limiter is null ? null : await waits.AcquireAsync(call, limiter, context.CancellationToken).ConfigureAwait(false);
            }
            while (limiter is not null && !gate.IsOpenSince(passage.Epoch));
        }
        catch (ConfluenceException exception)
        {
            // The server's answer is more useful than an error about the lack of time, unless its cause is already fixed, as by a renewed credential.
            call.IsDenied = true;
            return goesOn || call.Attempts == 0 ? Outcome.FromException<HttpAnswer>(exception) : call.LastOutcome;
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpAnswer>(exception);
        }

        Outcome<HttpAnswer> outcome = await callback(context, state).ConfigureAwait(false);
        lease?.Dispose();
        Tell(call.Answer, passage.Epoch);
        return outcome;
    }

    private void Tell(HttpAnswer? answer, int epoch)
    {
        if (answer is { TellsQuota: true, Quota: { } quota })
        {
            gate.Heard(quota, answer.ServerTime);
        }

        if (answer is not null && RetryRules.IsQuota(answer))
        {
            gate.Refused(epoch, answer.RetryAfter, $"status {(int)answer.StatusCode}", retry.BaseDelay, retry.MaxDelay);
        }
        else
        {
            gate.Passed(answer is { IsSuccess: true });
        }
    }
}
