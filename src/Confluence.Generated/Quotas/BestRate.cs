namespace Confluence.Generated.Quotas;

/// <summary>Remembers the best rate of the last half minute to minute. Not safe for threads.</summary>
internal sealed class BestRate(TimeProvider timeProvider)
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(30);

    private double _present;
    private double _before;
    private long? _since;

    public void Saw(double rate, long now)
    {
        Turn(now);
        _present = Math.Max(_present, rate);
    }

    public double Of(long now)
    {
        Turn(now);
        return Math.Max(_present, _before);
    }

    private void Turn(long now)
    {
        _since ??= now;
        TimeSpan passed = timeProvider.GetElapsedTime(_since.Value, now);
        if (passed < s_period)
        {
            return;
        }

        _before = passed < 2 * s_period ? _present : 0;
        _present = 0;
        _since = now;
    }
}
