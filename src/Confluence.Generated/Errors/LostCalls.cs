using System.Net;
using Polly.Timeout;

namespace Confluence.Generated.Errors;

/// <summary>Creates the exceptions of calls whose outcome is not known, or that were answered by something other than Confluence.</summary>
internal static class LostCalls
{
    private const string LookFirst =
        "The write may or may not have been carried out. Read the content again before you repeat the call; the client did not repeat it, because that could carry it out twice.";

    private const string MayHaveBeen = "The write may or may not have been carried out.";

    public static ConfluenceOutcomeUnknownException OutcomeUnknown(IFailedCall call, Exception cause) => Unknown(call, cause, cause switch
    {
        ConfluenceApiException when call.WasAnswerLost => "the answer to an earlier attempt was lost, and this one was refused",
        ConfluenceApiException { StatusCode: var gateway } => $"a gateway on the way gave up waiting for the answer ({(int)gateway})",
        ObjectDisposedException => "the client was disposed before an answer came",
        ConfluenceConnectionException when call.StatusCode is { } status => $"its answer ({(int)status}) did not arrive completely",
        ConfluenceTimeoutException => "no answer came in time",
        ConfluenceConnectionException => "the connection broke before an answer came",
        ConfluenceException => "it was cancelled before an answer came: the given HttpClient was disposed or told to cancel its requests, or one of its handlers gave up",
        OperationCanceledException or TimeoutRejectedException => $"a strategy of the given pipeline ended the attempt before an answer came ({cause.GetType().Name})",
        _ => $"a handler of the given HttpClient failed ({cause.GetType().Name})",
    });

    /// <summary>Creates the exception for a handler that tried to send the write a second time, and was stopped.</summary>
    public static ConfluenceOutcomeUnknownException SentTwice(IFailedCall call, Exception cause) => Unknown(
        call, cause, "a handler of the given HttpClient lost its answer and tried to send it a second time, which was stopped. Configure that handler not to repeat unsafe methods (DisableForUnsafeHttpMethods, for that of Microsoft.Extensions.Http.Resilience); the client itself repeats what may be repeated");

    /// <summary>Creates the exception for a handler that followed a redirect with the write, and was stopped.</summary>
    public static ConfluenceOutcomeUnknownException RedirectedOn(IFailedCall call, string address, Exception cause) => Unknown(
        call, cause, $"a handler of the given HttpClient followed a redirect to {address} and tried to send it there too, which was stopped. Turn that off (AllowAutoRedirect), and check the address of the site");

    /// <summary>Creates the exception for an answer that came from a different address than the request was sent to.</summary>
    public static ConfluenceException AnsweredElsewhere(IFailedCall call, HttpStatusCode status, string address) => NotConfluence(
        call,
        new ConfluenceResponseException($"{call} was redirected, and {address} answered it with {(int)status}. That is not the answer of Confluence: a handler of the given HttpClient follows redirects. Turn that off (AllowAutoRedirect), and check the address of the site.")
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            StatusCode = status,
        });

    /// <summary>Creates the exception for a web page instead of an answer of Confluence.</summary>
    public static ConfluenceResponseException AnsweredByPage(IAskedFor request, IFailedAnswer answer) =>
        new($"{request} was answered with {(int)answer.StatusCode} and a web page ({answer.PageTitle ?? "without a title"}), which does not come from Confluence's API. There may be a proxy or a login page between this machine and Confluence: check the address of the site and the proxy settings.")
        {
            Operation = request.Operation,
            StatusCode = answer.StatusCode,
            Excerpt = answer.Excerpt,
            RequestId = answer.RequestId,
        };

    /// <summary>Creates the exception for a call that something other than Confluence answered: whether Confluence received a write is not known.</summary>
    public static ConfluenceException NotConfluence(IFailedCall call, ConfluenceResponseException answered)
    {
        if (!call.IsChanging)
        {
            return answered;
        }

        return call.IsUnrepeatable
            ? Unknown(call, answered.Message, answered.StatusCode, answered)
            : new ConfluenceResponseException($"{answered.Message} {MayHaveBeen}", answered)
            {
                Operation = call.Operation,
                Attempts = call.Attempts,
                StatusCode = answered.StatusCode,
                TypeName = answered.TypeName,
                Excerpt = answered.Excerpt,
                RequestId = answered.RequestId,
            };
    }

    private static ConfluenceOutcomeUnknownException Unknown(IFailedCall call, Exception cause, string how) => Unknown(call, $"{call} was sent, but {how}.", call.StatusCode, cause);

    private static ConfluenceOutcomeUnknownException Unknown(IFailedCall call, string what, HttpStatusCode? status, Exception cause)
    {
        string? lookHere = WhereToLook.For(call.Operation);
        return new ConfluenceOutcomeUnknownException($"{what} {LookFirst}{(lookHere is null ? string.Empty : " " + lookHere)}", cause)
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            StatusCode = status,
            WasSentCompletely = call.WasSentCompletely,
            HowToFindOut = lookHere,
        };
    }
}
