using Confluence.Cli.Settings;
using Confluence.Cli.Texts;
using Confluence.Generated;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Cli.Doctor;

/// <summary>Asks who is calling: whether the credential is accepted, of which kind it is, and to whom it belongs.</summary>
internal sealed class CredentialCheck(ConfluenceClient client, SourceSettings settings, string? cloudId, MissingScopes scopes, DoctorReport report)
{
    private const string What = "Credential";
    private const string CheckPair =
        $"Check that the token was made by the account of {SourceSettingsReader.EmailVariable}, that it is copied whole, and that it has not expired or been revoked "
        + "(https://id.atlassian.com/manage-profile/security/api-tokens). If both are right, the account has no access to Confluence on this site: open it in a browser with that account.";

    private const string CheckConsent =
        "The consent may have been revoked, or the account has lost its access to Confluence on this site. Sign in again (confluence auth login --oauth); if that does not help, open the site in a browser with that account.";

    private string CheckBoth => settings is ConsentSettings ? CheckConsent : CheckPair;

    /// <summary>Runs the check.</summary>
    /// <returns>Whether the credential is accepted, so that it makes sense to go on.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            UserAccount user = await client.V1.Users.GetCurrentUserAsync(new GetCurrentUserOptions(), cancellationToken).ConfigureAwait(false);
            if (user.Type == UserAccountType.Anonymous || user.AccountId is null)
            {
                report.Add(Finding.Failed(What, "the site took the call for one of nobody", $"The site is open to everybody, and took no notice of the credential. {CheckBoth}"));
                return false;
            }

            report.Add(Finding.Ok(What, $"accepted; {Kind}"));
            report.Add(Finding.Ok("Who am I", $"{Shown.Or(user.DisplayName ?? user.PublicName ?? "", "without a name")}, account id {user.AccountId}"));
            report.Add(Email(user));
            return true;
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.ScopeMissing)
        {
            scopes.Note(error);
            report.Add(Finding.Ok(What, "accepted; a token with scopes, since one of them is missing"));
            report.Add(Finding.Warning(
                "Who am I",
                $"not told: the token lacks the scope {string.Join(" or ", error.Scopes)}",
                "Needed to check the e-mail address only; no other command needs it."));
            return true;
        }
        catch (ConfluenceException error)
        {
            report.Add(Refused(error));
            return false;
        }
    }

    private string Kind => settings switch
    {
        SandboxSettings => "that of the sandbox",
        ConsentSettings => "tokens of an OAuth app; whether it has enough scopes shows below",
        _ when client.Site.IsGateway => "whether the token has scopes, and enough of them, shows below",
        _ => "an API token without scopes, since it works at the site",
    };

    private Finding Refused(ConfluenceException error) => error switch
    {
        ConfluenceApiException { Kind: var kind } when kind == ConfluenceErrorKind.ScopedTokenAtSite => Finding.Failed(
            What,
            "refused at the site (401), as tokens with scopes, of service accounts and of OAuth are",
            $"Such tokens work at the gateway only: set {SourceSettingsReader.SiteVariable}=https://api.atlassian.com/ex/confluence/{cloudId ?? "{cloudId}"}. "
            + $"If the token was made without scopes, it is wrong instead. {CheckBoth}"),
        ConfluenceApiException { Kind: var kind, StatusCode: var status } when kind == ConfluenceErrorKind.CredentialRejected => Finding.Failed(
            What, FormattableString.Invariant($"refused: e-mail address and token do not belong together, or the account may not use Confluence ({(int)status})"), CheckBoth),
        ConfluenceApiException { Kind: var kind, StatusCode: var status } when kind == ConfluenceErrorKind.Unauthenticated => Finding.Failed(
            What,
            FormattableString.Invariant($"refused ({(int)status})"),
            client.Site.IsGateway
                ? $"{CheckBoth} Check also that the cloud id in {SourceSettingsReader.SiteVariable} is that of your site: it stands at https://your-company.atlassian.net/_edge/tenant_info."
                : CheckBoth),
        ConfluenceApiException { Kind: var kind } when kind == ConfluenceErrorKind.NotFound || kind == ConfluenceErrorKind.GatewayPrefixMissing || kind == ConfluenceErrorKind.RouteNotFound => Finding.Failed(
            What,
            "the address leads to no Confluence site (404)",
            client.Site.IsGateway
                ? $"Check the cloud id in {SourceSettingsReader.SiteVariable}: it stands at https://your-company.atlassian.net/_edge/tenant_info."
                : $"Check {SourceSettingsReader.SiteVariable}, and that the site has Confluence and not only Jira: {client.Site.WebBase} must open in a browser."),
        ConfluenceResponseException response when ReachCheck.IsWebPage(response.Excerpt) => ReachCheck.WebPage(What, client.Site.BaseAddress.Host),
        _ => Finding.Failed(What, ToolWords.Of(error.Message), "See what the message says. If it passes, run this command again."),
    };

    private Finding Email(UserAccount user)
    {
        if (settings is not TokenSettings { Token.Email: var email })
        {
            return settings is ConsentSettings
                ? Finding.Ok("E-mail", "that of the person who consented")
                : Finding.Ok("E-mail", "that of the sandbox");
        }

        return string.IsNullOrEmpty(user.Email) ? Finding.Ok("E-mail", "the account hides its address, so it cannot be compared")
            : string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase) ? Finding.Ok("E-mail", "it is that of the account")
            : Finding.Warning(
                "E-mail", $"the account has another address, {user.Email}", $"Set {SourceSettingsReader.EmailVariable} to it: the address that the token was made with may stop working.");
    }
}
