using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Progress;

/// <summary>
/// Shows on one line of a terminal how far a long command is, and what it waits for. Elsewhere it shows nothing. Safe to use from several walks at once.
/// </summary>
internal sealed class ProgressLine(CliEnvironment environment)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long? _lastShown;
    private int _length;
    private string _progress = "";
    private string _wait = "";
    private DateTimeOffset _waitEnds = DateTimeOffset.MinValue;

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
            _progress = text();
            ShowAll();
        }
    }

    /// <summary>Shows a wait before the progress until it has passed. Of several at once, the one that ends last is shown.</summary>
    /// <param name="text">What is waited for.</param>
    /// <param name="end">When it has passed.</param>
    public void Wait(string text, DateTimeOffset end)
    {
        if (!environment.ErrorIsTerminal)
        {
            return;
        }

        lock (_gate)
        {
            if (end > _waitEnds)
            {
                (_wait, _waitEnds) = (text, end);
                ShowAll();
            }
        }
    }

    /// <summary>Begins the next part of the work, whose first text is shown at once.</summary>
    public void BeginPart()
    {
        lock (_gate)
        {
            _lastShown = null;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _progress = "";
            TakeAway();
        }
    }

    /// <summary>Writes something else to the terminal: the line is away meanwhile, and nothing of it comes in between.</summary>
    public void WriteBeside(Action write)
    {
        lock (_gate)
        {
            TakeAway();
            write();
        }
    }

    /// <summary>Writes results: beside the line where both are on one terminal, straight away elsewhere.</summary>
    public void WriteIfShared(Action write)
    {
        if (environment is { ErrorIsTerminal: true, OutputIsTerminal: true })
        {
            WriteBeside(write);
        }
        else
        {
            write();
        }
    }

    private void ShowAll() => Show(
        environment.Clock.GetUtcNow() >= _waitEnds ? _progress
        : _progress.Length == 0 ? _wait
        : $"{_wait}; {_progress}");

    private void TakeAway()
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
