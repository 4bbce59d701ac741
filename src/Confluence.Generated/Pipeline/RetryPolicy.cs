using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Decides whether an attempt is repeated, and when. The classes stand in <see cref="ConfluenceRetryOptions"/>.</summary>
internal sealed class RetryPolicy(ConfluenceRetryOptions options, TimeProvider timeProvider)
{
    /// <summary>A quota is not worth asking for more often than this, whatever the settings are.</summary>
    private static readonly TimeSpan s_shortestForQuota = TimeSpan.FromMilliseconds(100);

    /// <summary>When the attempt is repeated; null when it should not be.</summary>
    public NextAttempt? Decide(Call call, Outcome<HttpAnswer> outcome)
    {
        if (!call.Request.IsReplayable)
        {
            return null;
        }

        NextAttempt? next = outcome.Exception is { } exception ? After(call, exception) : After(call, outcome.Result!); // An outcome without an exception has a result.
        return next is { IsForQuota: true } ? next : WithinLimits(call, next);
    }

    /// <summary>
    /// When a call is repeated whose answer says that all is well and is none of Confluence: a proxy sent a page of its own, or the answer was cut off.
    /// Null when it should not be. A write may have been carried out, and an answer that is JSON of another shape stays what it is.
    /// </summary>
    public NextAttempt? AfterUnreadable(Call call, HttpAnswer answer) =>
        call.IsChanging || !call.Request.IsReplayable || JsonAnswer.IsJson(answer) ? null : WithinLimits(call, new NextAttempt(Backoff(call.Repetitions + 1)));

    // A wait that the total timeout would cut off ends in a worse error, later.
    private NextAttempt? WithinLimits(Call call, NextAttempt? next) =>
        (!call.Request.IsTriedOnce || next is { IsAskedByServer: true }) && call.Repetitions < options.MaxRetries && next?.Delay < call.Remaining ? next : null;

    private NextAttempt? After(Call call, Exception exception) =>
        exception is ConfluenceConnectionException && call.Operation.IsIdempotent && call.Repetitions < call.WorthRepeating
            ? new NextAttempt(Backoff(call.Repetitions + 1))
            : null;

    private NextAttempt? After(Call call, HttpAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return null;
        }

        TimeSpan? asked = RetryAfter.Of(answer, timeProvider.GetUtcNow());
        bool isRepeatable = answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => call.Operation.IsIdempotent,
            >= HttpStatusCode.InternalServerError => call.Operation.IsIdempotent && asked is not null,
            _ => false,
        };
        if (!isRepeatable)
        {
            return null;
        }

        if (call.Quota.IsPatient && (answer.StatusCode == HttpStatusCode.TooManyRequests || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && asked is not null)))
        {
            return ForQuota(call, asked);
        }

        if (asked > options.MaxRetryAfter)
        {
            return null;
        }

        return asked is { } wait ? new NextAttempt(wait + Scatter(), IsAskedByServer: true) : new NextAttempt(Backoff(call.Repetitions + 1));
    }

    private NextAttempt? ForQuota(Call call, TimeSpan? asked)
    {
        // The first wait that the server names is believed; one that keeps being too short grows.
        TimeSpan own = asked is not null && call.Quota.Count == 0 ? TimeSpan.Zero : Backoff(call.Quota.Count + 1);
        own = own < s_shortestForQuota ? s_shortestForQuota : own;
        return call.Quota.Choose(asked, own) is { } wait
            ? new NextAttempt(asked is null ? wait : wait + Scatter(), IsAskedByServer: asked is not null, IsForQuota: true, Named: wait)
            : null;
    }

    /// <summary>Never earlier than asked; a little later by chance, so that callers refused together do not come back together.</summary>
    private TimeSpan Scatter() => Random.Shared.NextDouble() * 0.5 * options.BaseDelay;

    private TimeSpan Backoff(int repetition)
    {
        double full = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(repetition, 50) - 1), options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * Random.Shared.NextDouble())));
    }
}
