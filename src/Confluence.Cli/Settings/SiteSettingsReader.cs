using Confluence.Cli.Kept;
using Confluence.Generated;

namespace Confluence.Cli.Settings;

/// <summary>
/// Puts the settings of a site together from variables and from what <c>confluence auth login</c> keeps. Variables win: the site by itself, e-mail address and token only together, since
/// one of them without the other proves nothing.
/// </summary>
internal static class SiteSettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="UsageException">They name no site, only part of the settings, or what cannot be.</exception>
    public static SiteSettings Read(Func<string, string?> variable)
    {
        string[] present = SourceSettingsReader.Present(variable);
        if (present.Length == SourceSettingsReader.Variables.Count)
        {
            RefuseQuotes(variable, present);
            return new TokenSettings(Site(variable), Token(variable));
        }

        (SignInFolder Folder, KeptSignIn SignIn)? kept = Kept(variable);
        if (kept is not { } found)
        {
            throw new UsageException(present.Length == 0
                ? $"No site to read: run confluence auth login, or set {SourceSettingsReader.List([.. SourceSettingsReader.Variables])}, to read a real site, or pass --sandbox to read an invented one."
                : $"{Missing(present, [.. SourceSettingsReader.Variables])} Set all three to read a real site, or pass --sandbox to read an invented one.");
        }

        RefuseQuotes(variable, present);
        ConfluenceSite? site = present.Contains(SourceSettingsReader.SiteVariable) ? Site(variable) : null;
        string[] credential = [.. present.Where(static name => name != SourceSettingsReader.SiteVariable)];
        return credential.Length switch
        {
            0 => Read(found.Folder, found.SignIn, site, variable),
            1 => throw new UsageException(
                $"{Missing(credential, [SourceSettingsReader.EmailVariable, SourceSettingsReader.TokenVariable])} They belong together: set both, or neither to use the sign-in that is kept in {found.Folder.Path}."),
            _ => new TokenSettings(site ?? KeptSite(found.Folder, found.SignIn), Token(variable)),
        };
    }

    /// <summary>Reads what is kept.</summary>
    /// <returns>The folder and the sign-in; null when there is none.</returns>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static (SignInFolder Folder, KeptSignIn SignIn)? Kept(Func<string, string?> variable)
    {
        if (SignInFolder.Of(variable) is not { } folder)
        {
            return null;
        }

        try
        {
            return folder.Read() is { } signIn ? (folder, signIn) : null;
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The sign-in cannot be read: {exception.Message.TrimEnd('.')}. Check the owner and the permissions of {folder.SettingsFile}.");
        }
    }

    private static SiteSettings Read(SignInFolder folder, KeptSignIn signIn, ConfluenceSite? site, Func<string, string?> variable)
    {
        if (signIn.App is { } app)
        {
            OAuthAddresses addresses = OAuthAddresses.Read(variable);
            return new ConsentSettings(site ?? Usable(folder, () => ConfluenceSite.Parse(signIn.Site).AtGateway(app.CloudId, addresses.Gateway)), app, folder, addresses);
        }

        KeptToken token = signIn.ApiToken ?? throw new InvalidOperationException("A kept sign-in has neither an API token nor an app, although it was read.");
        return new TokenSettings(site ?? KeptSite(folder, signIn), Usable(folder, () => new ApiTokenCredential(token.Email, token.Token) { ExpiresAt = token.ExpiresAt }));
    }

    private static ConfluenceSite KeptSite(SignInFolder folder, KeptSignIn signIn) => Usable(folder, () => ConfluenceSite.Parse(signIn.Site));

    private static T Usable<T>(SignInFolder folder, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"What is kept in {folder.SettingsFile} cannot be used: {SourceSettingsReader.MessageOf(exception)} Sign in again (confluence auth login).");
        }
    }

    private static string Missing(string[] present, string[] all)
    {
        string[] missing = [.. all.Except(present)];
        return $"{SourceSettingsReader.List(missing)} {(missing.Length == 1 ? "is" : "are")} missing; {SourceSettingsReader.List(present)} {(present.Length == 1 ? "is" : "are")} set.";
    }

    private static void RefuseQuotes(Func<string, string?> variable, string[] names)
    {
        foreach (string name in names)
        {
            if (Quotes.Surround(variable(name) ?? ""))
            {
                throw new UsageException($"{name}: {Quotes.Problem}. {Quotes.Remedy}");
            }
        }
    }

    private static ConfluenceSite Site(Func<string, string?> variable) =>
        Checked(SourceSettingsReader.SiteVariable, () => ConfluenceSite.Parse(variable(SourceSettingsReader.SiteVariable) ?? ""));

    private static ApiTokenCredential Token(Func<string, string?> variable) => Checked(
        $"{SourceSettingsReader.EmailVariable} or {SourceSettingsReader.TokenVariable}",
        () => new ApiTokenCredential(variable(SourceSettingsReader.EmailVariable) ?? "", variable(SourceSettingsReader.TokenVariable) ?? ""));

    private static T Checked<T>(string variables, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            string named = exception.ParamName switch { "email" => SourceSettingsReader.EmailVariable, "token" => SourceSettingsReader.TokenVariable, _ => variables };
            throw new UsageException($"{named}: {SourceSettingsReader.MessageOf(exception)}");
        }
    }
}
