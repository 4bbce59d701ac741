using Confluence.Generated.Errors;

namespace Confluence.Generated.Quotas;

/// <summary>
/// Lets the requests of one site and credential pass. A refusal closes the gate for all of them until the time that the server named; it then opens gradually: at the pace that the
/// server accepted before, growing from there (CUBIC, as in TCP). Without refusals it lets everything pass, and the very first requests in a group that grows with the answers.
/// A waiting caller holds a number (<see cref="Turns"/>), not a time, because the pace may change while it waits.
/// </summary>
internal sealed class QuotaGate(TimeProvider timeProvider)
{
    /// <summary>The shortest interval for asking a quota that keeps refusing, whatever the settings are.</summary>
    private const double Shortest = 100;
    private const double ShortestAtFirst = 15;

    /// <summary>Rates change, so a caller that waits for a turn checks again after this time.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Pace _pace = new(timeProvider);
    private readonly FirstRequests _first = new();
    private readonly Turns _turns = new(timeProvider, FirstRequests.AtOnce);
    private Closing? _closing;
    private int _epoch;
    private int _refusalsInARow;
    private bool _isNear;

    /// <summary>Whether nothing delays any caller, so that no turns are needed. Written under the lock.</summary>
    private volatile bool _isWide;

    /// <summary>Asks to pass.</summary>
    /// <param name="before">What the same caller received before, so that it keeps its turn; null if it asks for the first time.</param>
    public Passage Ask(Passage? before = null)
    {
        if (_isWide)
        {
            return new Passage(Volatile.Read(ref _epoch), TimeSpan.Zero, TimeSpan.Zero, Closing: null, Turn: 0, string.Empty);
        }

        lock (_lock)
        {
            long now = timeProvider.GetTimestamp();
            if (_closing is { } closing)
            {
                TimeSpan left = timeProvider.GetElapsedTime(now, closing.Until);
                if (left > TimeSpan.Zero)
                {
                    return new Passage(_epoch, Whole(left), Whole(left), closing, Turn: 0, closing.Reason);
                }

                _closing = null;
                _pace.Opened(now);
            }

            double rate = MoveTo(now);
            long turn = before is { Turn: > 0 } known && known.Epoch == _epoch ? known.Turn : _turns.Take();
            _isWide = double.IsPositiveInfinity(rate);
            TimeSpan wait = Whole(_turns.Until(turn, rate));
            TimeSpan next = wait < s_look ? wait : s_look;
            next = _pace.UntilRenewal(now) is { } renewal && renewal < next ? Whole(renewal) : next;
            return new Passage(_epoch, wait, next, Closing: null, turn, rate < _first.Rate
                ? "little of the quota is left, or it was used up recently"
                : "these are the first calls to the site, and no answer has arrived yet");
        }
    }

    /// <summary>Whether the gate has not closed since a caller took a turn.</summary>
    public bool IsOpenSince(int epoch)
    {
        lock (_lock)
        {
            return _epoch == epoch;
        }
    }

    /// <summary>Returns the turn of a caller that stopped waiting.</summary>
    /// <param name="epoch">When the turn was taken. Turns from before the gate closed are void.</param>
    public void GiveBack(int epoch)
    {
        lock (_lock)
        {
            if (epoch == _epoch)
            {
                MoveTo(timeProvider.GetTimestamp());
                _turns.GiveBack();
            }
        }
    }

    /// <summary>Records that the server refused a request.</summary>
    /// <param name="epoch">When the request was let through. A request that was sent before the gate last closed says nothing new about the pace.</param>
    /// <param name="asked">How long the server asks the client to wait; null if it names no time.</param>
    /// <param name="reason">The name of the refusal, in a few words.</param>
    /// <param name="baseDelay">The first wait if the server names none.</param>
    /// <param name="maxDelay">The longest such wait.</param>
    public Closing Refused(int epoch, TimeSpan? asked, string reason, TimeSpan baseDelay, TimeSpan maxDelay)
    {
        lock (_lock)
        {
            _isWide = false;
            long now = timeProvider.GetTimestamp();
            Answered(now, isRefused: true);
            bool isNew = epoch == _epoch;
            if (isNew)
            {
                _epoch++;
                _refusalsInARow++;
                _turns.Clear();
            }

            _pace.Refused(now, asked is not null);

            // The first wait that the server names is trusted; one that keeps being too short grows.
            TimeSpan own = asked is not null && _refusalsInARow <= 1 ? TimeSpan.Zero : Backoff(baseDelay, maxDelay);
            TimeSpan least = TimeSpan.FromMilliseconds(Math.Min(ShortestAtFirst * Math.Pow(2, Math.Clamp(_refusalsInARow, 1, 9) - 1), Shortest));
            own = own < least ? least : own;
            TimeSpan wait = asked is { } named && named > own ? named : own;

            // Never earlier than asked; slightly later at random, so that processes refused together do not return together.
            TimeSpan scatter = asked is null ? TimeSpan.Zero : Random.Shared.NextDouble() * 0.5 * baseDelay;
            Closing closing = new(now + ToTicks(wait + scatter), wait, asked is not null, reason);
            if (_closing is not { } present || present.Until < closing.Until)
            {
                _closing = closing;
            }

            return _closing.Value;
        }
    }

    /// <summary>Records that a request ended without being refused because of a quota.</summary>
    public void Passed(bool isSuccess)
    {
        lock (_lock)
        {
            long now = timeProvider.GetTimestamp();
            if (!_isWide)
            {
                Answered(now, isRefused: false);
            }

            if (isSuccess)
            {
                _refusalsInARow = 0;
                _pace.Succeeded(now);
            }
        }
    }

    /// <summary>Records how much of the quota is left according to the server.</summary>
    public void Heard(ConfluenceQuota quota, DateTimeOffset now)
    {
        lock (_lock)
        {
            long timestamp = timeProvider.GetTimestamp();
            MoveTo(timestamp);
            _pace.Heard(quota, now, timestamp);
            _isNear = _pace.UntilRenewal(timestamp) is not null;
            if (_isNear)
            {
                _isWide = false;
                _turns.Forfeit();
            }
        }
    }

    private void Answered(long now, bool isRefused)
    {
        double rate = MoveTo(now);
        int room = _first.Answered(isRefused);
        if (_first.IsOn && rate >= _first.Rate)
        {
            _turns.Grant(room);
        }
    }

    /// <summary>Advances the turns up to now.</summary>
    /// <returns>The current rate.</returns>
    private double MoveTo(long now)
    {
        if (_isNear && _pace.UntilRenewal(now) is null)
        {
            _isNear = false;
            if (_turns.AreAwaited)
            {
                _first.Begin();
                _turns.Grant(FirstRequests.AtOnce);
            }
        }

        double rate = Math.Min(_pace.Rate(now), _first.Rate);
        _turns.MoveTo(now, rate);
        return rate;
    }

    private TimeSpan Backoff(TimeSpan baseDelay, TimeSpan maxDelay)
    {
        double full = Math.Min(baseDelay.TotalMilliseconds * Math.Pow(2, Math.Clamp(_refusalsInARow, 1, 50) - 1), maxDelay.TotalMilliseconds);
        return Whole(TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * Random.Shared.NextDouble()))));
    }

    /// <summary>Timers truncate to whole milliseconds, so a caller would return a moment too early.</summary>
    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    private long ToTicks(TimeSpan time) => (long)(time.TotalSeconds * timeProvider.TimestampFrequency);
}

/// <summary>Describes why and for how long the gate is closed.</summary>
/// <param name="Until">The time stamp at which it opens.</param>
/// <param name="Named">How long that was from the refusal, without the random delay.</param>
/// <param name="IsAsked">Whether the server named the time.</param>
/// <param name="Reason">The name of the refusal, in a few words.</param>
internal readonly record struct Closing(long Until, TimeSpan Named, bool IsAsked, string Reason);

/// <summary>The answer to a caller that asks to pass.</summary>
/// <param name="Epoch">How many times the gate has closed.</param>
/// <param name="Wait">How long to wait, as estimated now; zero to pass immediately.</param>
/// <param name="Next">How long to wait before asking again.</param>
/// <param name="Closing">Why the gate is closed; null if it is open and the wait is for a turn.</param>
/// <param name="Turn">The number of the turn; zero while the gate is closed.</param>
/// <param name="Reason">The reason for the wait, in a few words.</param>
internal readonly record struct Passage(int Epoch, TimeSpan Wait, TimeSpan Next, Closing? Closing, long Turn, string Reason);
