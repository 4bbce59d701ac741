using System.Net;

namespace Confluence.Generated.Errors;

/// <summary>
/// Determines from a status, a body and the operation what is probably wrong. The wording of servers changes, so each refusal is matched by a few significant words;
/// one without them gets the general kind of its status.
/// </summary>
internal static class ErrorClassifier
{
    public static ConfluenceErrorKind Classify(ConfluenceSite site, IAskedFor request, IFailedAnswer answer, ErrorBody body)
    {
        if (answer.ContentHost is not null && (int)answer.StatusCode is >= 400 and < 500)
        {
            bool isLost = body.Says("UNKNOWN_MEDIA_ID") || answer.Addresses.Own?.AbsolutePath.Contains("UNKNOWN_MEDIA_ID", StringComparison.Ordinal) == true;
            return isLost ? ConfluenceErrorKind.FileLost : ConfluenceErrorKind.ContentHostRefused;
        }

        return answer.StatusCode switch
        {
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => ConfluenceErrorKind.Redirected,
            HttpStatusCode.BadRequest => BadRequest(request, body),
            HttpStatusCode.Unauthorized => Unauthorized(site, answer, body),
            HttpStatusCode.Forbidden => Forbidden(request, body),
            HttpStatusCode.NotFound => NotFound(request, answer, body),
            HttpStatusCode.Conflict => Conflict(body),
            HttpStatusCode.Gone => ConfluenceErrorKind.OperationRemoved,
            HttpStatusCode.RequestEntityTooLarge => ConfluenceErrorKind.PayloadTooLarge,
            HttpStatusCode.UnsupportedMediaType => ConfluenceErrorKind.UnsupportedMediaType,
            HttpStatusCode.TooManyRequests => ConfluenceErrorKind.RateLimited,
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ConfluenceErrorKind.Unavailable,
            (HttpStatusCode)501 => ConfluenceErrorKind.NotSupported,
            >= HttpStatusCode.InternalServerError => ConfluenceErrorKind.ServerError,
            _ => ConfluenceErrorKind.Unknown,
        };
    }

    private static ConfluenceErrorKind BadRequest(IAskedFor request, ErrorBody body) =>
        body.Says("'cursor'") || (request.Asks("cursor") && body.Says("cursor")) ? ConfluenceErrorKind.InvalidCursor
        : body.Says("title already exists") || body.Says("exists with the same title") ? ConfluenceErrorKind.TitleExists
        : body.Says("same file name") ? ConfluenceErrorKind.AttachmentExists
        : body.Says("InvalidRbacOperation") ? ConfluenceErrorKind.SpaceRolesRequired
        : ConfluenceErrorKind.InvalidRequest;

    private static ConfluenceErrorKind Unauthorized(ConfluenceSite site, IFailedAnswer answer, ErrorBody body)
    {
        if (body.Says("scope does not match") || (answer.Header("X-Failure-Category")?.Contains("SCOPE", StringComparison.OrdinalIgnoreCase) ?? false))
        {
            return ConfluenceErrorKind.ScopeMissing;
        }

        return body.Shape == ErrorShape.Html && !site.IsGateway ? ConfluenceErrorKind.ScopedTokenAtSite : ConfluenceErrorKind.Unauthenticated;
    }

    private static ConfluenceErrorKind Forbidden(IAskedFor request, ErrorBody body) =>
        body.Says("permitted to use Confluence") || body.Says("cannot access Confluence") ? ConfluenceErrorKind.CredentialRejected
        : body.Says("upgrade to") || body.Says("upgrade your plan") ? ConfluenceErrorKind.PlanRequired
        : body.Says("app is not installed") || body.Says("app not installed") ? ConfluenceErrorKind.AppNotInstalled
        : body.Says("XSRF") ? ConfluenceErrorKind.XsrfRejected
        : body.Says("ViewAnalyticsRestricted") ? ConfluenceErrorKind.AnalyticsNotPermitted
        : request.Operation is { Api: "v1", IsWrite: true } && request.Operation.PathTemplate.Contains("/restriction", StringComparison.Ordinal) ? ConfluenceErrorKind.RestrictionsNotPermitted
        : ConfluenceErrorKind.PermissionDenied;

    private static ConfluenceErrorKind NotFound(IAskedFor request, IFailedAnswer answer, ErrorBody body) => body.Shape switch
    {
        _ when body.Says("Site temporarily unavailable") || answer.Header("Atl-Missing-Tcs") is "true" => ConfluenceErrorKind.SiteUnavailable,
        ErrorShape.GatewayTimestamp => ConfluenceErrorKind.GatewayPrefixMissing,
        ErrorShape.Html => ConfluenceErrorKind.RouteNotFound,
        _ when request.Operation.Api == "v2" && IsBare(body) => ConfluenceErrorKind.NotFoundOrCredentialRefused,
        _ => ConfluenceErrorKind.NotFound,
    };

    private static ConfluenceErrorKind Conflict(ErrorBody body) =>
        body.Says("Version must be incremented") || body.Says("version number") ? ConfluenceErrorKind.VersionConflict
        : body.Says("OptimisticLock") || body.Says("StaleState") ? ConfluenceErrorKind.ConcurrentUpdate
        : ConfluenceErrorKind.Conflict;

    /// <summary>Whether the refusal names nothing: v2 names an item that does not exist, but not for a refused credential.</summary>
    private static bool IsBare(ErrorBody body) =>
        body.Errors.All(static error => error.Detail is null && (error.Title is null || string.Equals(error.Title, "Not Found", StringComparison.OrdinalIgnoreCase)));
}
