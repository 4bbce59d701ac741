using Spectre.Console;

namespace Confluence.Cli.Rendering;

/// <summary>Makes a console for tables that writes where the command writes.</summary>
internal static class TerminalConsole
{
    /// <summary>Makes a console.</summary>
    /// <param name="output">Where it writes.</param>
    /// <param name="width">Its width in columns.</param>
    /// <param name="ansi">Whether it may write escape sequences; by default that is found out.</param>
    public static IAnsiConsole Create(TextWriter output, int width, AnsiSupport ansi = AnsiSupport.Detect)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
