using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Quotas;
using Confluence.Generated.Telemetry;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Pipeline;

/// <summary>Reports calls to the log, the observer, the callbacks of the call and its span. Costs nothing if nothing listens.</summary>
internal sealed class CallTeller(ConfluenceObserver? observer, ILogger? logger)
{
    private readonly NoticeLog? _notices = logger is null ? null : new NoticeLog(logger);

    public ILogger? Logger => logger;

    public void Began(Call call) => observer?.OnCall(call.Operation);

    public void Attempt(Call call) => observer?.OnAttempt(call.Operation, call.Attempts);

    /// <summary>Reports a wait before an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="delay">The length of the wait.</param>
    /// <param name="reason">The reason for it.</param>
    /// <param name="isAsked">Whether the server named the time.</param>
    /// <param name="kind">Whether an attempt is repeated, the quota is used up, or the pace is kept.</param>
    public void Waits(Call call, TimeSpan delay, string reason, bool isAsked, WaitKind kind)
    {
        if (logger is not null)
        {
            if (kind == WaitKind.Pace)
            {
                CallLog.Paced(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, reason, delay);
            }
            else if (call.Attempts == 0)
            {
                CallLog.Waiting(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, reason, delay);
            }
            else
            {
                CallLog.Retrying(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, call.Attempts, reason, delay);
            }
        }

        CallTelemetry.Wait(call, delay, reason, kind == WaitKind.Retry);
        Action<ConfluenceWait>? onWait = kind == WaitKind.Pace ? null : call.Request.Settings.OnWait;
        if (observer is null && onWait is null)
        {
            return;
        }

        ConfluenceWait wait = new(call.Operation, delay, call.Attempts, reason, isAsked);
        if (kind == WaitKind.Retry)
        {
            observer?.OnRetry(wait);
        }
        else
        {
            observer?.OnWait(wait);
        }

        onWait?.Invoke(wait);
    }

    /// <summary>Tells that the credential ends soon, or has ended.</summary>
    public void Expires(Call call, ConfluenceCredential credential, DateTimeOffset expiresAt, bool isOver)
    {
        if (logger is not null)
        {
            CallLog.Expires(logger, call.Operation.Id, credential.GetType().Name, isOver ? "ended" : "ends", expiresAt);
        }

        observer?.OnCredentialExpiring(expiresAt);
    }

    /// <summary>Tells that requests go to the gateway from now on.</summary>
    public void Moved(Call call, ConfluenceSite site, ConfluenceSite gateway)
    {
        if (logger is not null)
        {
            CallLog.Moved(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, site.Base, gateway.Base);
        }
    }

    /// <summary>Reports an answer that arrived, whether or not it ends the call.</summary>
    public void Arrived(Call call, HttpAnswer answer)
    {
        observer?.OnAnswer(Details(call, answer));
        if ((observer is null && _notices is null) || !AnswerNotices.Any(answer))
        {
            return;
        }

        foreach ((string header, string text) in AnswerNotices.Of(answer))
        {
            ConfluenceNotice notice = new(call.Operation, header, text);
            _notices?.Tell(notice);
            observer?.OnNotice(notice);
        }
    }

    /// <summary>Reports the answer that ends the call.</summary>
    public void Ends(Call call, HttpAnswer answer)
    {
        if (logger is not null)
        {
            CallLog.Answered(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, (int)answer.StatusCode, call.Attempts);
        }

        call.Request.Settings.OnResponse?.Invoke(Details(call, answer));
    }

    public void Failed(Call call, Exception exception) => observer?.OnFailure(call.Operation, exception);

    public static ConfluenceResponseDetails Details(Call call, HttpAnswer answer, object? result = null) => new(call.Operation, answer.StatusCode)
    {
        Headers = SafeHeaders.Of(answer),
        RequestId = answer.RequestId,
        Quota = answer.Quota,
        Attempts = call.Attempts,
        Duration = call.Clock.Elapsed,
        PageNumber = call.PageNumber,
        Result = result,
    };
}

/// <summary>The purpose of a wait.</summary>
internal enum WaitKind
{
    Retry,
    Quota,
    Pace,
}
