using Spectre.Console;

namespace Confluence.Cli.Rendering;

/// <summary>Makes a console for tables that writes where the command writes.</summary>
internal static class TerminalConsole
{
    public static IAnsiConsole Create(TextWriter output, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
