using System.Globalization;
using System.Net;
using System.Text.Json;
using Confluence.Generated.Answers;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Paging;
using Polly;

namespace Confluence.Generated.Errors;

/// <summary>Creates the exceptions of calls that got no usable answer.</summary>
internal static class CallFailures
{
    private const string AgainLater = "Make the call again; if that does not help, see whether a proxy or the network cuts connections, and ask for fewer results at a time";

    /// <summary>Whether the failure happened before anything of the request could reach the server.</summary>
    public static bool IsBeforeSending(Exception exception) =>
        exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };

    /// <summary>Whether a connection broke because of the answer. One that was never made, or was refused on the way, says nothing about that; nor does a connect timeout.</summary>
    private static bool BrokeAnAnswer(Exception cause) =>
        !IsBeforeSending(cause)
        && cause is not (OperationCanceledException or ExecutionRejectedException or HttpRequestException
        {
            HttpRequestError: HttpRequestError.UserAuthenticationError or HttpRequestError.VersionNegotiationError,
        });

    public static ConfluenceTimeoutException AttemptTimedOut(IFailedCall call, TimeSpan? limit, Exception cause)
    {
        string within = limit is { } time ? $"within {Seconds(time)}, the limit for one attempt" : "within the limit of a handler of the given HttpClient";
        string what = call.AwaitedCredential is { } credential
            ? $"was not sent: the credential ({credential}) gave no authorization {within}"
            : $"got no complete answer {within}. The server or the network is slow; if the answer is large, ask for fewer results at a time, or raise {nameof(ConfluenceClientOptions.AttemptTimeout)}";
        return new ConfluenceTimeoutException($"{call} {what}.", cause) { Operation = call.Operation, Attempts = call.Attempts, Limit = limit, MayBeForSize = call.IsAwaitingAnswer };
    }

    public static ConfluenceTimeoutException TimedOut(IFailedCall call, Exception cause)
    {
        string before = call.LastFailure.Length == 0 ? string.Empty : $" Before that, an attempt ended with {call.LastFailure}.";
        string credential = call.AwaitedCredential is { } name ? $" It was waiting for the credential ({name})." : string.Empty;
        if (call.AwaitedLimiter is { } limiter)
        {
            return PermitTimedOut(call, limiter, call.Limit, "the limit for the whole call", cause);
        }

        return new ConfluenceTimeoutException(
            $"{call} did not end within {Seconds(call.Limit)}, the limit for the whole call, after {Count(call.Attempts)}.{before}{credential} Raise the {nameof(ConfluenceRequestOptions.Timeout)} of the call or of the client if it may take longer.", cause)
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            Limit = call.Limit,
            MayBeForSize = call.IsAwaitingAnswer,
        };
    }

    /// <summary>Creates the exception for a limiter of the caller that gave no permit in time.</summary>
    public static ConfluenceTimeoutException PermitTimedOut(IFailedCall call, string limiter, TimeSpan limit, string what, Exception cause) => new(
        $"{call} was not sent{(call.Attempts > 0 ? " once more" : string.Empty)}: the limiter of the client ({limiter}) gave no permit within {Seconds(limit)}, {what}. Make fewer calls at the same time, give the limiter more permits, or let calls wait longer ({nameof(ConfluenceRequestOptions)}.{nameof(ConfluenceRequestOptions.MaxWait)}; {nameof(ConfluenceClientOptions.Quota)}.{nameof(ConfluenceQuotaOptions.RetrievalMaxWait)} for retrievals).", cause)
    {
        Operation = call.Operation,
        Attempts = call.Attempts,
        Limit = limit,
    };

    /// <summary>Creates the exception for a quota that is used up and that the call may not wait for.</summary>
    public static ConfluenceApiException QuotaClosed(IFailedCall call, string reason, TimeSpan left) => new(
        $"{call} was not sent{(call.Attempts > 0 ? " once more" : string.Empty)}: another call with this credential was refused because of the quota of the site ({reason}), and the wait for it lasts another {Seconds(TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)))}. {call.DescribeWaits() ?? $"That is longer than the call may take ({Seconds(call.Limit)})."} Wait before the next call, or let calls wait longer ({nameof(ConfluenceRequestOptions)}.{nameof(ConfluenceRequestOptions.MaxWait)}).", HttpStatusCode.TooManyRequests, ConfluenceErrorKind.RateLimited)
    {
        Operation = call.Operation,
        Attempts = call.Attempts,
        RetryAfter = left,
    };

    public static ConfluenceConnectionException ConnectionFailed(IFailedCall call, Exception cause)
    {
        string what = cause switch
        {
            _ when call.IsBrokenOff => "the connection broke while the request was being sent, so it was not carried out. The server may have refused it unread, as some do if a request is too large",
            HttpRequestException { HttpRequestError: var error } => error switch
            {
                HttpRequestError.NameResolutionError => "the host name could not be resolved. Check the name of the site and the network",
                HttpRequestError.ConnectionError => "no connection could be made. Check the network, the proxy and the firewall",
                HttpRequestError.SecureConnectionError => "no trusted TLS connection could be made. Check the certificates, and whether there is a proxy in between",
                HttpRequestError.ProxyTunnelError => "the proxy refused the connection",
                HttpRequestError.ResponseEnded => $"the connection ended before the answer was complete. {AgainLater}",
                _ => $"the connection broke. {AgainLater}",
            },
            OperationCanceledException => "no connection could be made in time. Check the network, the proxy and the firewall",
            ExecutionRejectedException => $"a resilience handler of the given HttpClient let nothing through ({cause.GetType().Name})",
            InvalidDataException => $"the answer arrived damaged: it cannot be decompressed. {AgainLater}",
            _ => $"the connection broke while the answer was being read. {AgainLater}",
        };
        string mayHaveBeen = call is { IsChanging: true, IsUnrepeatable: false } && (call.IsInFlight || call.WasAnswerLost) ? " The write may have been carried out." : string.Empty;
        return new ConfluenceConnectionException($"{call} failed{(call.Attempts > 1 ? $" after {call.Attempts} attempts" : string.Empty)}: {what}.{mayHaveBeen}", cause)
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            MayBeForSize = call is { IsBegun: true, IsBrokenOff: false } && BrokeAnAnswer(cause),
        };
    }

    /// <summary>Creates the exception for a file of the caller that failed while it was being sent.</summary>
    public static ConfluenceException UploadFailed(IFailedCall call, string fileName, string problem, Exception cause) =>
        new($"{call} was not carried out: the file '{fileName}' could not be sent, because {problem}.", cause) { Operation = call.Operation, Attempts = call.Attempts };

    public static ConfluenceResponseException AnswerTooLarge(IFailedCall call, IFailedAnswer answer, long limit) =>
        new($"{call} answered with more than {limit} bytes. Ask for fewer results at a time, or raise {nameof(ConfluenceClientOptions.MaxResponseSize)}.")
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            StatusCode = answer.StatusCode,
            MayBeForSize = true,
            RequestId = answer.RequestId,
        };

    public static ConfluenceResponseException Unreadable(IAskedFor request, IFailedAnswer answer, string typeName, bool isOurs, long? position, string reason, Exception? cause)
    {
        string? page = SafeText.IsHtml(answer.Body, answer.ContentType) ? answer.PageTitle ?? "without a title" : null;
        bool isCutOff = page is null && EndsEarly(answer.Body);
        string detail = isCutOff
            ? $"it ends in the middle, after {answer.Body.Length} bytes. {AgainLater}"
            : page is null
            ? $"{reason.TrimEnd('.')}{(position is { } at ? $" (at byte {at} of {answer.Body.Length})" : string.Empty)}. {(isOurs ? "The type may not fit what the server sends; please report it" : "The type is not from this library: compare it with what the server sent, in the Excerpt of the exception")}"
            : $"a web page arrived instead of JSON ({page}). There may be a proxy or a login page between this machine and Confluence: check the address of the site and the proxy settings";
        return new ConfluenceResponseException($"{request} answered {(int)answer.StatusCode}, but the answer cannot be read as {Shown(typeName)}: {detail}.{(answer.RequestId is { } id ? $" Request id: {id}." : string.Empty)}", cause)
        {
            Operation = request.Operation,
            StatusCode = answer.StatusCode,
            TypeName = typeName,
            BytePosition = position,
            MayBeForSize = isCutOff,
            Excerpt = answer.ExcerptAround(position ?? 0),
            RequestId = answer.RequestId,
        };
    }

    public static ConfluenceResponseException MemberMissing(IAskedFor request, IFailedAnswer answer, JsonMissingMemberException missing, string answerType, long position, Exception cause) =>
        new($"{request} answered {(int)answer.StatusCode}, but the answer cannot be read as {Shown(answerType)}: {cause.Message.TrimEnd('.')} (before byte {position} of {answer.Body.Length}). Answers usually carry {missing.TypeName}.{missing.Member}. To read the answer without it, leave {nameof(ConfluenceClientOptions.ValidateResponses)} off.{(answer.RequestId is { } id ? $" Request id: {id}." : string.Empty)}", cause)
        {
            Operation = request.Operation,
            StatusCode = answer.StatusCode,
            TypeName = missing.TypeName,
            Member = missing.Member,
            BytePosition = position,
            Excerpt = answer.ExcerptAround(position),
            RequestId = answer.RequestId,
        };

    public static ConfluenceResponseException BadRedirect(IFailedCall call, HttpStatusCode status, string problem) =>
        new($"{call} {problem}") { Operation = call.Operation, Attempts = call.Attempts, StatusCode = status };

    public static ConfluenceTimeoutException DownloadStalled(IAskedFor request, TimeSpan limit, Exception cause) =>
        new($"The download {request} received nothing for {Seconds(limit)}. Try again; if the network is slow, raise {nameof(ConfluenceClientOptions.AttemptTimeout)}.", cause)
        {
            Operation = request.Operation,
            Limit = limit,
        };

    public static ConfluenceConnectionException DownloadBroke(IAskedFor request, Exception cause) =>
        new($"The connection broke in the middle of the download {request}. What was read so far is incomplete; download it again.", cause) { Operation = request.Operation };

    /// <summary>Creates the exception for a download that broke off, and whose rest the server did not send.</summary>
    public static ConfluenceConnectionException DownloadNotResumed(IAskedFor request, string fileName, long count, string why, Exception cause) =>
        new($"The connection broke in the middle of the download {request}, after {count} bytes of the file {(fileName.Length == 0 ? "without a name" : $"'{fileName}'")}, and it could not be resumed: {why}. What was read so far is incomplete; download it again.", cause)
        {
            Operation = request.Operation,
        };

    /// <summary>Whether a body is the beginning of a JSON text, valid up to its end.</summary>
    private static bool EndsEarly(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                // Only the end matters.
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return reader.CurrentDepth > 0;
    }

    /// <summary>A page of results has an internal type, which means nothing to callers.</summary>
    private static string Shown(string typeName) =>
        typeName.StartsWith("PageAnswer<", StringComparison.Ordinal) ? $"a list of {typeName["PageAnswer<".Length..^1]}" : typeName;

    private static string Seconds(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s");

    private static string Count(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";
}
