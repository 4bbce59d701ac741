using Confluence.Cli.Settings;
using Confluence.Cli.SignIn;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Doctor;

/// <summary>Looks at what <c>auth login</c> keeps, and at the variables that win over it, before anything is sent.</summary>
internal static class SignInCheck
{
    /// <summary>Whether a sign-in counts: it is kept, well or badly, and variables do not say everything.</summary>
    public static bool Counts(Func<string, string?> variable)
    {
        try
        {
            return SourceSettingsReader.Present(variable).Length < SourceSettingsReader.Variables.Count && SiteSettingsReader.Kept(variable) is not null;
        }
        catch (UsageException)
        {
            return true; // The check tells why.
        }
    }

    /// <summary>Runs the check.</summary>
    /// <returns>The settings; null when they cannot be used.</returns>
    public static async Task<SiteSettings?> RunAsync(CliEnvironment environment, DoctorReport report, CancellationToken cancellationToken)
    {
        SignInStatus status = await SignInStatus.ReadAsync(environment, cancellationToken).ConfigureAwait(false);
        foreach (StatusValue value in status.Values)
        {
            report.Add(Finding.Ok(value.Label, value.Source is null ? value.Value : $"{value.Value}; from {value.Source}"));
        }

        if (status.Problem is { } problem)
        {
            report.Add(Finding.Failed("Sign-in", problem, $"{SourceSettingsReader.List([.. SourceSettingsReader.Variables])} can be set instead: they win over what is kept."));
        }

        return status.IsSignedIn ? SiteSettingsReader.Read(environment.Variable) : null;
    }
}
