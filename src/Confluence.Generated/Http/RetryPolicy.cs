using System.Net;
using Polly;

namespace Confluence.Generated.Http;

/// <summary>Decides whether an attempt is repeated, and when. The classes stand in <see cref="ConfluenceRetryOptions"/>.</summary>
internal sealed class RetryPolicy(ConfluenceRetryOptions options, TimeProvider timeProvider)
{
    /// <summary>The wait before the next attempt; null when there should be none.</summary>
    public TimeSpan? Decide(Call call, Outcome<HttpAnswer> outcome)
    {
        if (call.Attempts > options.MaxRetries || !call.Request.IsReplayable)
        {
            return null;
        }

        TimeSpan? delay = outcome.Exception is { } exception ? DelayAfter(call, exception) : DelayAfter(call, outcome.Result!); // An outcome without an exception has a result.

        // A wait that the total timeout would cut off ends in a worse error, later.
        return delay < call.Remaining ? delay : null;
    }

    /// <summary>
    /// The wait before a call is repeated whose answer says that all is well and is no JSON: a proxy sent a page of its own, or the answer was cut off.
    /// Null when there should be none. A write has been carried out, and an answer that is JSON of another shape stays what it is.
    /// </summary>
    public TimeSpan? DelayAfterUnreadable(Call call, HttpAnswer answer)
    {
        if (call.Attempts > options.MaxRetries || !IsReading(call.Operation) || !call.Request.IsReplayable || JsonAnswer.IsJson(answer))
        {
            return null;
        }

        TimeSpan delay = Backoff(call.Attempts);
        return delay < call.Remaining ? delay : null;
    }

    // The POSTs that may be repeated are those that only read.
    private static bool IsReading(ConfluenceOperation operation) => !operation.IsWrite || operation is { Method: "POST", IsIdempotent: true };

    private TimeSpan? DelayAfter(Call call, Exception exception) =>
        exception is ConfluenceConnectionException && call.Operation.IsIdempotent ? Backoff(call.Attempts) : null;

    private TimeSpan? DelayAfter(Call call, HttpAnswer answer)
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
        if (!isRepeatable || asked > options.MaxRetryAfter)
        {
            return null;
        }

        // Never earlier than asked; a little later by chance, so that callers refused together do not come back together.
        return asked is { } wait ? wait + (Random.Shared.NextDouble() * 0.5 * options.BaseDelay) : Backoff(call.Attempts);
    }

    private TimeSpan Backoff(int attempts)
    {
        double full = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempts - 1), options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * Random.Shared.NextDouble())));
    }
}
