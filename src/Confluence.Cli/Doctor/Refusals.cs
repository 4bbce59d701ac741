using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Doctor;

/// <summary>Explains why something cannot be read, when the credential as such is accepted.</summary>
internal static class Refusals
{
    /// <summary>Makes the finding of a refusal. What to do about missing scopes is said once, for all of them: see <see cref="MissingScopes"/>.</summary>
    /// <param name="what">What was read.</param>
    /// <param name="purpose">What it is for: <c>for pages and export</c>.</param>
    /// <param name="error">The refusal.</param>
    /// <param name="isNeeded">Whether commands fail without it.</param>
    public static Finding Explain(string what, string purpose, ConfluenceException error, bool isNeeded)
    {
        (string text, string remedy) = error switch
        {
            ConfluenceApiException api when api.Kind == ConfluenceErrorKind.ScopeMissing => (
                $"the token lacks a scope: {(api.Scopes.Count > 0 ? string.Join(", ", api.Scopes) : "Atlassian's reference does not name it")}",
                ""),
            ConfluenceApiException api when api.Kind == ConfluenceErrorKind.AnalyticsNotPermitted => (
                "the account may not see analytics, or the plan of the site has none",
                "Ask an administrator for the permission to view analytics, in the settings of the space or of the site. Everything else works without it."),
            ConfluenceApiException api when api.Kind == ConfluenceErrorKind.PermissionDenied => (
                $"the account may not ({(int)api.StatusCode})",
                api.Permission is { } permission ? $"It needs: {permission.TrimEnd('.')}. Ask an administrator of the site." : "Ask an administrator of the site or of the space."),
            ConfluenceApiException api when api.Kind == ConfluenceErrorKind.RouteNotFound => (
                "the server does not know this part of the API (404)",
                "If the address is right, Atlassian may have removed it: look for a newer version of the tool."),
            ConfluenceApiException api when api.Kind == ConfluenceErrorKind.RateLimited => (
                "too many calls (429)",
                $"Other programs may use the same account. Wait{(api.RetryAfter is { } wait ? FormattableString.Invariant($" {wait.TotalSeconds:0} seconds") : "")} and run this command again."),
            ConfluenceResponseException response when ReachCheck.IsWebPage(response.Excerpt) => (
                "a web page arrived where the API should answer",
                "A proxy, a captive portal or a login page stands in between. Have the site excepted from it, or set HTTPS_PROXY or NO_PROXY."),
            _ => (ToolWords.Of(error.Message), "See what the message says. If it passes, run this command again."),
        };
        return isNeeded
            ? Finding.Failed(what, text, $"{remedy} Needed {purpose}.".TrimStart())
            : Finding.Warning(what, text, $"{remedy} Needed {purpose} only.".TrimStart());
    }
}
