using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.Texts;

namespace Confluence.Cli;

/// <summary>Writes the help of a command and, below it, what all commands have in common: environment variables and exit codes.</summary>
internal sealed class HelpText(HelpAction help, int width) : SynchronousCommandLineAction
{
    private const int Indent = 2;

    private static readonly (string Name, string Text)[] s_variables =
    [
        (SourceSettingsReader.SiteVariable, "The site: your-company, https://your-company.atlassian.net or the address of the gateway."),
        (SourceSettingsReader.EmailVariable, "The e-mail address of the account that the token belongs to."),
        (SourceSettingsReader.TokenVariable, "An API token of that account."),
        (SignInFolder.FolderVariable, "The folder of what auth login keeps; confluence in the folder for settings of the system if not set. Variables win over what is kept."),
    ];

    private static readonly (string Name, string Text)[] s_exitCodes =
    [
        ("0", "Done: all that was asked for is there, or the reader of the output stopped early, as head does. What the API has no way to give is named as a limit."),
        ("1", "The site was lost, refused or failed, it asked for a longer wait than --max-wait, or a file could not be written: an earlier export stays as it is. Doctor found something wrong. The message says why."),
        ("2", "The command line, the settings or the folder need a change, or there is no such space or group. The message says which."),
        ("4", "Incomplete: all that the site gives is there, and each part that it does not give is named on standard error."),
        ("5", "Audit found something: the report says what."),
        ("130", "Ended by Ctrl-C. No half-written file stays."),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = width;
        int exitCode = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        WriteSection(output, "Environment (all three, a sign-in by confluence auth login, or --sandbox):", s_variables);
        output.WriteLine();
        WriteSection(output, "Exit codes:", s_exitCodes);
        return exitCode;
    }

    private void WriteSection(TextWriter output, string title, (string Name, string Text)[] rows)
    {
        output.WriteLine(title);
        int column = Indent + rows.Max(row => row.Name.Length) + Indent;
        foreach ((string name, string text) in rows)
        {
            string start = new string(' ', Indent) + name;
            foreach (string line in TextWrap.Lines(text, Math.Max(20, width - column - 1)))
            {
                output.WriteLine(start.PadRight(column) + line);
                start = "";
            }
        }
    }
}
