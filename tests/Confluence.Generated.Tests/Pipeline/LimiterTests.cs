using System.Net;
using System.Threading.RateLimiting;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>The waits for the limiter of a caller, and what becomes of its permits.</summary>
public sealed class LimiterTests
{
    private const string Found = """{"id":"9"}""";

    private readonly TaskCompletionSource<RateLimitLease> _grant = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_concurrency_limiter_bounds_how_many_requests_wait_for_their_answers()
    {
        using ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions { PermitLimit = 3, QueueLimit = 100 });
        using Harness harness = Harness.Create(options => options.Quota.Limiter = limiter);
        TaskCompletionSource mayAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int inFlight = 0;
        int most = 0;
        for (int i = 0; i < 12; i++)
        {
            harness.Handler.Then(async (_, _) =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref inFlight));
                await mayAnswer.Task;
                Interlocked.Decrement(ref inFlight);
                return new HttpResponseMessage { Content = new StringContent(Found) };
            });
        }

        Task<Item>[] calls = [.. Enumerable.Range(0, 12).Select(_ => harness.GetAsync(Request(GetPage)))];
        for (int i = 0; i < 3; i++)
        {
            await harness.Handler.ArrivalAsync();
        }

        mayAnswer.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal((3, 12), (most, harness.Handler.Requests.Count));
        Assert.Equal(3, limiter.GetStatistics()?.CurrentAvailablePermits);
    }

    [Fact]
    public async Task An_observer_that_throws_keeps_no_permit_from_others()
    {
        using ConcurrencyLimiter limiter = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 });
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.Observer) = (limiter, new ThrowingObserver()));
        RateLimitLease held = limiter.AttemptAcquire();
        Task<Item> call = harness.GetAsync(Request(GetPage));
        held.Dispose();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call);

        Assert.Equal(1, limiter.GetStatistics()?.CurrentAvailablePermits);
        Assert.Empty(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_limiter_without_a_lease_is_told_as_such()
    {
        using RateLimiter limiter = new NullLimiter();
        using Harness harness = Harness.Create(options => options.Quota.Limiter = limiter);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Contains("Quota (NullLimiter) returned null", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_of_an_hour_uses_up_nothing_of_the_time_of_an_attempt()
    {
        using Harness harness = Harness.Create(options => (options.AttemptTimeout, options.Timeout, options.Quota.Limiter) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(2), Granting()));
        harness.Handler.Json(Found);
        Task<Item> call = harness.GetAsync(Request(GetPage));

        harness.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(harness.Handler.Requests);
        _grant.SetResult(new FakeLease(isAcquired: true));

        Assert.Equal("9", (await call).Id);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task The_time_of_the_call_bounds_the_wait_and_the_message_tells_what_it_waited_for()
    {
        using Harness harness = Harness.Create(options => (options.Timeout, options.Quota.Limiter) = (TimeSpan.FromSeconds(10), Granting()));
        Task<Item> call = harness.GetAsync(Request(CreatePage));

        harness.Clock.Advance(TimeSpan.FromSeconds(10));

        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);
        Assert.Equal((TimeSpan.FromSeconds(10), 0), (exception.Limit, exception.Attempts));
        Assert.Contains("createPage (POST /wiki/api/v2/pages) was not sent: the limiter of the client (FakeLimiter) gave no permit within 10 s, the limit for the whole call.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_patient_call_waits_as_long_as_it_said_and_then_asks_no_more()
    {
        CancellationToken asked = default;
        FakeLimiter limiter = new((_, cancellationToken) =>
        {
            asked = cancellationToken;
            return new ValueTask<RateLimitLease>(_grant.Task);
        });
        using Harness harness = Harness.Create(options => (options.Timeout, options.Quota.Limiter) = (TimeSpan.FromSeconds(5), limiter));
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(30));
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.FromSeconds(30) }));

        harness.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));

        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);
        Assert.Contains("gave no permit within 30 s, what is left of MaxWait", exception.Message, StringComparison.Ordinal);
        Assert.True(asked.IsCancellationRequested, "The call still stands in the queue of the limiter.");
        FakeLease late = new(isAcquired: true);
        _grant.SetResult(late);
        await Until(() => late.Returned == 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_permit_that_comes_when_the_call_is_over_is_given_back(bool isDisposed)
    {
        using Harness harness = Harness.Create(options => options.Quota.Limiter = Granting());
        using CancellationTokenSource source = new();
        Task<Item> call = harness.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, source.Token);
        if (isDisposed)
        {
            harness.Client.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        }
        else
        {
            await source.CancelAsync();
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        }

        FakeLease late = new(isAcquired: true);
        _grant.SetResult(late);

        await Until(() => late.Returned == 1);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData("success")]
    [InlineData("refusal")]
    [InlineData("a broken connection")]
    [InlineData("an unreadable answer")]
    [InlineData("cancellation")]
    [InlineData("a timeout")]
    [InlineData("download")]
    [InlineData("a mistake of a handler")]
    public async Task Each_permit_is_given_back_once_however_the_attempt_ends(string how)
    {
        FakeLease lease = new(isAcquired: true);
        using Harness harness = Harness.Create(options => (options.Retry.MaxRetries, options.Quota.Limiter) = (0, new FakeLimiter((_, _) => new ValueTask<RateLimitLease>(lease))));
        using CancellationTokenSource source = new();
        _ = how switch
        {
            "success" or "download" => harness.Handler.Json(Found),
            "refusal" => harness.Handler.Answer(HttpStatusCode.NotFound),
            "a broken connection" => harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)),
            "an unreadable answer" => harness.Handler.Json("["),
            "a mistake of a handler" => harness.Handler.Fail(new InvalidTimeZoneException()),
            _ => harness.Handler.Hang(),
        };
        if (how == "download")
        {
            await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
            Assert.Equal(1, lease.Returned);
            return;
        }

        Task call = harness.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, source.Token);
        await harness.Handler.ArrivalAsync();
        if (how == "cancellation")
        {
            Assert.Equal(0, lease.Returned);
            await source.CancelAsync();
        }
        else if (how == "a timeout")
        {
            harness.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(how == "success", await Record.ExceptionAsync(() => call) is null);
        Assert.Equal(1, lease.Returned);
    }

    [Fact]
    public async Task Each_message_takes_permits_repetitions_and_renewals_too()
    {
        List<FakeLease> leases = [];
        FakeLimiter limiter = new((_, _) =>
        {
            FakeLease lease = new(isAcquired: true);
            leases.Add(lease);
            return new ValueTask<RateLimitLease>(lease);
        });
        using Harness harness = Harness.Create(options => (options.Quota.Limiter, options.Quota.Cost) = (limiter, static (_, size) => size ?? 1), credential: new RenewingCredential());
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.TooManyRequests).Json(Found);
        QueryBuilder query = new();
        query.Add("limit", 25);

        await harness.GetAsync(Request(GetPages, query));

        Assert.Equal([25, 25, 25, 25], limiter.Asked);
        Assert.All(leases, static lease => Assert.Equal(1, lease.Returned));
    }

    [Fact]
    public async Task A_limiter_outlives_the_clients_that_use_it()
    {
        FakeLimiter limiter = new(static (_, _) => new ValueTask<RateLimitLease>(new FakeLease(isAcquired: true)));
        for (int i = 0; i < 2; i++)
        {
            using Harness harness = Harness.Create(options => options.Quota.Limiter = limiter);
            harness.Handler.Json(Found);
            await harness.GetAsync(Request(GetPage));
        }

        Assert.False(limiter.IsDisposed);
    }

    private FakeLimiter Granting() => new((_, _) => new ValueTask<RateLimitLease>(_grant.Task));

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 1000, "The condition did not come true.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private sealed class ThrowingObserver : ConfluenceObserver
    {
        public override void OnWait(ConfluenceWait wait) => throw new InvalidOperationException("The observer fails.");
    }

    private sealed class NullLimiter : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => null!; // What a mistaken limiter does.

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new((RateLimitLease)null!); // Likewise.
    }
}
