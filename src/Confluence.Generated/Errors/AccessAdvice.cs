using Confluence.Generated.Calls;

namespace Confluence.Generated.Errors;

/// <summary>Advice about credentials, scopes, permissions, and 404, which is often caused by one of the three.</summary>
internal static class AccessAdvice
{
    private static string TokenPage(Refused refused) => refused.Site.Cloud.TokenPage ?? "in the settings of the Atlassian account";

    private static string AppPage(Refused refused) => refused.Site.Cloud.AppPage ?? "in the developer console of your cloud";

    public static string CheckCredential(Refused refused) => refused.IsBearer
        ? $"An OAuth access token lasts an hour: get a new one with the refresh token. The token of a service account may have expired or been revoked: make a new one. The account needs access to Confluence at {refused.Site.Base}."
        : $"Check that the e-mail address and the token belong together, that the token has not expired or been revoked ({TokenPage(refused)}), and that the account has access to Confluence at {refused.Site.Base}.";

    public static string Unauthenticated(Refused refused) => $"The credential was not accepted. {CheckCredential(refused)}{(refused.Site.IsGateway ? string.Empty
        : $" Tokens with scopes, of service accounts and of OAuth work only at {refused.Site.Cloud.GatewayForm}; the cloud id is at {refused.Site.Base}/_edge/tenant_info.")}";

    public static string ScopeMissing(Refused refused)
    {
        IReadOnlyList<string> scopes = refused.Operation.Scopes;
        string needs = scopes.Count == 0
            ? $"The token lacks a scope that this operation needs.{refused.See}"
            : $"The token lacks {(scopes.Count == 1 ? "a scope" : "one or more scopes")}. This operation needs: {string.Join(" and ", scopes)}{Family(scopes)}.";
        string how = refused.IsBearer
            ? $"For OAuth, add what is missing to the app ({AppPage(refused)}) and to the authorization request, and let the account consent again; for a service account, make a new token with it."
            : $"Scopes are chosen when a token is made: make a new one that has what this operation and your other calls need ({TokenPage(refused)}).";
        return $"{needs} {how}{(refused.Permission is { } permission ? $" The account itself needs: {permission}." : string.Empty)}";
    }

    private static string Family(IReadOnlyList<string> scopes) =>
        scopes.All(IsGranular) ? " (granular; classic scopes such as read:confluence-content.all do not count here)"
        : scopes.Any(IsGranular) ? string.Empty
        : " (classic; granular scopes such as read:page:confluence do not count here)";

    /// <summary>Granular scopes have three parts, as read:page:confluence does; so do classic scopes that begin with readonly.</summary>
    private static bool IsGranular(string scope) => scope.Count(':') == 2 && !scope.StartsWith("readonly:", StringComparison.Ordinal);

    public static string ScopedTokenAtSite(Refused refused)
    {
        string scopes = refused.Operation.Scopes.Count == 0 ? string.Empty : $" There this operation needs: {string.Join(" and ", refused.Operation.Scopes)}.";
        string where = $"Make the client with {refused.Site.Cloud.GatewayForm}; the cloud id is at {refused.Site.Base}/_edge/tenant_info.{scopes}";
        return refused.IsBearer
            ? $"The site takes no bearer tokens: those of OAuth and of service accounts work only at the gateway. {where}"
            : $"The token probably has scopes or belongs to a service account: such tokens are refused at the site and work at the gateway. {where} If the token has no scopes, check that it belongs to the e-mail address and has not expired or been revoked ({TokenPage(refused)}).";
    }

    public static string PermissionDenied(Refused refused) =>
        $"The account may not do this.{(refused.Permission is { } permission ? $" It needs: {permission}." : string.Empty)} Ask an administrator of the space or the site for permission. Scopes are not the cause: a missing scope is answered with 401.";

    public static string NotFoundOrCredentialRefused(Refused refused)
    {
        bool isAlwaysThere = refused.Operation is { Method: "GET" } operation && !operation.PathTemplate.Contains('{', StringComparison.Ordinal);
        if (refused.Operation is { Id: "createCustomContent" })
        {
            return $"v2 answers this way if the account may not add custom content of this type there, if the app that defines the type is not installed, if the space or container does not exist, or if the credential is refused. Call getSpaces to tell the last one apart.{refused.AccountNeeds}";
        }

        return isAlwaysThere
            ? $"v2 answers this way if the credential is refused: what was asked for always exists. {CheckCredential(refused)}"
            : $"v2 answers this way if the credential is refused, if the item does not exist, or if the account may not see it. Call getSpaces to tell them apart. If that works, check the id.{refused.AccountNeeds} If it fails too, the credential is the cause. {CheckCredential(refused)}";
    }

    public static string GatewayPrefixMissing(Refused refused) => refused.Site.CloudId is { } cloudId
        ? $"The gateway could not find the site: either no site has the cloud id '{cloudId}', or a proxy or a handler of yours removes /ex/confluence/{cloudId} from the path. The cloud id of a site is at https://your-site.atlassian.net/_edge/tenant_info."
        : $"The gateway could not find the site: its address must be {refused.Site.Cloud.GatewayForm}, but the client was created with {refused.Site.Base}.";
}
