namespace Confluence.Sandbox.Content;

/// <summary>Dates of made-up content: counted from a fixed day, so that they are the same on every day the sandbox runs.</summary>
internal static class Dates
{
    /// <summary>The day on which the life of the site begins.</summary>
    public static readonly DateTimeOffset Epoch = new(2024, 1, 8, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Gives a moment within so many days after <paramref name="start"/>; one in eight falls on a whole second.</summary>
    public static DateTimeOffset At(Draw draw, DateTimeOffset start, int days, int index = 0)
    {
        int seconds = draw.Below(days * 86_400, Aspect.Date, index);
        int milliseconds = draw.OneIn(8, Aspect.DateMilliseconds, index) ? 0 : 1 + draw.Below(999, Aspect.DateMilliseconds, index + 1_000);
        return start.AddSeconds(seconds).AddMilliseconds(milliseconds);
    }
}
