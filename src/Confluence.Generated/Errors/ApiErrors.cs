using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Confluence.Generated.Answers;

namespace Confluence.Generated.Errors;

/// <summary>Creates the exception of a call that the server refused.</summary>
internal static partial class ApiErrors
{
    public static ConfluenceException Create(ConfluenceSite site, IFailedCall call, IFailedAnswer answer)
    {
        ErrorBody body = ErrorBody.Read(answer.Body, answer.ContentType, answer.Secrets, answer.CharSet);
        ConfluenceErrorKind kind = ErrorClassifier.Classify(site, call, answer, body);
        ConfluenceApiException exception = new(Describe(site, call, answer, body, kind), answer.StatusCode, kind)
        {
            Operation = call.Operation,
            Attempts = call.Attempts,
            WasAnswerLost = call is { WasAnswerLost: true, IsChanging: true },
            Errors = body.Errors,
            RequestId = answer.RequestId,
            RetryAfter = answer.RetryAfter,
            Quota = answer.Quota,
            Excerpt = body.Excerpt,

            // 503 concerns the whole service and 501 the operation, whatever is asked for.
            MayBeForSize = answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout,
        };

        // Behind a gateway that gave up, or in an attempt whose answer was lost, the server may still have carried out the write.
        return call.IsUnrepeatable && (call.WasAnswerLost || answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
            ? LostCalls.OutcomeUnknown(call, exception)
            : exception;
    }

    private static string Describe(ConfluenceSite site, IFailedCall call, IFailedAnswer answer, ErrorBody body, ConfluenceErrorKind kind)
    {
        StringBuilder message = new();
        message.Append(call).Append(" failed with ").Append((int)answer.StatusCode).Append(" (").Append(kind).Append(')');
        message.Append(call.Attempts > 1 ? $" after {call.Attempts} attempts." : ".");
        if (body.Errors.Count > 0)
        {
            string said = string.Join("; ", body.Errors.Take(3).Select(static error => WithoutPackages(error.ToString())));
            message.Append(" The server says: ").Append(said.TrimEnd('.')).Append(body.Errors.Count > 3 ? $"; and {body.Errors.Count - 3} more." : ".");
        }

        if (answer.IsBodyCutOff)
        {
            message.Append(" The connection broke before the whole refusal had arrived.");
        }

        if (ErrorAdvice.For(new Refused(kind, site, call.Operation, answer)) is { } advice)
        {
            message.Append(' ').Append(advice);
        }

        if (call.DescribeWaits() is { } waits)
        {
            message.Append(' ').Append(waits);
        }

        if (call is { WasAnswerLost: true, IsChanging: true })
        {
            message.Append(" The answer to an earlier attempt of this call was lost, and that attempt may have succeeded: read the content again and compare before you treat this as a failure.");
        }

        if (answer.RequestId is { } requestId)
        {
            message.Append(" Request id: ").Append(requestId).Append('.');
        }

        return message.ToString();
    }

    /// <summary>Shortens the names of Java exceptions, with which v1 prefixes its messages, to their last part.</summary>
    private static string WithoutPackages(string text) => JavaPackage().Replace(text, string.Empty);

    [GeneratedRegex(@"\b(?:[a-z][a-z0-9_]*\.){2,}(?=[A-Z]\w*Exception\b)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JavaPackage();
}
