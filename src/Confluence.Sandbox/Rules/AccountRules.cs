namespace Confluence.Sandbox.Rules;

/// <summary>What the account may not read by the options, as rules; those of the caller come first.</summary>
internal static class AccountRules
{
    public static IEnumerable<SandboxRule> Of(SandboxOptions options)
    {
        if (!options.AnalyticsPermitted)
        {
            yield return new SandboxRule("*", "/wiki/rest/api/analytics/**", SandboxAnswer.AnalyticsRestricted);
        }

        if (!options.Administrator)
        {
            yield return new SandboxRule("*", "/wiki/rest/api/audit/**", SandboxAnswer.AdministratorsOnly);
        }
    }
}
