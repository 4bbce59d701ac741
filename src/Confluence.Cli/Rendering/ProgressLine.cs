namespace Confluence.Cli.Rendering;

/// <summary>Shows on one line of a terminal how far a long command is. Elsewhere it shows nothing. Safe to use from several walks at once.</summary>
internal sealed class ProgressLine(CliEnvironment environment)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long? _lastShown;
    private int _length;

    /// <summary>Shows a text, unless the last one was shown a moment ago.</summary>
    public void Report(Func<string> text)
    {
        if (!environment.ErrorIsTerminal)
        {
            return;
        }

        lock (_gate)
        {
            if (_lastShown is long last && environment.Clock.GetElapsedTime(last) < s_interval)
            {
                return;
            }

            _lastShown = environment.Clock.GetTimestamp();
            Show(text());
        }
    }

    /// <summary>Begins the next part of the work, whose first text is shown at once.</summary>
    public void BeginPart() => _lastShown = null;

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            // Ctrl-C leaves its mark, ^C, behind the text.
            _length = Math.Min(_length + 2, environment.Width - 1);
            Show("");
            environment.Error.Write('\r');
            environment.Error.Flush();
        }
    }

    private void Show(string text)
    {
        // A line longer than the terminal would wrap, and the next one could not overwrite it.
        string shown = text.Length < environment.Width ? text : text[..Math.Max(0, environment.Width - 1)];
        environment.Error.Write($"\r{shown.PadRight(_length)}");
        environment.Error.Flush();
        _length = shown.Length;
    }
}
