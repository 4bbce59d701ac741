using Confluence.Generated.Errors;

namespace Confluence.Generated.Calls;

/// <summary>Determines what ended a call from outside, and whether its outcome is known.</summary>
internal static class CallEnds
{
    /// <summary>Translates an exception that ended the attempts into the one that the caller gets.</summary>
    public static Exception Translate(Call call, Exception exception, CancellationToken callerToken)
    {
        if (exception is OperationCanceledException)
        {
            if (call.Clock.IsCancelled)
            {
                return new OperationCanceledException($"The call {call.Operation.Id} was cancelled.", exception, callerToken);
            }

            if (call.Clock.IsClosed)
            {
                exception = new ObjectDisposedException($"The ConfluenceClient was disposed while {call} was under way.", exception);
            }
            else if (call.Clock.IsOver)
            {
                exception = CallFailures.TimedOut(call, exception);
            }
        }

        bool isLost = call is { IsUnrepeatable: true, IsInFlight: true } && exception is not (ConfluenceOutcomeUnknownException or ConfluenceResponseException);
        return isLost ? LostCalls.OutcomeUnknown(call, exception) : exception;
    }
}
