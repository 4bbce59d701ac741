namespace Confluence.Generated.Quotas;

/// <summary>Counts what succeeded within the last second, in tenths of it. Not safe for threads.</summary>
internal sealed class SuccessRate(TimeProvider timeProvider)
{
    private const int Parts = 10;

    private readonly int[] _counts = new int[Parts];
    private readonly long _length = Math.Max(timeProvider.TimestampFrequency / Parts, 1);
    private long _newest = long.MinValue;

    public void Add(long now)
    {
        MoveTo(now);
        _counts[_newest % Parts]++;
    }

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

    private void MoveTo(long now)
    {
        long part = now / _length;
        if (part <= _newest)
        {
            return;
        }

        if (part - Math.Max(_newest, 0) >= Parts)
        {
            Array.Clear(_counts);
        }
        else
        {
            for (long empty = _newest + 1; empty <= part; empty++)
            {
                _counts[empty % Parts] = 0;
            }
        }

        _newest = part;
    }
}
