namespace Confluence.Generated.Quotas;

/// <summary>Counts what happened within the last second, in tenths of it. Not safe for threads.</summary>
internal sealed class RecentCount(TimeProvider timeProvider)
{
    private const int Parts = 10;

    private readonly int[] _counts = new int[Parts];
    private readonly long _length = Math.Max(timeProvider.TimestampFrequency / Parts, 1);
    private long? _newest;
    private long? _first;

    public void Add(long now)
    {
        MoveTo(now);
        _first ??= now;
        _counts[Place(_newest.GetValueOrDefault())]++;
    }

    /// <summary>How many there were within the last second.</summary>
    public double PerSecond(long now)
    {
        MoveTo(now);
        int sum = 0;
        foreach (int count in _counts)
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>How many there would have been, where that is not a second old yet.</summary>
    public double Projected(long now)
    {
        double count = PerSecond(now);
        double seconds = _first is { } first ? timeProvider.GetElapsedTime(first, now).TotalSeconds : 1;
        return count / Math.Clamp(seconds, 1.0 / Parts, 1);
    }

    /// <summary>The place of a tenth of a second. Clocks may begin anywhere, before zero too.</summary>
    private static int Place(long part) => (int)(((part % Parts) + Parts) % Parts);

    private void MoveTo(long now)
    {
        long part = now / _length;
        if (_newest is not { } newest)
        {
            _newest = part;
            return;
        }

        if (part <= newest)
        {
            return;
        }

        if (part - newest >= Parts)
        {
            Array.Clear(_counts);
        }
        else
        {
            for (long empty = newest + 1; empty <= part; empty++)
            {
                _counts[Place(empty)] = 0;
            }
        }

        _newest = part;
    }
}
