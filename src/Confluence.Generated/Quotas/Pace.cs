using Confluence.Generated.Errors;

namespace Confluence.Generated.Quotas;

/// <summary>
/// Determines how fast requests follow each other: without a limit until the server refuses one; then at seven tenths of the last rate that it accepted, growing like CUBIC:
/// quickly up to near that rate, slowly around it, and quickly beyond. When answers say that little of a quota is left, the pace makes it last. Not thread-safe.
/// </summary>
internal sealed class Pace(TimeProvider timeProvider)
{
    private const double Decrease = 0.7;
    private const double Growth = 0.4;
    private const double TooSlowToBeTheCause = 0.5;
    private const double FewRefusals = 8;
    private const double SmallShare = 0.25;

    /// <summary>Slowing down must not stop requests entirely.</summary>
    private const double Slowest = 1;

    /// <summary>Anything faster counts as unlimited.</summary>
    private const double Fastest = 500;

    private static readonly TimeSpan s_oncePer = TimeSpan.FromSeconds(1);

    /// <summary>How long a report that little is left stays valid when the server does not say until when. As long as it is true, answers repeat it.</summary>
    private static readonly TimeSpan s_untold = TimeSpan.FromMinutes(1);

    private readonly RecentCount _successes = new(timeProvider);
    private readonly RecentCount _refusals = new(timeProvider);
    private readonly BestRate _best = new(timeProvider);
    private double _limitBefore;
    private double _window;
    private long? _refusedAt;
    private long? _slowedAt;
    private double _nearLimit = double.PositiveInfinity;
    private long _nearUntil;
    private long? _lastRemaining;
    private int _answersSince;

    /// <summary>How many requests may go out per second; infinite if that is practically unlimited.</summary>
    public double Rate(long now)
    {
        double rate = Math.Min(Grown(now), IsNear(now) ? _nearLimit : double.PositiveInfinity);
        return rate > Fastest ? double.PositiveInfinity : rate;
    }

    /// <summary>How long until a quota that is nearly used up is renewed; null if enough is left.</summary>
    public TimeSpan? UntilRenewal(long now) => IsNear(now) ? timeProvider.GetElapsedTime(now, _nearUntil) : null;

    public void Succeeded(long now)
    {
        if (_successes.Add(now))
        {
            _best.Saw(_successes.PerSecond(now), now);
        }
    }

    /// <summary>Records the refusal of a request that was sent at the current pace.</summary>
    /// <param name="now">The time stamp.</param>
    /// <param name="isNamed">Whether the server named a time. It then refers to a quota, which counts all requests of its period, simultaneous or not. Otherwise it may have refused only this request.</param>
    public void Refused(long now, bool isNamed)
    {
        _refusals.Add(now);
        double refusals = _refusals.PerSecond(now);
        if (!isNamed && (refusals < FewRefusals || refusals < (_successes.PerSecond(now) + refusals) * SmallShare))
        {
            return;
        }

        double measured = Math.Max(isNamed ? _successes.PerSecond(now) : _successes.Projected(now), Slowest);
        if (measured < _best.Of(now) * TooSlowToBeTheCause)
        {
            return; // The server accepted much more a moment ago: the pace is not the cause, and slowing down further would not help.
        }

        if (_slowedAt is { } slowed && timeProvider.GetElapsedTime(slowed, now) < s_oncePer)
        {
            return; // Slowing down takes a while to show an effect.
        }

        _slowedAt = now;
        _limitBefore = Math.Min(Grown(now), measured);
        _window = Math.Cbrt(_limitBefore * (1 - Decrease) / Growth);
        _refusedAt = now;
    }

    /// <summary>Records that the gate opened: growth starts here, not while nothing could pass.</summary>
    public void Opened(long now) => _refusedAt = _refusedAt is null ? null : now;

    /// <summary>Records what an answer says about the quota.</summary>
    public void Heard(ConfluenceQuota quota, DateTimeOffset now, long timestamp)
    {
        _answersSince++;
        double cost = 1;
        if (quota.Remaining is { } left)
        {
            if (_lastRemaining is { } before && before > left)
            {
                cost = Math.Max((double)(before - left) / _answersSince, 1);
                _answersSince = 0;
            }

            _lastRemaining = left;
        }

        bool isNear = quota.NearLimit ?? quota is { Remaining: { } remaining, Limit: > 0 and { } limit } && remaining < limit / 5;
        if (!isNear)
        {
            _nearLimit = double.PositiveInfinity;
            return;
        }

        if (quota is { Remaining: { } rest, Reset: { } reset } && reset > now)
        {
            _nearLimit = Math.Max(rest / cost / (reset - now).TotalSeconds, Slowest);
            _nearUntil = timestamp + (long)((reset - now).TotalSeconds * timeProvider.TimestampFrequency);
            return;
        }

        // Half of the usual rate, when the server only says that little is left.
        _nearLimit = IsNear(timestamp) ? _nearLimit : Math.Max(_successes.PerSecond(timestamp) / 2, Slowest);
        _nearUntil = timestamp + (long)(s_untold.TotalSeconds * timeProvider.TimestampFrequency);
    }

    /// <summary>A renewed quota is not near its end, and most answers do not mention it.</summary>
    private bool IsNear(long now) => !double.IsPositiveInfinity(_nearLimit) && now < _nearUntil;

    /// <summary>The pace that refusals allow. The pace of a quota near its end is separate, because it says nothing about how fast the server is.</summary>
    private double Grown(long now)
    {
        if (_refusedAt is not { } refused)
        {
            return double.PositiveInfinity;
        }

        double grown = Growth * Math.Pow(timeProvider.GetElapsedTime(refused, now).TotalSeconds - _window, 3);
        double rate = Math.Max(_limitBefore + grown, Slowest);
        if (rate <= Fastest)
        {
            return rate;
        }

        _refusedAt = null;
        return double.PositiveInfinity;
    }
}
