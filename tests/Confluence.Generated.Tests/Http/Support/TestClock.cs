using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Confluence.Generated.Tests.Http;

/// <summary>
/// A fake clock on which waits pass by themselves: each timer that is not one of the known limits moves the clock on by its own length.
/// </summary>
internal sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero))
{
    /// <summary>Limits, which run out only when a test moves the clock.</summary>
    public HashSet<TimeSpan> Limits { get; } = [];

    /// <summary>Whether waits stay until a test moves the clock.</summary>
    public bool IsHeld { get; set; }

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>The lengths of all timers, limits included.</summary>
    public ConcurrentQueue<TimeSpan> Started { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Started.Enqueue(dueTime);
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && !Limits.Contains(dueTime))
        {
            Waits.Enqueue(dueTime);
            if (!IsHeld)
            {
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
            }
        }

        return new WatchedTimer(timer, Started);
    }

    /// <summary>Remembers the lengths that a timer is given later: sources of cancellation start it without one.</summary>
    private sealed class WatchedTimer(ITimer timer, ConcurrentQueue<TimeSpan> started) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            started.Enqueue(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
