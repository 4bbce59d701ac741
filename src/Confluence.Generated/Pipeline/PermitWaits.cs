using System.Threading.RateLimiting;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Quotas;

namespace Confluence.Generated.Pipeline;

/// <summary>Waits for the turn of a call, for as long as the call may wait. The waits of patient calls use up neither their time nor their repetitions.</summary>
internal sealed class PermitWaits(QuotaGate gate, CallTeller teller, TimeProvider timeProvider)
{
    /// <summary>Waits until the gate lets a call pass.</summary>
    /// <returns>The passage, without a wait.</returns>
    /// <exception cref="ConfluenceApiException">The call may not wait that long.</exception>
    public async ValueTask<Passage> WaitAsync(Call call, Passage passage, CancellationToken cancellationToken)
    {
        int? told = null;
        while (passage.Wait > TimeSpan.Zero)
        {
            if (passage.Closing is { } closing)
            {
                bool isCut = await WaitForQuotaAsync(call, closing, passage.Wait, cancellationToken).ConfigureAwait(false);
                passage = isCut ? passage with { Wait = TimeSpan.Zero } : gate.Ask();
                continue;
            }

            if (told != passage.Epoch)
            {
                told = passage.Epoch;
                teller.Waits(call, passage.Wait, passage.Reason, isAsked: false, WaitKind.Pace);
            }

            await WaitForTurnAsync(call, passage, cancellationToken).ConfigureAwait(false);
            passage = gate.Ask(passage);
        }

        return passage;
    }

    /// <summary>Waits for the permits of the caller's limiter.</summary>
    /// <exception cref="ConfluenceTimeoutException">The call may not wait that long.</exception>
    public async ValueTask<RateLimitLease> AcquireAsync(Call call, LimiterSeat limiter, CancellationToken cancellationToken)
    {
        call.AwaitedLimiter = limiter.Name;

        // A separate source: when the call gives up, asking must stop, whether or not its token is ever cancelled.
        using CancellationTokenSource asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ValueTask<RateLimitLease> asked = limiter.AcquireAsync(call.Operation, call.Request.PageSize, asking.Token);
        RateLimitLease lease = asked.IsCompletedSuccessfully ? asked.Result : await AwaitAsync(call, limiter, asked.AsTask(), asking).ConfigureAwait(false);
        call.AwaitedLimiter = null;
        return lease;
    }

    /// <summary>Waits while the gate is closed.</summary>
    /// <returns>Whether the wait was shortened to what the call may wait; the call then tries once more at its end.</returns>
    private async ValueTask<bool> WaitForQuotaAsync(Call call, Closing closing, TimeSpan wait, CancellationToken cancellationToken)
    {
        bool isOwn = call.Answer is { } answer && RetryRules.IsQuota(answer);
        TimeSpan named = closing.Named < wait ? closing.Named : wait;
        if (!call.Quota.Allows(named, closing.IsAsked, closing.Named))
        {
            throw CallFailures.QuotaClosed(call, closing.Reason, wait);
        }

        bool isCut = named > call.Quota.Left;
        if (isCut)
        {
            wait = named = call.Quota.Left;
        }

        if (!call.Quota.IsPatient && wait >= call.Remaining)
        {
            throw CallFailures.QuotaClosed(call, closing.Reason, wait);
        }

        call.Quota.Begin(wait, named);
        teller.Waits(call, wait, isOwn ? closing.Reason : $"{closing.Reason} of another call", closing.IsAsked, WaitKind.Quota);
        await DelayAsync(call, wait, cancellationToken).ConfigureAwait(false);
        return isCut;
    }

    private async ValueTask WaitForTurnAsync(Call call, Passage passage, CancellationToken cancellationToken)
    {
        call.Quota.Pause(passage.Next);
        try
        {
            await DelayAsync(call, passage.Next, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            gate.GiveBack(passage.Epoch);
            throw;
        }
    }

    private async ValueTask DelayAsync(Call call, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (!call.Quota.IsPatient)
        {
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            return;
        }

        call.Clock.Pause();
        try
        {
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Clock.Resume();
        }
    }

    private async ValueTask<RateLimitLease> AwaitAsync(Call call, LimiterSeat limiter, Task<RateLimitLease> asked, CancellationTokenSource asking)
    {
        long started = timeProvider.GetTimestamp();
        bool isPatient = call.Quota.IsPatient;
        TimeSpan left = call.Quota.Left;
        TimeSpan most = !isPatient || left >= CallClock.Longest ? Timeout.InfiniteTimeSpan : left < TimeSpan.Zero ? TimeSpan.Zero : left;
        if (isPatient)
        {
            call.Clock.Pause();
        }

        RateLimitLease lease;
        try
        {
            lease = await asked.WaitAsync(most, timeProvider, asking.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!asked.IsFaulted && exception is TimeoutException or OperationCanceledException)
        {
            // The wait has ended, but a permit may still arrive, or have arrived at the same moment: it is released.
            _ = asked.ContinueWith(static late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await asking.CancelAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
            {
                throw CallFailures.PermitTimedOut(call, limiter.Name, most, $"what is left of {call.Quota.Setting}", exception);
            }

            throw;
        }
        finally
        {
            TimeSpan passed = timeProvider.GetElapsedTime(started);
            if (isPatient)
            {
                call.Clock.Resume();
                call.Quota.Begin(passed, passed);
            }
            else
            {
                call.Quota.Pause(passed);
            }
        }

        try
        {
            teller.Waits(call, timeProvider.GetElapsedTime(started), $"a permit of the limiter ({limiter.Name})", isAsked: false, WaitKind.Pace);
            return lease;
        }
        catch
        {
            lease.Dispose(); // An observer that throws ends the call, and must not keep the permit from others.
            throw;
        }
    }
}
