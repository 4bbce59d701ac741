using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Doctor;

/// <summary>Looks at the environment variables one by one, before anything is sent.</summary>
internal static class SettingsCheck
{
    private const string TokenPage = "https://id.atlassian.com/manage-profile/security/api-tokens";

    /// <summary>Checks the variables.</summary>
    /// <param name="variable">How they are read.</param>
    /// <param name="report">Where the findings go.</param>
    /// <returns>The settings; null when one of the variables cannot be used.</returns>
    public static TokenSettings? Run(Func<string, string?> variable, DoctorReport report)
    {
        string site = variable(SourceSettingsReader.SiteVariable) ?? "";
        string email = variable(SourceSettingsReader.EmailVariable) ?? "";
        string token = variable(SourceSettingsReader.TokenVariable) ?? "";

        ConfluenceSite? parsed = null;
        Finding siteFinding = Missing(SourceSettingsReader.SiteVariable, site, "your-company.atlassian.net", "It is what stands in the browser before /wiki. To sign in once and for all instead, run confluence auth login; to try the tool without a site, pass --sandbox.")
            ?? Quoted(SourceSettingsReader.SiteVariable, site)
            ?? Try(SourceSettingsReader.SiteVariable, () => parsed = ConfluenceSite.Parse(site), () => parsed?.ToString() ?? "", "Set it to the name of the site, such as your-company.");
        Finding emailFinding = Missing(SourceSettingsReader.EmailVariable, email, "you@example.com", "It is the address of the Atlassian account that made the token.")
            ?? Quoted(SourceSettingsReader.EmailVariable, email)
            ?? Try(SourceSettingsReader.EmailVariable, () => _ = new ApiTokenCredential(email, "x"), () => email, "Set it to the address of the Atlassian account that made the token.");
        Finding tokenFinding = Missing(SourceSettingsReader.TokenVariable, token, "...", $"Make a token at {TokenPage}.")
            ?? Quoted(SourceSettingsReader.TokenVariable, token)
            ?? HeaderWord(token)
            ?? Try(SourceSettingsReader.TokenVariable, () => _ = new ApiTokenCredential("a@example.com", token), () => "set; it is never shown", $"Copy it again; a new one is made at {TokenPage}.");

        Finding[] findings = [siteFinding, emailFinding, tokenFinding];
        foreach (Finding finding in findings)
        {
            report.Add(finding);
        }

        return parsed is not null && findings.All(static finding => finding.Outcome == Outcome.Ok)
            ? new TokenSettings(parsed, new ApiTokenCredential(email, token))
            : null;
    }

    private static Finding? Missing(string name, string value, string example, string where) => string.IsNullOrWhiteSpace(value)
        ? Finding.Failed(name, "not set", $"Set it: export {name}={example} (in PowerShell: $env:{name} = \"{example}\"). {where}")
        : null;

    // The value is in none of these texts, since it may be the token.
    private static Finding? Quoted(string name, string value) => Quotes.Surround(value) ? Finding.Failed(name, Quotes.Problem, Quotes.Remedy) : null;

    private static Finding? HeaderWord(string token) =>
        token.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Finding.Failed(
            SourceSettingsReader.TokenVariable,
            "it begins with the word of a header",
            "Set it to the token alone, without Basic or Bearer.")
        : null;

    private static Finding Try(string name, Action make, Func<string> found, string remedy)
    {
        try
        {
            make();
            return Finding.Ok(name, found());
        }
        catch (ArgumentException exception)
        {
            return Finding.Failed(name, SourceSettingsReader.MessageOf(exception), remedy);
        }
    }
}
