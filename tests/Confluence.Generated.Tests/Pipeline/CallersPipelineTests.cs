using System.Net;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;
using static Confluence.Generated.Tests.Http.TestOperations;
using Builder = Polly.ResiliencePipelineBuilder<Confluence.Generated.ConfluenceResponseDetails>;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>Strategies of callers around whole calls.</summary>
public sealed class CallersPipelineTests
{
    private const string Found = """{"id":"9"}""";

    [Fact]
    public async Task A_circuit_breaker_opens_rejects_without_a_request_and_closes_again()
    {
        using Harness harness = Create(
            static builder => builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<ConfluenceResponseDetails>
            {
                MinimumThroughput = 2,
                FailureRatio = 1,
                BreakDuration = TimeSpan.FromSeconds(10),
            }),
            static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.ServiceUnavailable).Json(Found).Json(Found);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        await Assert.ThrowsAsync<BrokenCircuitException>(() => harness.GetAsync(Request(GetPage)));
        Assert.Equal(2, harness.Handler.Requests.Count);

        harness.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Fact]
    public async Task The_waits_of_strategies_end_with_the_client()
    {
        using Harness harness = Create(
            static builder => builder.AddRetry(new RetryStrategyOptions<ConfluenceResponseDetails> { MaxRetryAttempts = int.MaxValue, Delay = TimeSpan.FromHours(1), ShouldHandle = static _ => new ValueTask<bool>(true) }),
            static options => options.Retry.MaxRetries = 0);
        harness.Clock.IsHeld = true;
        harness.Handler.Answer(HttpStatusCode.InternalServerError);
        Task call = harness.GetAsync(Request(GetPage));
        while (!harness.Clock.Started.Any(static wait => wait > TimeSpan.FromMinutes(30)))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        harness.Client.Dispose();

        ObjectDisposedException error = await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("was disposed while getPageById was in progress", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_hedged_reads_the_first_answer_is_taken_and_the_loser_cancelled()
    {
        using Harness harness = Create(Hedge);
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Handler.Then(async (_, cancellationToken) =>
        {
            await using CancellationTokenRegistration registration = cancellationToken.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The wait has no end of its own.");
        }).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task The_answer_of_a_losing_download_is_let_go()
    {
        using Harness harness = Create(Hedge);
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StubContent[] contents = [new(new MemoryStream("loser"u8.ToArray())), new(new MemoryStream("winner"u8.ToArray()))];
        harness.Handler
            .Then(async (_, cancellationToken) =>
            {
                await using CancellationTokenRegistration registration = cancellationToken.Register(cancelled.SetResult);
                await cancelled.Task; // Its answer arrives at the moment when nobody wants it any more.
                return new HttpResponseMessage { Content = contents[0] };
            })
            .Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = contents[1] }));

        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        await Until(() => contents[0].IsDisposed);
        Assert.False(contents[1].IsDisposed);
        using StreamReader reader = new(download.Content);
        Assert.Equal("winner", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_hedged_call_that_its_caller_cancels_ends_with_the_callers_token()
    {
        using Harness harness = Create(Hedge);
        using CancellationTokenSource source = new();
        harness.Handler.Hang().Hang();
        Task<Item> call = harness.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, source.Token);
        await harness.Handler.ArrivalAsync();
        await harness.Handler.ArrivalAsync();

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_retry_around_makes_whole_calls_with_attempts_of_their_own()
    {
        RecordingObserver observer = new();
        using Harness harness = Create(
            static builder => builder.AddRetry(new RetryStrategyOptions<ConfluenceResponseDetails> { MaxRetryAttempts = 2, Delay = TimeSpan.Zero }),
            options => (options.Retry.MaxRetries, options.Observer) = (0, observer));
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.ServiceUnavailable).Json(Found);
        ConfluenceResponseDetails? last = null;

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnResponse = answer => last = answer }))).Id);

        Assert.Equal(1, last?.Attempts);
        Assert.Equal(3, observer.Events.Count(static told => told == "call getPageById"));
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task Of_downloads_that_a_retry_throws_away_only_the_last_is_kept()
    {
        int results = 0;
        using Harness harness = Create(builder => builder.AddRetry(new RetryStrategyOptions<ConfluenceResponseDetails>
        {
            MaxRetryAttempts = 5,
            Delay = TimeSpan.Zero,
            ShouldHandle = _ => new ValueTask<bool>(++results < 3),
        }));
        harness.Handler.Answer(HttpStatusCode.OK, "a").Answer(HttpStatusCode.OK, "b").Answer(HttpStatusCode.OK, "c");

        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal([true, true, false], harness.Handler.Contents.Select(static content => content.IsDisposed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_result_that_is_made_up_is_refused_with_a_clear_error(bool isNull)
    {
        using Harness harness = Create(builder => builder.AddFallback(new FallbackStrategyOptions<ConfluenceResponseDetails>
        {
            ShouldHandle = static _ => new ValueTask<bool>(true),
            FallbackAction = _ => new(Outcome.FromResult(isNull ? null! : new ConfluenceResponseDetails(GetPage, HttpStatusCode.OK))), // What careless callers do.
        }));
        harness.Handler.Answer(HttpStatusCode.NotFound);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Contains("ConfluenceClientOptions.Pipeline returned a result that no call of getPageById produced", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_of_the_caller_rejects_as_it_does_everywhere()
    {
        using Harness harness = Create(static builder => builder.AddTimeout(TimeSpan.FromSeconds(7)), static options => options.Retry.MaxRetries = 0);
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(7));
        harness.Handler.Hang();
        Task<Item> call = harness.GetAsync(Request(GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(7));

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => call);
    }

    [Fact]
    public async Task Strategies_find_the_operation_in_their_context()
    {
        List<(string?, ConfluenceOperation)> seen = [];
        using Harness harness = Create(builder => builder.AddRetry(new RetryStrategyOptions<ConfluenceResponseDetails>
        {
            ShouldHandle = arguments =>
            {
                seen.Add((arguments.Context.OperationKey, arguments.Context.Properties.GetValue(ConfluenceResilience.Operation, GetPages)));
                return new ValueTask<bool>(false);
            },
        }));
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal((GetPage.Name, GetPage), Assert.Single(seen));
    }

    private static Harness Create(Action<Builder> build, Action<ConfluenceClientOptions>? configure = null) => Harness.Create(options =>
    {
        configure?.Invoke(options);
        Builder builder = new() { TimeProvider = options.TimeProvider };
        build(builder);
        options.Pipeline = builder.Build();
    });

    private static void Hedge(Builder builder) => builder.AddHedging(new HedgingStrategyOptions<ConfluenceResponseDetails>
    {
        MaxHedgedAttempts = 1,
        Delay = TimeSpan.Zero,
        ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Exception is ConfluenceException && arguments.Context.Properties.GetValue(ConfluenceResilience.Operation, CreatePage).IsIdempotent),
    });

    private static async Task Until(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 3000, "The condition did not come true.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
