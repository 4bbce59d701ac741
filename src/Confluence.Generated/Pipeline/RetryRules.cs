using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;

namespace Confluence.Generated.Pipeline;

/// <summary>Decides whether an attempt is repeated. For the classes of failures, see <see cref="ConfluenceRetryOptions"/>.</summary>
internal sealed class RetryRules(ConfluenceRetryOptions options, RetryBudget budget)
{
    /// <summary>Decides what follows an attempt that ended with an answer or an exception.</summary>
    public Repetition Decide(Call call, HttpAnswer? answer, Exception? exception)
    {
        if (call.IsDenied || !call.Request.IsReplayable)
        {
            return Repetition.None;
        }

        Repetition next = exception is not null ? After(call, exception) : After(call, answer!); // An attempt ends with one of the two.
        if (next == Repetition.AfterQuota && call.Quota.IsPatient)
        {
            return next;
        }

        bool isWanted = next != Repetition.None
            && call.Repetitions < options.MaxRetries
            && (!call.Request.IsTriedOnce || next != Repetition.AfterBackoff);
        if (!isWanted)
        {
            return Repetition.None;
        }

        if (next == Repetition.AfterQuota)
        {
            return next;
        }

        if (!budget.TryTake())
        {
            return Repetition.None;
        }

        call.Taken++;
        return next;
    }

    /// <summary>Reverts a decision that the call has no time to carry out.</summary>
    public void TakeBack(Call call)
    {
        call.Taken--;
        budget.GiveBack();
    }

    /// <summary>Whether a call that waits patiently goes again after a refusal because of the quota, whoever decides about other repetitions.</summary>
    public static bool WaitsForQuota(Call call, HttpAnswer? answer) =>
        answer is not null && !call.IsDenied && call.Request.IsReplayable && call.Quota.IsPatient && IsQuota(answer);

    /// <summary>Whether a refusal closes the quota gate for all calls.</summary>
    public static bool IsQuota(HttpAnswer answer) =>
        answer.ContentHost is null && (answer.StatusCode == HttpStatusCode.TooManyRequests || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.RetryAfter is not null));

    private static Repetition After(Call call, Exception exception)
    {
        bool isRepeatable = exception switch
        {
            ConfluenceConnectionException => call.Operation.IsIdempotent && call.Repetitions < call.WorthRepeating,

            // The status says success, but the body is not from Confluence, as when a proxy sent a page, or it was cut off. A write may have been carried out,
            // and JSON of another shape would not change.
            ConfluenceResponseException => call is { IsChanging: false, Answer: { IsSuccess: true } answer } && !JsonAnswer.IsJson(answer),
            _ => false,
        };
        return isRepeatable ? Repetition.AfterBackoff : Repetition.None;
    }

    private static Repetition After(Call call, HttpAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return Repetition.None;
        }

        TimeSpan? asked = answer.RetryAfter;
        bool isRepeatable = answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => call.Operation.IsIdempotent,
            >= HttpStatusCode.InternalServerError => call.Operation.IsIdempotent && asked is not null,
            _ => false,
        };
        if (!isRepeatable)
        {
            return Repetition.None;
        }

        if (IsQuota(answer))
        {
            return Repetition.AfterQuota;
        }

        if (asked is not { } wait)
        {
            return Repetition.AfterBackoff;
        }

        call.NamedWait = wait;
        return call.Quota.Allows(wait, isAsked: true) ? Repetition.AfterNamedWait : Repetition.None;
    }
}
