namespace Confluence.Generated.Tests.Pipeline;

/// <summary>A clock that stands still until a test moves it, and that knows which timers are running. Limits are told apart from waits by their lengths.</summary>
internal sealed class VirtualClock(params TimeSpan[] limits) : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<VirtualTimer> _running = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are running, limits included.</summary>
    public int Running => Count(static _ => true);

    /// <summary>How many timers are running that are not limits.</summary>
    public int Waits => Count(static timer => !timer.IsLimit);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => s_start + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, () => callback(state), dueTime == Timeout.InfiniteTimeSpan || limits.Contains(dueTime));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and fires on the way what is due.</summary>
    public void Advance(TimeSpan time)
    {
        long target = GetTimestamp() + time.Ticks;
        while (Take(target) is { } timer)
        {
            timer.Fire();
        }

        Volatile.Write(ref _now, target);
    }

    /// <summary>Moves the clock to whatever is due next, each time that all calls wait, until none is left.</summary>
    public async Task DriveAsync(Func<int> unfinished)
    {
        for (int idle = 0; unfinished() > 0;)
        {
            if (Waits == unfinished() && Take(long.MaxValue) is { } timer)
            {
                idle = 0;
                timer.Fire();
                continue;
            }

            Assert.True(++idle < 6000, $"Nothing goes on: {Waits} waits for {unfinished()} calls.");
            await Task.Delay(idle < 1000 ? 0 : 10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until so many waits are running.</summary>
    public async Task UntilWaitsAsync(int count)
    {
        for (int i = 0; Waits != count; i++)
        {
            Assert.True(i < 3000, $"There are {Waits} waits and not {count}.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private int Count(Func<VirtualTimer, bool> isWanted)
    {
        lock (_lock)
        {
            return _running.Count(isWanted);
        }
    }

    private VirtualTimer? Take(long target)
    {
        lock (_lock)
        {
            VirtualTimer? next = _running.MinBy(static timer => timer.Due);
            if (next is null || next.Due > target)
            {
                return null;
            }

            _running.Remove(next);
            Volatile.Write(ref _now, Math.Max(_now, next.Due));
            return next;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, Action fire, bool isLimit) : ITimer
    {
        public long Due { get; private set; }

        public bool IsLimit => isLimit;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._running.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime.Ticks;
                    clock._running.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
