namespace Confluence.Generated.Quotas;

/// <summary>
/// Lets the first requests to a site go out in groups that grow with each answer, so that a crowd that begins all at once learns of a limit from few refusals.
/// Who waits too long for the answers of others goes anyway. After some answers it is over for good. Not safe for threads.
/// </summary>
internal sealed class FirstRequests(TimeProvider timeProvider)
{
    private const int AtOnce = 16;
    private const int Enough = 100;

    /// <summary>How long an answer is waited for before the next one goes.</summary>
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(4);

    private int _places = AtOnce;
    private int _answers;
    private long _turn = long.MinValue;

    /// <summary>Takes a place.</summary>
    /// <returns>How long to wait for it.</returns>
    public TimeSpan Reserve(long now)
    {
        if (_answers >= Enough)
        {
            return TimeSpan.Zero;
        }

        if (_places > 0)
        {
            _places--;
            return TimeSpan.Zero;
        }

        long turn = Math.Max(_turn, now) + (long)(s_step.TotalSeconds * timeProvider.TimestampFrequency);
        _turn = turn;
        return timeProvider.GetElapsedTime(now, turn);
    }

    /// <summary>A request has ended: its place is free, and a success makes one more.</summary>
    public void Answered(bool isRefused)
    {
        _answers++;
        _places += isRefused ? 1 : 2;
    }
}
