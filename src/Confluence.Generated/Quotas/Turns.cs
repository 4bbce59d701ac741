namespace Confluence.Generated.Quotas;

/// <summary>
/// The turns of those who wait, first come, first served. Turns are numbered, and come up at a rate that may change at any time: who waits is told how long it would be at the present
/// one, and asks again. Not safe for threads.
/// </summary>
internal sealed class Turns(TimeProvider timeProvider, int atOnce)
{
    /// <summary>Sums of fractions miss whole numbers by less than this.</summary>
    private const double Tolerance = 1e-6;

    private double _due = atOnce;
    private long _taken;
    private long _seen;

    /// <summary>Whether somebody waits.</summary>
    public bool AreAwaited => _taken > _due + Tolerance;

    /// <summary>Takes the next turn.</summary>
    /// <returns>Its number.</returns>
    public long Take() => ++_taken;

    /// <summary>Somebody gave up waiting for a turn. The next who comes has the last one in its place.</summary>
    public void GiveBack() => _taken -= AreAwaited ? 1 : 0;

    /// <summary>Lets turns come up for the time that passed. Turns that nobody takes are not saved up.</summary>
    /// <param name="now">The time stamp.</param>
    /// <param name="rate">How many come up in a second.</param>
    public void MoveTo(long now, double rate)
    {
        double passed = timeProvider.GetElapsedTime(_seen, now).TotalSeconds;
        _seen = now;
        _due = Math.Max(_due, double.IsPositiveInfinity(rate) ? _taken + 1 : Math.Min(_due + (rate * Math.Max(passed, 0)), _taken + 1));
    }

    /// <summary>Lets turns come up at once.</summary>
    public void Grant(int count) => _due += count;

    /// <summary>What was saved up is void.</summary>
    public void Forfeit() => _due = Math.Min(_due, _taken + 1);

    /// <summary>All who wait must take another turn.</summary>
    public void Clear() => _due = _taken + 1;

    /// <summary>How long it is until a turn comes up at a rate.</summary>
    public TimeSpan Until(long turn, double rate)
    {
        double left = turn - _due;
        return left <= Tolerance ? TimeSpan.Zero : TimeSpan.FromSeconds(left / rate);
    }
}
