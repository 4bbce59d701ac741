namespace Confluence.Sandbox;

/// <summary>Refuses apps that no authorization server could serve, with a message that names the app by its place and never its secret.</summary>
internal static class AppRange
{
    public static void Require(IList<SandboxApp> apps)
    {
        HashSet<string> clientIds = [];
        for (int index = 0; index < apps.Count; index++)
        {
            string place = $"{nameof(SandboxOptions)}.{nameof(SandboxOptions.Apps)}[{index}]";
            if (apps[index] is null)
            {
                throw new ArgumentException($"{place} is null. Give an app, or leave it out.");
            }

            if (!clientIds.Add(apps[index].ClientId))
            {
                throw new ArgumentException($"{place} has the client id of another app. Give each a client id of its own: it tells them apart.");
            }

            Require(apps[index], place);
        }
    }

    private static void Require(SandboxApp app, string place)
    {
        OptionRange.Require(nameof(app.AccessTokenLifetime), app.AccessTokenLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(365), place);
        OptionRange.Require(nameof(app.RefreshTokenIdleLifetime), app.RefreshTokenIdleLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(3_650), place);
        if (!Enum.IsDefined(app.Consent))
        {
            throw new ArgumentException($"{place}.{nameof(app.Consent)} is {app.Consent}. Give one of {string.Join(", ", Enum.GetNames<SandboxConsent>())}.");
        }

        if (app.RedirectUris.Any(static address => address is not { IsAbsoluteUri: true, Fragment: "" }))
        {
            throw new ArgumentException($"{place}.{nameof(app.RedirectUris)} holds something else than an absolute address without a fragment. Give one such as http://127.0.0.1/callback.");
        }

        if (app.Scopes.Any(static scope => string.IsNullOrEmpty(scope) || scope.Any(char.IsWhiteSpace)))
        {
            throw new ArgumentException($"{place}.{nameof(app.Scopes)} holds a text that is empty or has a space. Give each scope as a text of its own, such as read:page:confluence.");
        }

        if (app.FurtherSites.Any(static site => site is not { CloudId.Length: > 0, Name: not null, Url.IsAbsoluteUri: true }))
        {
            throw new ArgumentException($"{place}.{nameof(app.FurtherSites)} holds a site without an id, a name or an absolute address. Give all three.");
        }
    }
}
