using Confluence.Generated.Http;

namespace Confluence.Generated.Errors;

/// <summary>What each kind of refusal probably means, and what to do about it.</summary>
internal static class ErrorAdvice
{
    private const string CheckCredential = "Check that the e-mail address and the token belong together, that the token has not expired or been revoked, and that the account has access to Confluence on this site.";

    private static readonly Dictionary<ConfluenceErrorKind, string> s_fixed = new()
    {
        [ConfluenceErrorKind.Unauthenticated] = $"The credential was not accepted. {CheckCredential}",
        [ConfluenceErrorKind.CredentialRejected] = $"The credential was not accepted, or its account has no access to Confluence. {CheckCredential}",
        [ConfluenceErrorKind.XsrfRejected] = "The server took the write for a forged browser request. The client sends X-Atlassian-Token with every write of v1; see whether a proxy or a handler of yours removes it.",
        [ConfluenceErrorKind.AnalyticsNotPermitted] = "The account may not see the analytics of this content, or the plan of the site has none. Ask an administrator for the permission to view analytics.",
        [ConfluenceErrorKind.RestrictionsNotPermitted] = "Either the plan of the site has no page restrictions (the free plan has none), or the account may not change them here.",
        [ConfluenceErrorKind.RouteNotFound] = "The server does not know this path at all. Check the address of the site; if it is right, Atlassian may have removed the operation.",
        [ConfluenceErrorKind.GatewayPrefixMissing] = "The gateway could not tell the site: the address must be https://api.atlassian.com/ex/confluence/{cloudId}. Check the site that the client was made with.",
        [ConfluenceErrorKind.VersionConflict] = "The content has been changed meanwhile, or the version number is not the present one plus one. Read it again, apply the change to what you read, and send the number after the one that it has.",
        [ConfluenceErrorKind.ConcurrentUpdate] = "Somebody else changed the same thing at the same moment. Read it again and repeat the change.",
        [ConfluenceErrorKind.Conflict] = "The call does not fit the present state; what it should create may exist already. Read the present state and decide again.",
        [ConfluenceErrorKind.InvalidRequest] = "Something in the call is not valid. See what the server says and correct the arguments.",
        [ConfluenceErrorKind.InvalidCursor] = "The cursor is not one of this list, or not valid any more. Begin the list again without a continuation token.",
        [ConfluenceErrorKind.TitleExists] = "The space has content of this title already; archived content counts. Choose another title, or update what is there.",
        [ConfluenceErrorKind.AttachmentExists] = "The content has an attachment of this name already. Use the operation that creates or updates attachments, or another name.",
        [ConfluenceErrorKind.SpaceRolesRequired] = "This site manages access to spaces by roles, so single permissions cannot be set. Use the operations for space roles.",
        [ConfluenceErrorKind.Gone] = "Atlassian has removed this operation. Use its successor in v2, where there is one.",
        [ConfluenceErrorKind.PayloadTooLarge] = "The body is larger than Confluence takes. Send less, for example by splitting the page or by attaching files instead of embedding them.",
        [ConfluenceErrorKind.UnsupportedMediaType] = "The server does not take a body of this media type. See whether a proxy or a handler of yours changes the Content-Type.",
        [ConfluenceErrorKind.Unavailable] = "The service is out of reach for the moment. Try again later; if it happens with large lists only, ask for fewer results at a time.",
        [ConfluenceErrorKind.NotSupported] = "The server does not do this. Check the arguments: some combinations that the reference allows are not implemented.",
        [ConfluenceErrorKind.ServerError] = "The server failed. Some wrong arguments cause this too (an unknown id, an empty search); if yours are right, try again later and report the request id to Atlassian.",
    };

    public static string? For(ConfluenceErrorKind kind, ConfluenceSite site, ConfluenceRequest request, HttpAnswer answer, TimeSpan? retryAfter)
    {
        if (kind == ConfluenceErrorKind.ScopeMissing)
        {
            string family = request.Operation.Api == "v1" ? "v1 takes classic scopes" : "v2 takes granular scopes, and classic ones do not count";
            return request.Operation.Scopes.Count > 0
                ? $"The token lacks a scope. This operation needs: {string.Join(", ", request.Operation.Scopes)} ({family}). Make a new token with it, or add it to the app and consent again."
                : $"The token lacks a scope that this operation needs ({family}). See the operation's reference page{(request.Operation.ReferenceUrl is { } url ? $", {url}" : string.Empty)}.";
        }

        if (kind == ConfluenceErrorKind.ScopedTokenAtSite)
        {
            return $"Probably the token has scopes, belongs to a service account or comes from OAuth: such tokens are refused at the site and work at the gateway. Make the client with https://api.atlassian.com/ex/confluence/{{cloudId}}; the cloud id stands at {site.Base}/_edge/tenant_info. If it is an API token without scopes: {CheckCredential}";
        }

        if (kind == ConfluenceErrorKind.Unauthenticated && !site.IsGateway)
        {
            return $"{s_fixed[kind]} Tokens with scopes, of service accounts and of OAuth work only at https://api.atlassian.com/ex/confluence/{{cloudId}}.";
        }

        if (kind == ConfluenceErrorKind.PermissionDenied)
        {
            return request.Operation.Permission is { } permission
                ? $"The account may not do this. It needs: {permission.TrimEnd('.')}."
                : "The account may not do this. Ask an administrator of the space or of the site for the permission.";
        }

        if (kind == ConfluenceErrorKind.NotFound)
        {
            return $"There is no such thing, or the account may not see it: Confluence does not tell the two apart. Check the id{(request.Operation.Permission is { } permission ? $" and the permission ({permission.TrimEnd('.')})" : string.Empty)}.";
        }

        if (kind == ConfluenceErrorKind.NotFoundOrNotVisible)
        {
            return $"v2 answers like this when the credential is refused, when there is no such thing, and when the account may not see it. If other calls fail alike, it is the credential. {CheckCredential}";
        }

        if (kind == ConfluenceErrorKind.RateLimited)
        {
            string reason = SafeText.Clean(answer.Header("RateLimit-Reason"), 80) is { } text ? $" ({text})" : string.Empty;
            return $"Too many calls in too short a time{reason}. {(retryAfter is { } wait ? $"Wait {Math.Ceiling(wait.TotalSeconds):0} s before the next call" : "Wait before the next call")}, and make fewer at the same time.";
        }

        if (kind == ConfluenceErrorKind.Redirected)
        {
            Uri? location = answer.Response.Headers.Location;
            string where = location is null ? "nowhere" : location.IsAbsoluteUri ? $"to the host '{location.Host}'" : "to another path of the same host";
            return $"The server points {where}, and the client does not follow: that could hand the credential to somebody else. Check the address of the site; it may have been renamed.";
        }

        return kind == ConfluenceErrorKind.ContentHostRefused
            ? $"Confluence found the file, but the host that keeps its content ('{answer.ContentHost}') refused to hand it out. Its permit is short-lived: download the file again."
            : s_fixed.GetValueOrDefault(kind);
    }
}
