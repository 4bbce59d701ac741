using System.Collections.Concurrent;
using Confluence.Generated.Calls;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>The clocks of calls, which are used again.</summary>
public sealed class CallClockTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromHours(5);

    [Fact]
    public void A_clock_that_is_used_again_knows_nothing_of_its_earlier_call()
    {
        using CancellationTokenSource caller = new();
        using CancellationTokenSource client = new();
        for (int i = 0; i < 600; i++)
        {
            using CallClock clock = CallClock.Start(TimeProvider.System, i % 3 == 0 ? Timeout.InfiniteTimeSpan : s_long + TimeSpan.FromMinutes(i), caller.Token, client.Token);

            Assert.False(clock.IsOver);
            Assert.False(clock.IsCutShort);
            Assert.False(clock.IsCancelled);
            Assert.False(clock.IsClosed);
            Assert.Equal(i % 3 == 0 ? Timeout.InfiniteTimeSpan : s_long + TimeSpan.FromMinutes(i), clock.Limit);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(30));
            Assert.True(i % 3 == 0 ? clock.Remaining == TimeSpan.MaxValue : clock.Remaining > s_long - TimeSpan.FromMinutes(30) && clock.Remaining <= clock.Limit);
            clock.Pause();
            clock.Resume();
            if (i % 5 == 0)
            {
                clock.CutShort();
                Assert.True(clock.IsOver);
            }
        }
    }

    [Theory]
    [InlineData("caller")]
    [InlineData("client")]
    public void What_ended_an_earlier_call_ends_no_later_one(string who)
    {
        for (int i = 0; i < 300; i++)
        {
            using CancellationTokenSource earlier = new();
            CallClock first = CallClock.Start(TimeProvider.System, s_long, who == "caller" ? earlier.Token : default, who == "client" ? earlier.Token : default);
            CancellationToken firstToken = first.Token;
            if (i % 2 == 0)
            {
                earlier.Cancel();
                Assert.True(firstToken.IsCancellationRequested);
            }

            first.Dispose();
            using CallClock second = CallClock.Start(TimeProvider.System, s_long, CancellationToken.None, CancellationToken.None);
            earlier.Cancel();

            Assert.False(second.IsOver);
            Assert.Equal((false, false), (second.IsCancelled, second.IsClosed));
        }
    }

    [Fact]
    public void Whoever_registered_with_an_earlier_call_hears_nothing_of_a_later_one()
    {
        int heard = 0;
        for (int i = 0; i < 300; i++)
        {
            using (CallClock first = CallClock.Start(TimeProvider.System, s_long, CancellationToken.None, CancellationToken.None))
            {
                first.Token.UnsafeRegister(_ => heard++, null);
            }

            using CallClock second = CallClock.Start(TimeProvider.System, s_long, CancellationToken.None, CancellationToken.None);
            second.CutShort();
        }

        Assert.Equal(0, heard);
    }

    [Fact]
    public void A_call_that_is_cancelled_already_is_over_at_once()
    {
        using CallClock clock = CallClock.Start(TimeProvider.System, s_long, new CancellationToken(canceled: true), CancellationToken.None);

        Assert.Equal((true, true, false, false), (clock.IsOver, clock.IsCancelled, clock.IsClosed, clock.IsCutShort));
    }

    [Fact]
    public void A_pause_extends_the_time_and_a_call_that_pauses_for_ever_has_its_limit_after_it()
    {
        VirtualClock time = new(s_long);
        using CallClock clock = CallClock.Start(time, TimeSpan.FromSeconds(10), CancellationToken.None, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(4));
        clock.Pause();
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1), clock.Resume());
        Assert.Equal(TimeSpan.FromSeconds(6), clock.Remaining);
        time.Advance(TimeSpan.FromSeconds(5.9));
        Assert.False(clock.IsOver);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((true, false), (clock.IsOver, clock.IsCutShort));
    }

    [Fact]
    public void No_clock_serves_two_calls_at_once()
    {
        ConcurrentDictionary<CancellationToken, bool> inUse = new();
        ConcurrentQueue<string> faults = new();

        Parallel.For(0, 60_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using CancellationTokenSource? caller = i % 7 == 0 ? new() : null;
            CallClock clock = CallClock.Start(TimeProvider.System, s_long, caller?.Token ?? default, CancellationToken.None);
            CancellationToken token = clock.Token;
            if (!inUse.TryAdd(token, true))
            {
                faults.Enqueue("A clock serves two calls.");
            }

            if (clock.IsOver || clock.IsCutShort || clock.IsCancelled || clock.Limit != s_long)
            {
                faults.Enqueue("A clock is not clean.");
            }

            caller?.Cancel();
            if (i % 11 == 0)
            {
                clock.CutShort();
            }

            if (clock.IsOver != (i % 7 == 0 || i % 11 == 0))
            {
                faults.Enqueue("A clock heard of another call.");
            }

            inUse.TryRemove(token, out _);
            clock.Dispose();
        });

        Assert.Empty(faults);
    }
}
