using System.Net;
using System.Threading.RateLimiting;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>Every wait ends with its caller and with the client, and leaves no timer behind.</summary>
public sealed class EndOfWaitTests
{
    private const string Found = """{"id":"9"}""";

    public static TheoryData<string, bool, bool> Waits()
    {
        TheoryData<string, bool, bool> waits = [];
        foreach (string what in new[] { "back-off", "named wait", "own quota", "gate", "pace", "first calls", "limiter that queues", "limiter that refuses", "answer", "renewal" })
        {
            foreach (bool isPatient in new[] { true, false })
            {
                waits.Add(what, isPatient, true);
                waits.Add(what, isPatient, false);
            }
        }

        return waits;
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_wait_ends_with_its_caller_or_the_client_and_leaves_no_timer(string what, bool isPatient, bool isDisposed)
    {
        VirtualClock clock = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60));
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource source = new();
        using Harness harness = Harness.Create(
            options =>
            {
                options.TimeProvider = clock;
                options.Quota.Limiter = what.StartsWith("limiter", StringComparison.Ordinal) ? Limiter(what, reached) : null;
            },
            credential: what == "renewal" ? new RenewingCredential(() => Reach(reached, Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken))) : null);
        int before = await PrepareAsync(harness, what, reached);
        ConfluenceRequestOptions settings = new()
        {
            MaxWait = isPatient ? TimeSpan.FromMinutes(2) : null,
            OnWait = _ => reached.TrySetResult(),
        };
        Task[] others = what == "first calls" ? [.. Enumerable.Range(0, 16).Select(_ => harness.Transport.SendAsync(Request(GetPage), source.Token))] : [];
        Task call = harness.Transport.SendAsync(Request(GetPage, options: settings), source.Token);
        if (what is "pace" or "first calls")
        {
            await clock.UntilWaitsAsync(before + 1);
        }
        else
        {
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        int requests = harness.Handler.Requests.Count;
        if (isDisposed)
        {
            harness.Client.Dispose();
            ObjectDisposedException exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
            Assert.Contains("The ConfluenceClient was disposed while getPageById (GET /wiki/api/v2/pages/9) was under way.", exception.Message, StringComparison.Ordinal);
        }
        else
        {
            await source.CancelAsync();
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        }

        foreach (Task other in others)
        {
            Assert.NotNull(await Record.ExceptionAsync(() => other));
        }

        for (int i = 0; clock.Running > 0; i++)
        {
            Assert.True(i < 1000, $"{clock.Running} timers are still running.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(requests, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_ends_well_leaves_no_timer_either()
    {
        VirtualClock clock = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60));
        using Harness harness = Harness.Create(options => options.TimeProvider = clock);
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3")).Json(Found);
        Task call = harness.GetAsync(Request(GetPage));
        await clock.UntilWaitsAsync(1);
        Assert.Equal(2, clock.Running);

        clock.Advance(TimeSpan.FromSeconds(4));
        await call;

        Assert.Equal(0, clock.Running);
    }

    /// <summary>Brings a client to where the next call waits.</summary>
    /// <returns>How many waits are there already.</returns>
    private static async Task<int> PrepareAsync(Harness harness, string what, TaskCompletionSource reached)
    {
        switch (what)
        {
            case "back-off":
                harness.Handler.Answer(HttpStatusCode.ServiceUnavailable);
                break;
            case "named wait":
                harness.Handler.Answer(HttpStatusCode.BadGateway, headers: ("Retry-After", "30"));
                break;
            case "own quota":
                harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30"));
                break;
            case "gate":
                harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30"));
                await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPages, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.Zero })));
                break;
            case "pace":
                for (int i = 0; i < 2; i++)
                {
                    harness.Handler.Answer(HttpStatusCode.OK, Found, headers: [("X-RateLimit-NearLimit", "true"), ("X-RateLimit-Remaining", "10"), ("X-RateLimit-Reset", "2026-11-02T10:00:10Z")]);
                    await harness.GetAsync(Request(GetPages));
                }

                break;
            case "first calls":
                for (int i = 0; i < 16; i++)
                {
                    harness.Handler.Hang();
                }

                break;
            case "answer":
                harness.Handler.Then(async (_, cancellationToken) =>
                {
                    await Reach(reached, Task.Delay(Timeout.Infinite, cancellationToken));
                    throw new InvalidOperationException("The wait has no end of its own.");
                });
                break;
            case "renewal":
                harness.Handler.Answer(HttpStatusCode.Unauthorized);
                break;
        }

        return 0;
    }

    private static FakeLimiter Limiter(string what, TaskCompletionSource reached) => new(async (_, cancellationToken) =>
    {
        reached.TrySetResult();
        if (what == "limiter that queues")
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return (RateLimitLease)new FakeLease(isAcquired: false, "RATELIMIT_RETRYAFTER", 30);
    });

    private static Task Reach(TaskCompletionSource reached, Task then)
    {
        reached.TrySetResult();
        return then;
    }
}
