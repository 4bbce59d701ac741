using System.Net.Sockets;
using System.Security.Authentication;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;
using Polly;
using Polly.Timeout;

namespace Confluence.Generated.Calls;

/// <summary>Describes what ended when an attempt failed.</summary>
/// <param name="IsCallOver">Whether more than the attempt is over: its caller gave up, the time of the call ran out, the client was disposed, or a strategy of the caller ended it.</param>
/// <param name="TimedOut">The limit of the attempt if it ran out; otherwise null.</param>
/// <param name="ClientTimeout">The limit of the caller's <see cref="HttpClient"/>; null if the client is our own, which has none.</param>
/// <param name="HasAnswered">Whether the server has ever answered this client.</param>
internal sealed record AttemptEnd(bool IsCallOver, TimeSpan? TimedOut, TimeSpan? ClientTimeout, bool HasAnswered);

/// <summary>
/// Translates what ended an attempt into an exception of this library. Also determines whether the server may have the request,
/// and how often it is worth repeating.
/// </summary>
internal static class AttemptFailures
{
    public static Exception Translate(Call call, Exception exception, AttemptEnd end)
    {
        if (call.IsBrokenOff)
        {
            call.IsInFlight = false; // A server does not carry out an incomplete request.
        }

        if (exception is OperationCanceledException && end.IsCallOver)
        {
            return exception;
        }

        if (UploadSourceException.In(exception) is { } source)
        {
            call.IsInFlight = false;
            return CallFailures.UploadFailed(call, source.FileName, source.Problem, source.InnerException ?? source);
        }

        if (exception is ConfluenceException)
        {
            return exception is RepeatedSendException ? LostCalls.SentTwice(call, exception) : exception;
        }

        if (call is { IsInFlight: false, IsBrokenOff: false })
        {
            return exception is OperationCanceledException ? TimedOut(call, exception, end) ?? exception : exception; // Nothing was sent: a mistake in the request, or its time ran out.
        }

        return exception is OperationCanceledException or TimeoutRejectedException
            ? TimedOut(call, exception, end) ?? CancelledBelow(call, exception)
            : FromConnection(call, exception, end);
    }

    /// <summary>How often a connection that could not be made is worth another attempt.</summary>
    /// <remarks>A name that does not exist and a certificate that is not trusted do not change, unless the server has answered before.</remarks>
    public static int WorthRepeating(Exception exception, bool hasAnswered) => exception switch
    {
        _ when hasAnswered => int.MaxValue,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => exception.InnerException is SocketException { SocketErrorCode: SocketError.TryAgain } ? int.MaxValue : 0,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => exception.InnerException is AuthenticationException ? 0 : int.MaxValue,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } => (int)status < 500 ? 0 : int.MaxValue,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or OperationCanceledException => 1,
        _ => int.MaxValue,
    };

    private static Exception? TimedOut(Call call, Exception exception, AttemptEnd end)
    {
        if (end.TimedOut is { } limit)
        {
            return CallFailures.AttemptTimedOut(call, limit, exception);
        }

        if (exception is TimeoutRejectedException)
        {
            return CallFailures.AttemptTimedOut(call, limit: null, exception);
        }

        if (exception.InnerException is not TimeoutException)
        {
            return null;
        }

        if (end.ClientTimeout is { } clientLimit && clientLimit != Timeout.InfiniteTimeSpan)
        {
            return CallFailures.AttemptTimedOut(call, clientLimit, exception);
        }

        // The connect timeout ran out; that of our own client is the only other one that the framework reports this way.
        call.WorthRepeating = WorthRepeating(exception, end.HasAnswered);
        call.IsInFlight = call.IsBegun;
        return CallFailures.ConnectionFailed(call, exception);
    }

    private static ConfluenceException CancelledBelow(Call call, Exception exception) =>
        new($"{call} was cancelled, but not by its caller or by a time limit of this client: the given HttpClient was disposed or told to cancel its requests, or one of its handlers gave up.", exception)
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
        };

    private static Exception FromConnection(Call call, Exception exception, AttemptEnd end)
    {
        bool hasBegun = call.IsBegun;
        bool isRejected = exception is ExecutionRejectedException;
        if (!isRejected && exception is not (HttpRequestException or IOException or InvalidDataException))
        {
            // A mistake in the request, or a failure of a handler. It concerns only the caller, unless a write may have been sent.
            call.IsInFlight &= hasBegun;
            return exception;
        }

        // With a handler that repeats, an attempt that was sent may have preceded the one that could not be sent.
        call.IsInFlight &= hasBegun || !(isRejected || CallFailures.IsBeforeSending(exception));
        call.WorthRepeating = WorthRepeating(exception, end.HasAnswered);
        return CallFailures.ConnectionFailed(call, exception);
    }
}
