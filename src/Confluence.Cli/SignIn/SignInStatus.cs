using Confluence.Cli.Connection;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;

namespace Confluence.Cli.SignIn;

/// <summary>One value of a sign-in.</summary>
/// <param name="Name">What it is, as JSON names it.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="Value">The value; never a secret.</param>
/// <param name="Source">The variable or the file that it comes from; null where it follows from the others.</param>
internal sealed record StatusValue(string Name, string Label, string Value, string? Source);

/// <summary>Who the tool is signed in as, and where each value comes from.</summary>
/// <param name="IsSignedIn">Whether commands have what they need. Nothing is sent to find out.</param>
/// <param name="Problem">What is wrong; null for nothing.</param>
/// <param name="Values">The values.</param>
internal sealed record SignInStatus(bool IsSignedIn, string? Problem, IReadOnlyList<StatusValue> Values)
{
    private const string NotShown = "set; it is never shown";

    /// <summary>Looks at variables and at what is kept.</summary>
    public static async Task<SignInStatus> ReadAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        List<StatusValue> values = [];
        try
        {
            SiteSettings settings = SiteSettingsReader.Read(environment.Variable);
            string[] present = SourceSettingsReader.Present(environment.Variable);
            string? file = present.Length == SourceSettingsReader.Variables.Count ? null : SignInFolder.Of(environment.Variable)?.SettingsFile;
            values.Add(new("kind", "Kind", settings is ConsentSettings ? "OAuth app (3LO)" : "API token", null));
            values.Add(new("site", "Site", settings.Address, Source(SourceSettingsReader.SiteVariable)));
            return settings switch
            {
                ConsentSettings consent => await ConsentAsync(consent, values, environment, cancellationToken).ConfigureAwait(false),
                TokenSettings { Token: var token } => OfToken(token, values, environment, Source),
                _ => throw new InvalidOperationException($"The settings {settings.GetType().Name} are of a kind that the status does not know."),
            };

            string? Source(string variable) => present.Contains(variable) ? variable : file;
        }
        catch (UsageException exception)
        {
            return new SignInStatus(false, exception.Message, values);
        }
    }

    private static SignInStatus OfToken(ApiTokenCredential token, List<StatusValue> values, CliEnvironment environment, Func<string, string?> source)
    {
        values.Add(new("account", "Account", token.Email, source(SourceSettingsReader.EmailVariable)));
        values.Add(new("token", "API token", NotShown, source(SourceSettingsReader.TokenVariable)));
        values.Add(new("ends", "Ends", token.ExpiresAt is { } end ? TimeText.Iso(end) ?? "" : "not stated", token.ExpiresAt is null ? null : source(SourceSettingsReader.TokenVariable)));
        return token.ExpiresAt <= environment.Clock.GetUtcNow()
            ? new SignInStatus(false, "The API token has ended, as it was stated at the sign-in. Make a new one, and sign in with it (confluence auth login --token-stdin).", values)
            : new SignInStatus(true, null, values);
    }

    private static async Task<SignInStatus> ConsentAsync(ConsentSettings settings, List<StatusValue> values, CliEnvironment environment, CancellationToken cancellationToken)
    {
        values.Add(new("app", "App", settings.App.ClientId, settings.Folder.SettingsFile));
        values.Add(new("client_secret", "Client secret", NotShown, settings.Folder.SettingsFile));
        OAuthTokens tokens = await KeptTokens.CheckAsync(settings.Folder, cancellationToken).ConfigureAwait(false);
        bool isRenewed = tokens.RefreshToken is not null;
        values.Add(new("ends", "Access token until", $"{TimeText.Iso(tokens.ExpiresAt)}", settings.Folder.TokensFile));
        values.Add(new("renewal", "Renewal", isRenewed ? "by itself, with a refresh token" : "none: there is no refresh token", settings.Folder.TokensFile));
        values.Add(new("scopes", "Scopes", string.Join(' ', tokens.Scopes), settings.Folder.TokensFile));
        return !isRenewed && tokens.ExpiresAt <= environment.Clock.GetUtcNow()
            ? new SignInStatus(false, "The access token has ended, and there is no refresh token. Sign in again (confluence auth login --oauth).", values)
            : new SignInStatus(true, null, values);
    }
}
