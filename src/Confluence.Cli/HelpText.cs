using System.CommandLine.Help;
using Confluence.Cli.Settings;

namespace Confluence.Cli;

/// <summary>Adds to the help what the commands have in common: environment variables and exit codes.</summary>
internal static class HelpText
{
    private static readonly TwoColumnHelpRow[] s_variables =
    [
        new(SourceSettingsReader.SiteVariable, "The site: your-company, https://your-company.atlassian.net or the address of the gateway."),
        new(SourceSettingsReader.EmailVariable, "The e-mail address of the account that the token belongs to."),
        new(SourceSettingsReader.TokenVariable, "An API token of that account."),
    ];

    private static readonly TwoColumnHelpRow[] s_exitCodes =
    [
        new("0", "Done."),
        new("1", "The site refused or failed, or a file could not be written. The message says why."),
        new("2", "The command line, the settings or the folder need a change. The message says which."),
        new("130", "Ended by Ctrl-C. No half-written file stays."),
    ];

    /// <summary>Makes the writer of the help.</summary>
    /// <param name="width">The number of columns to fill.</param>
    public static HelpBuilder CreateBuilder(int width)
    {
        HelpBuilder builder = new(width);
        builder.CustomizeLayout(_ =>
        [
            .. HelpBuilder.Default.GetLayout(),
            context => Section(context, "Environment (all three, or --sandbox):", s_variables),
            context => Section(context, "Exit codes:", s_exitCodes),
        ]);
        return builder;
    }

    private static bool Section(HelpContext context, string title, TwoColumnHelpRow[] rows)
    {
        context.Output.WriteLine(title);
        context.HelpBuilder.WriteColumns(rows, context);
        return true;
    }
}
