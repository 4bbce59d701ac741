namespace Confluence.Generated.Quotas;

/// <summary>
/// The turns of waiting callers, first come, first served. Turns are numbered, and come up at a rate that may change at any time: a waiting caller is told how long it would wait at the
/// current rate, and asks again. Not thread-safe.
/// </summary>
internal sealed class Turns(TimeProvider timeProvider, int atOnce)
{
    /// <summary>The tolerance for rounding errors in sums of fractions.</summary>
    private const double Tolerance = 1e-6;

    private double _due = atOnce;
    private long _taken;
    private long _seen;

    /// <summary>Whether any caller waits.</summary>
    public bool AreAwaited => _taken > _due + Tolerance;

    /// <summary>Takes the next turn.</summary>
    /// <returns>Its number.</returns>
    public long Take() => ++_taken;

    /// <summary>Returns the turn of a caller that stopped waiting. The next caller gets the last turn in its place.</summary>
    public void GiveBack() => _taken -= AreAwaited ? 1 : 0;

    /// <summary>Advances the turns by the time that passed. Turns that no caller takes are not saved up.</summary>
    /// <param name="now">The time stamp.</param>
    /// <param name="rate">How many turns come up per second.</param>
    public void MoveTo(long now, double rate)
    {
        double passed = timeProvider.GetElapsedTime(_seen, now).TotalSeconds;
        _seen = now;
        _due = Math.Max(_due, double.IsPositiveInfinity(rate) ? _taken + 1 : Math.Min(_due + (rate * Math.Max(passed, 0)), _taken + 1));
    }

    /// <summary>Lets turns come up immediately.</summary>
    public void Grant(int count) => _due += count;

    /// <summary>Discards the turns that were saved up.</summary>
    public void Forfeit() => _due = Math.Min(_due, _taken + 1);

    /// <summary>Makes all waiting callers take another turn.</summary>
    public void Clear() => _due = _taken + 1;

    /// <summary>Gets the time until a turn comes up at a rate.</summary>
    public TimeSpan Until(long turn, double rate)
    {
        double left = turn - _due;
        return left <= Tolerance ? TimeSpan.Zero : TimeSpan.FromSeconds(left / rate);
    }
}
