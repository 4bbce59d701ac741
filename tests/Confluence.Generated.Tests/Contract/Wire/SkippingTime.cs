using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>
/// A clock that stands still, except that a wait between two attempts passes at once and is written down. The time limits of calls and
/// attempts, which are the longer timers, run only as far as the waits take them.
/// </summary>
internal sealed class SkippingTime() : FakeTimeProvider(new DateTimeOffset(2026, 7, 20, 12, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan s_shortestLimit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    /// <summary>The waits, in their order.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < s_shortestLimit)
        {
            _waits.Enqueue(dueTime);

            // Not here: the callback may expect that the caller holds its timer already.
            _ = Task.Run(() => Advance(dueTime));
        }

        return timer;
    }
}
