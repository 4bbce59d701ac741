namespace Confluence.Generated.Quotas;

/// <summary>Tracks the best rate of the last 30 to 60 seconds. Not thread-safe.</summary>
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
