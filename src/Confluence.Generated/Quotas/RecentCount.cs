namespace Confluence.Generated.Quotas;

/// <summary>Counts the events of the last second, in tenths of a second. Not thread-safe.</summary>
internal sealed class RecentCount(TimeProvider timeProvider)
{
    private const int Parts = 10;

    private readonly int[] _counts = new int[Parts];
    private readonly long _length = Math.Max(timeProvider.TimestampFrequency / Parts, 1);
    private long? _first;
    private long _begin;
    private int _place;
    private int _sum;

    /// <summary>Counts an event.</summary>
    /// <returns>Whether the event is the first in its tenth of a second.</returns>
    public bool Add(long now)
    {
        MoveTo(now);
        _first ??= now;
        _sum++;
        return _counts[_place]++ == 0;
    }

    /// <summary>How many events there were in the last second.</summary>
    public double PerSecond(long now)
    {
        MoveTo(now);
        return _sum;
    }

    /// <summary>How many events a full second would have had, if counting began less than a second ago.</summary>
    public double Projected(long now)
    {
        double count = PerSecond(now);
        double seconds = _first is { } first ? timeProvider.GetElapsedTime(first, now).TotalSeconds : 1;
        return count / Math.Clamp(seconds, 1.0 / Parts, 1);
    }

    private void MoveTo(long now)
    {
        if (_first is null)
        {
            _begin = now;
        }

        if (now - _begin < _length)
        {
            return;
        }

        long parts = (now - _begin) / _length;
        _begin += parts * _length;
        for (long part = 0; part < Math.Min(parts, Parts); part++)
        {
            _place = (_place + 1) % Parts;
            _sum -= _counts[_place];
            _counts[_place] = 0;
        }
    }
}
