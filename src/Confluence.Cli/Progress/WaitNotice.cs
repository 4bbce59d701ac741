using System.Globalization;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;
using Confluence.Generated;

namespace Confluence.Cli.Progress;

/// <summary>
/// Tells of waits while they last, so that nobody takes a command that waits for one that hangs: on the progress line of a terminal, elsewhere by
/// a line once in a while. Safe to use from several calls at once.
/// </summary>
/// <param name="environment">The world around the tool.</param>
/// <param name="progress">The line of the terminal.</param>
/// <param name="tellsAll">Whether each wait is a line, however short.</param>
internal sealed class WaitNotice(CliEnvironment environment, ProgressLine progress, bool tellsAll)
{
    private static readonly TimeSpan s_shortestShown = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_shortestTold = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _lastTold = DateTimeOffset.MinValue;
    private DateTimeOffset _lastEnd = DateTimeOffset.MinValue;

    /// <summary>Tells of a wait that begins now.</summary>
    public void Tell(ConfluenceWait wait)
    {
        DateTimeOffset now = environment.Clock.GetUtcNow();
        DateTimeOffset end = now + wait.Delay;
        string text = Text(wait, end);
        if (tellsAll)
        {
            progress.WriteBeside(() => environment.Error.WriteLine($"{text} ({wait.Operation.Id}, after attempt {wait.Attempt.ToString(CultureInfo.InvariantCulture)})"));
        }

        if (environment.ErrorIsTerminal)
        {
            if (wait.Delay >= s_shortestShown)
            {
                progress.Wait(text, end);
            }
        }
        else if (!tellsAll && wait.Delay >= s_shortestTold && IsNews(now, end))
        {
            progress.WriteBeside(() => environment.Error.WriteLine($"{ToolVersion.Name}: {text}."));
        }
    }

    private string Text(ConfluenceWait wait, DateTimeOffset end)
    {
        string reason = SafeText.Of(wait.Reason).Replace("status ", "", StringComparison.Ordinal);
        string until = TimeZoneInfo.ConvertTime(end, environment.Clock.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return wait.IsAskedByServer
            ? $"The site asked to wait ({reason}): {Duration.Text(wait.Delay)}, until {until}"
            : $"Waiting before the next attempt ({reason}): {Duration.Text(wait.Delay)}, until {until}";
    }

    /// <summary>At most one line a minute, unless a wait ends much later than the last one that was told.</summary>
    private bool IsNews(DateTimeOffset now, DateTimeOffset end)
    {
        lock (_gate)
        {
            if (_lastTold != DateTimeOffset.MinValue && now - _lastTold < s_interval && end - _lastEnd < s_interval)
            {
                return false;
            }

            (_lastTold, _lastEnd) = (now, end);
            return true;
        }
    }
}
