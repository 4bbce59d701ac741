using Confluence.Cli.Connection;
using Confluence.Cli.Kept;
using Confluence.Cli.Progress;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Cli.SignIn;

/// <summary>Signs in with an API token: tries it with one call, and keeps it.</summary>
internal sealed class TokenLogin(SignInFolder folder, RequestSettings requests, CliEnvironment environment)
{
    /// <summary>Tries the token and keeps it.</summary>
    /// <exception cref="ConfluenceException">The site refused the token or cannot be reached; nothing was kept.</exception>
    public async Task RunAsync(ConfluenceSite site, ApiTokenCredential credential, string token, CancellationToken cancellationToken)
    {
        string who = await TryAsync(new TokenSettings(site, credential), cancellationToken).ConfigureAwait(false);
        KeptSignIn signIn = new()
        {
            Version = KeptSignIn.CurrentVersion,
            Site = site.ToString(),
            SignedInAt = environment.Clock.GetUtcNow(),
            ApiToken = new KeptToken { Email = credential.Email, Token = token, ExpiresAt = credential.ExpiresAt },
        };
        await folder.KeepAsync(signIn, tokens: null, cancellationToken).ConfigureAwait(false);
        environment.Output.WriteLine($"Signed in to {site} as {SafeText.Of(who)}. Site, e-mail address and API token are kept in {folder.SettingsFile}, not encrypted, for you alone to read.");
    }

    private async Task<string> TryAsync(TokenSettings settings, CancellationToken cancellationToken)
    {
        SourceConnection connection = await SourceConnection.OpenAsync(
            settings, requests, Patience.Doctor.With(requests), environment, new ProgressLine(environment), requestsAtOnce: null, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                UserAccount user = await connection.Client.V1.Users.GetCurrentUserAsync(new GetCurrentUserOptions(), cancellationToken).ConfigureAwait(false);
                return user.Type == UserAccountType.Anonymous || user.AccountId is null
                    ? throw new UsageException(
                        $"The site {settings.Site} took the call for one of nobody: it is open to everybody, and took no notice of the token. Check the e-mail address and the token; nothing was kept.")
                    : $"{Shown.Or(user.DisplayName ?? user.PublicName ?? "", "an account without a name")} ({settings.Token.Email})";
            }
            catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.ScopeMissing)
            {
                return settings.Token.Email; // The token is accepted; it may only not ask whose it is.
            }
        }
    }
}
