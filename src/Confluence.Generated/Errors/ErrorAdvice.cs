using Confluence.Generated.Calls;

namespace Confluence.Generated.Errors;

/// <summary>The table of what each kind of refusal probably means, and what to do about it.</summary>
internal static class ErrorAdvice
{
    private static readonly Dictionary<ConfluenceErrorKind, Func<Refused, string?>> s_advice = new()
    {
        [ConfluenceErrorKind.Unauthenticated] = AccessAdvice.Unauthenticated,
        [ConfluenceErrorKind.CredentialRejected] = static refused => $"The credential was not accepted, or its account has no access to Confluence. {AccessAdvice.CheckCredential(refused)}",
        [ConfluenceErrorKind.ScopeMissing] = AccessAdvice.ScopeMissing,
        [ConfluenceErrorKind.ScopedTokenAtSite] = AccessAdvice.ScopedTokenAtSite,
        [ConfluenceErrorKind.PermissionDenied] = AccessAdvice.PermissionDenied,
        [ConfluenceErrorKind.AnalyticsNotPermitted] = static refused => $"The account may not see the analytics of this content, or the plan of the site has none.{refused.AccountNeeds} Ask an administrator for the permission to view analytics.",
        [ConfluenceErrorKind.RestrictionsNotPermitted] = static refused => $"Either the plan of the site has no page restrictions (the free plan has none), or the account may not change them here.{refused.AccountNeeds} Ask an administrator of the site which of the two it is.",
        [ConfluenceErrorKind.NotFound] = static refused => $"The item does not exist, or the account may not see it: Confluence does not distinguish the two.{refused.AccountNeeds} Check the id, and look for it in a browser, signed in as the account that calls.",
        [ConfluenceErrorKind.NotFoundOrCredentialRefused] = AccessAdvice.NotFoundOrCredentialRefused,
        [ConfluenceErrorKind.RouteNotFound] = static refused => $"The server at {refused.Site.Base} does not know this path at all. Check the address of the site; if it is right, Atlassian has removed the operation or does not offer it there.{refused.See}",
        [ConfluenceErrorKind.SiteUnavailable] = static refused => $"The site at {refused.Site.Base} is suspended, is being moved, or no longer exists; the credential is not the cause. Open it in a browser, and ask its administrator.",
        [ConfluenceErrorKind.PlanRequired] = static refused => $"The plan of the site does not include this. See what the server says; an administrator of the site can tell which plan it has.{refused.See}",
        [ConfluenceErrorKind.AppNotInstalled] = static refused => $"The app that the token belongs to is not installed on the site at {refused.Site.Base}, or is no longer installed. Install it there, or let an account of that site consent to it again.",
        [ConfluenceErrorKind.GatewayPrefixMissing] = AccessAdvice.GatewayPrefixMissing,
        [ConfluenceErrorKind.InvalidRequest] = static refused => $"Something in the call is not valid. See what the server says and correct the arguments.{refused.See}",
        [ConfluenceErrorKind.RateLimited] = RateLimited,
        [ConfluenceErrorKind.Unavailable] = static refused => $"The service is temporarily unavailable. {(refused.Wait is { } wait ? $"Try again after {wait}" : "Try again later")}; if it happens with large lists only, ask for fewer results at a time.",
        [ConfluenceErrorKind.Redirected] = Redirected,
        [ConfluenceErrorKind.ContentHostRefused] = static refused => $"Confluence found the file, but the host that stores its content ('{refused.Answer.ContentHost}') refused to deliver it. Its link is short-lived: download the file again.",
        [ConfluenceErrorKind.Unknown] = static refused => refused.See.Length == 0 ? null : refused.See.TrimStart(),
        [ConfluenceErrorKind.XsrfRejected] = static _ => "The server rejected the write as a forged browser request. The client sends X-Atlassian-Token with every write of v1; check whether a proxy or a handler of yours removes it.",
        [ConfluenceErrorKind.VersionConflict] = static _ => "The content was changed in the meantime, or the version number is not the current one plus one. Read it again, apply the change to what you read, and send its version number plus one; the From method of the update requests does that.",
        [ConfluenceErrorKind.ConcurrentUpdate] = static _ => "Somebody else changed the same thing at the same moment. Read it again and repeat the change.",
        [ConfluenceErrorKind.Conflict] = static _ => "The call conflicts with the current state; the item to create may already exist. Read the current state and decide again.",
        [ConfluenceErrorKind.InvalidCursor] = static _ => "The cursor does not belong to this list, or is no longer valid. Start the list again without a continuation token.",
        [ConfluenceErrorKind.TitleExists] = static _ => "The space already has a page, blog post or folder with this title, perhaps an archived one. Choose another title, or find the existing item by its title (with the status archived too) and update it.",
        [ConfluenceErrorKind.AttachmentExists] = static _ => "The content already has an attachment with this name. Give the file another name, or call createOrUpdateAttachments, which creates a new version of it.",
        [ConfluenceErrorKind.SpaceRolesRequired] = static _ => "This site manages access to spaces by roles, so individual permissions cannot be set. Call setSpaceRoleAssignments of v2 instead.",
        [ConfluenceErrorKind.OperationRemoved] = static _ => "Atlassian has removed this operation. Use its successor in v2, if there is one: see https://developer.atlassian.com/cloud/confluence/changelog. A later version of this library may have it.",
        [ConfluenceErrorKind.FileLost] = static _ => "Confluence lists the file, but the host that stores its content does not have it. Downloading again never helps: attach the file again, or report it to Atlassian.",
        [ConfluenceErrorKind.PayloadTooLarge] = static _ => "The body is larger than Confluence accepts: 5 MB for a page, a blog post and the like; for files, the limit in the settings of the site. Send less, for example by splitting the page or by attaching files instead of embedding them.",
        [ConfluenceErrorKind.UnsupportedMediaType] = static _ => "The server does not accept a body of this media type. Check whether a proxy or a handler of yours changes the Content-Type.",
        [ConfluenceErrorKind.NotSupported] = static _ => "The server does not support this. Check the arguments: some combinations that the reference allows are not implemented.",
        [ConfluenceErrorKind.ServerError] = static _ => "The server failed. Some wrong arguments cause this too (an unknown id, an empty search); if yours are right, try again later and report the request id to Atlassian.",
    };

    public static string? For(Refused refused) => s_advice.GetValueOrDefault(refused.Kind)?.Invoke(refused);

    private static string RateLimited(Refused refused)
    {
        string? reason = refused.Answer.Clean(refused.Answer.Header("RateLimit-Reason"), 80);
        string wait = refused.Wait is { } named ? $"Wait {named} before the next call" : "The server names no time: wait a few seconds before the next call";
        (string why, string less) = reason switch
        {
            not null when Holds(reason, "burst") => ("Too many calls at the same moment", "and make fewer at once"),
            not null when Holds(reason, "quota") || Holds(reason, "global") || Holds(reason, "tenant") =>
                ("Too many calls in this hour: its points are used up", "and ask for less: a call costs a point, each object in its answer one more, and each user or group two"),
            _ => ("Too many calls in a short time", "and make fewer at once"),
        };
        return $"{why}{(reason is null ? string.Empty : $" ({reason})")}. {wait}, {less}. How long the client waits by itself is set in {nameof(ConfluenceClientOptions)}.{nameof(ConfluenceClientOptions.Quota)}.";
    }

    private static string Redirected(Refused refused)
    {
        Uri? location = refused.Answer.Addresses.Target;
        string where = location is null ? "nowhere" : location.IsAbsoluteUri ? $"to the host '{location.Host}'" : "to another path of the same host";
        return $"The server points {where}, and the client does not follow: that could hand the credential to somebody else. Check the address of the site; it may have been renamed.";
    }

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
