using System.Net;
using System.Threading.RateLimiting;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>Limiters that do not queue, name times in ways of their own, and throw when a cost is above their limit.</summary>
public sealed class LimiterHabitTests
{
    private const string Found = """{"id":"9"}""";

    public static TheoryData<string, object, double> Hints() => new()
    {
        { "RATELIMIT_RETRYAFTER", 7, 7 },
        { MetadataName.RetryAfter.Name, TimeSpan.FromSeconds(2.5), 2.5 },
        { "RATELIMIT_RETRYAFTER", 0, 0.05 },
        { "RATELIMIT_RETRYAFTER", -4, 0.05 },
        { MetadataName.RetryAfter.Name, TimeSpan.FromDays(-1), 0.05 },
        { "SOMETHING_ELSE", 7, 0.05 },
    };

    [Theory]
    [MemberData(nameof(Hints))]
    public async Task A_refusal_is_asked_again_after_the_time_that_it_names(string name, object value, double seconds)
    {
        FakeLimiter limiter = Answering(new FakeLease(isAcquired: false, name, value), new FakeLease(isAcquired: true));
        using Harness harness = Harness.Create(options => options.Quota.Limiter = limiter);
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(harness.Clock.Waits));
        Assert.Equal([1, 1], limiter.Asked);
    }

    [Fact]
    public async Task A_time_that_no_timer_keeps_is_waited_for_as_long_as_the_call_may()
    {
        using Harness harness = Harness.Create(static options =>
            (options.Timeout, options.Quota.Limiter) = (TimeSpan.FromSeconds(10), Answering(new FakeLease(isAcquired: false, MetadataName.RetryAfter.Name, TimeSpan.MaxValue))));
        harness.Clock.IsHeld = true;
        Task<Item> call = harness.GetAsync(Request(GetPage));

        harness.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains("gave no permit", (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_hint_it_is_asked_in_growing_steps()
    {
        FakeLease[] leases = [.. Enumerable.Range(0, 9).Select(static _ => new FakeLease(isAcquired: false)), new FakeLease(isAcquired: true)];
        using Harness harness = Harness.Create(options => options.Quota.Limiter = Answering(leases));
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal([50, 100, 200, 400, 800, 1600, 2000, 2000, 2000], harness.Clock.Waits.Select(static wait => wait.TotalMilliseconds));
        Assert.All(leases, static lease => Assert.Equal(1, lease.Returned));
    }

    [Fact]
    public async Task When_a_patient_call_has_waited_enough_nobody_goes_on_asking()
    {
        FakeLimiter limiter = Answering(new FakeLease(isAcquired: false, "RATELIMIT_RETRYAFTER", 2));
        VirtualClock clock = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60));
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.TimeProvider) = (limiter, clock));
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.FromSeconds(3) }));
        await clock.UntilWaitsAsync(2);
        clock.Advance(TimeSpan.FromSeconds(2));
        await clock.UntilWaitsAsync(2);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);

        await clock.UntilWaitsAsync(0);

        Assert.Equal((2, 0), (limiter.Asked.Count, clock.Running));
    }

    [Fact]
    public async Task A_cost_above_the_limit_is_asked_for_as_much_as_there_can_be()
    {
        FakeLimiter limiter = new(static (permits, _) => permits > 60
            ? throw new ArgumentOutOfRangeException(nameof(permits))
            : new ValueTask<RateLimitLease>(new FakeLease(isAcquired: true)));
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.Quota.Cost) = (limiter, static (_, _) => 250));
        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Json(Found);
            await harness.GetAsync(Request(GetPage));
        }

        Assert.Equal([250, 125, 62, 31], limiter.Asked.Take(4));
        Assert.Equal(60, limiter.Asked[^1]);
        Assert.InRange(limiter.Asked.Count(static permits => permits > 60), 3, 6);
    }

    [Fact]
    public async Task The_limiters_of_the_framework_behave_so_too()
    {
        using TokenBucketRateLimiter limiter = new(new TokenBucketRateLimiterOptions { TokenLimit = 10, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromDays(1), AutoReplenishment = false, QueueLimit = 100 });
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.Quota.Cost) = (limiter, static (_, _) => 40));
        harness.Handler.Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        Assert.InRange(limiter.GetStatistics()!.CurrentAvailablePermits, 0, 5); // The limiters of the framework have statistics.
    }

    [Fact]
    public async Task What_a_limiter_throws_otherwise_the_call_throws()
    {
        using Harness harness = Harness.Create(static options => options.Quota.Limiter = new FakeLimiter(static (_, _) => throw new ArgumentOutOfRangeException(nameof(options), "There is nothing at all.")));

        Assert.Contains("There is nothing at all.", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => harness.GetAsync(Request(GetPage)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permit_that_comes_while_the_quota_is_used_up_is_given_back_and_asked_for_again()
    {
        TaskCompletionSource<RateLimitLease> grant = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeLease early = new(isAcquired: true);
        int asked = 0;
        FakeLimiter limiter = new((_, _) => Interlocked.Increment(ref asked) == 1 ? new ValueTask<RateLimitLease>(grant.Task) : new ValueTask<RateLimitLease>(new FakeLease(isAcquired: true)));
        RecordingObserver observer = new();
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.Observer) = (limiter, observer));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "9")).Json(Found);
        Task<Item> waiting = harness.GetAsync(Request(GetPage));
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPages, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.Zero })));

        grant.SetResult(early);

        Assert.Equal("9", (await waiting).Id);
        Assert.Equal((1, 3), (early.Returned, asked));
        Assert.Contains(observer.Waits, static wait => wait is { Attempt: 0, Reason: "status 429 of another call" });
    }

    [Fact]
    public async Task A_wait_that_took_a_little_longer_than_allowed_leaves_nothing_for_the_next_one()
    {
        TestClock? clock = null;
        int asked = 0;
        FakeLimiter limiter = new(async (_, cancellationToken) =>
        {
            await Task.Delay(++asked == 1 ? TimeSpan.FromSeconds(4.9) : Timeout.InfiniteTimeSpan, clock!, cancellationToken).ConfigureAwait(false); // Set below.
            return new FakeLease(isAcquired: true);
        });
        using Harness harness = Harness.Create(options => options.Quota.Limiter = limiter);
        clock = harness.Clock;
        clock.Limits.UnionWith([TimeSpan.FromSeconds(4.9), TimeSpan.FromSeconds(5)]);
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable);
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.FromSeconds(5) }));

        await Task.Run(() => clock.Advance(TimeSpan.FromSeconds(6)), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Assert.ThrowsAsync<ConfluenceApiException>(() => call)).StatusCode);
    }

    /// <summary>A limiter that gives these in turn, and the last one from then on.</summary>
    private static FakeLimiter Answering(params FakeLease[] leases)
    {
        int next = -1;
        return new FakeLimiter((_, _) => new ValueTask<RateLimitLease>(leases[Math.Min(Interlocked.Increment(ref next), leases.Length - 1)]));
    }
}
