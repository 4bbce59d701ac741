using System.Net;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using Polly;
using Polly.Fallback;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;
using static Confluence.Generated.Tests.Http.TestOperations;
using Builder = Polly.ResiliencePipelineBuilder<Confluence.Generated.ConfluenceResponseDetails>;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>A pipeline of the caller in place of the client's repetitions.</summary>
public sealed class CallersRetryTests
{
    private const string Found = """{"id":"9"}""";

    private readonly List<string> _seen = [];

    [Fact]
    public async Task Three_repetitions_of_a_caller_replace_those_of_the_client()
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(3)));
        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Answer(HttpStatusCode.BadRequest);
        }

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal((4, 4), (exception.Attempts, harness.Handler.Requests.Count));
        Assert.Equal(["400, attempts 1", "400, attempts 2", "400, attempts 3", "400, attempts 4"], _seen);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task A_call_that_waits_patiently_waits_for_the_quota_before_the_pipeline_sees_it()
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(3)));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30")).Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30")).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.FromMinutes(5) }))).Id);

        Assert.Equal(["200, attempts 3"], _seen);
    }

    [Fact]
    public async Task What_gives_no_answer_is_an_exception_to_the_pipeline()
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(3)));
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Json("<html>").Hang().Json(Found);
        Task<Item> call = harness.GetAsync(Request(GetPage));
        for (int i = 0; i < 3; i++)
        {
            await harness.Handler.ArrivalAsync();
        }

        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("9", (await call).Id);
        Assert.Equal(["ConfluenceConnectionException", "ConfluenceResponseException", "ConfluenceTimeoutException", "200, attempts 4"], _seen);
    }

    [Theory]
    [InlineData("a broken connection")]
    [InlineData("502")]
    [InlineData("504")]
    [InlineData("500")]
    [InlineData("200")]
    [InlineData("an answer that is cut off")]
    [InlineData("a web page")]
    [InlineData("a timeout")]
    public async Task A_write_that_may_have_been_carried_out_is_sent_once_whatever_the_pipeline_does(string what)
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(5)));
        _ = what switch
        {
            "a broken connection" => harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)),
            "an answer that is cut off" => harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("{\"id\""u8.ToArray())),
            "a web page" => harness.Handler.Answer(HttpStatusCode.OK, "<html><title>Login</title></html>", "text/html"),
            "a timeout" => harness.Handler.Hang(),
            _ => harness.Handler.Answer((HttpStatusCode)int.Parse(what, System.Globalization.CultureInfo.InvariantCulture), Found),
        };
        harness.Handler.Json("""{"id":"twice"}""");
        Task<Item> call = harness.GetAsync(Request(CreatePage));
        if (what == "a timeout")
        {
            await harness.Handler.ArrivalAsync();
            harness.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        if (what == "200")
        {
            Assert.Equal("9", (await call).Id);
        }
        else if (what == "500")
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await Assert.ThrowsAsync<ConfluenceApiException>(() => call)).StatusCode);
        }
        else
        {
            await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
        }

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_refused_write_may_be_sent_again_and_waits_at_the_gate_first()
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(1)));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "7")).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(CreatePage))).Id);

        Sent[] sent = [.. harness.Handler.Requests];
        Assert.InRange((sent[1].At - sent[0].At).TotalSeconds, 7, 7.6);
    }

    [Fact]
    public async Task A_body_that_cannot_be_sent_again_is_not()
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(3)));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests).Json(Found);
        MultipartForm form = new MultipartForm().File("file", FileUpload.FromStream("a.txt", new OneWayStream("abc"u8.ToArray())));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreateAttachment, body: RequestBody.Multipart(form))));

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task Hedging_belongs_elsewhere_and_is_told_so()
    {
        using Harness harness = Create(static builder => builder.AddHedging(new HedgingStrategyOptions<ConfluenceResponseDetails>
        {
            MaxHedgedAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Exception is ConfluenceException),
        }));
        harness.Handler.Hang();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Contains("Retry.Pipeline made two attempts of one call at the same time. Put strategies that do so, such as hedging, into ConfluenceClientOptions.Pipeline.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_without_an_attempt_is_refused_with_a_clear_error()
    {
        using Harness harness = Create(static builder => builder
            .AddFallback(new FallbackStrategyOptions<ConfluenceResponseDetails>
            {
                ShouldHandle = static _ => new ValueTask<bool>(true),
                FallbackAction = static _ => new(Outcome.FromResult(new ConfluenceResponseDetails(GetPage, HttpStatusCode.OK))),
            })
            .AddCircuitBreaker(new Polly.CircuitBreaker.CircuitBreakerStrategyOptions<ConfluenceResponseDetails> { ManualControl = new Polly.CircuitBreaker.CircuitBreakerManualControl(isIsolated: true) }));

        Assert.Contains("without making an attempt", (await Assert.ThrowsAsync<InvalidOperationException>(() => harness.GetAsync(Request(GetPage)))).Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_limit_among_the_strategies_is_theirs_and_can_be_handled_by_them(bool isWrite)
    {
        using Harness harness = Create(builder => builder.AddRetry(Repeat(1)).AddTimeout(TimeSpan.FromSeconds(7)));
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(7));
        harness.Handler.Hang().Json(Found);
        Task<Item> call = harness.GetAsync(Request(isWrite ? CreatePage : GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(7));

        if (isWrite)
        {
            await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
            Assert.Single(harness.Handler.Requests);
        }
        else
        {
            Assert.Equal("9", (await call).Id);
            Assert.Equal([nameof(TimeoutRejectedException), "200, attempts 2"], _seen);
        }
    }

    [Fact]
    public async Task Strategies_find_the_operation_in_their_context()
    {
        List<(string?, ConfluenceOperation)> found = [];
        using Harness harness = Create(builder => builder.AddRetry(new RetryStrategyOptions<ConfluenceResponseDetails>
        {
            ShouldHandle = arguments =>
            {
                found.Add((arguments.Context.OperationKey, arguments.Context.Properties.GetValue(ConfluenceResilience.Operation, GetPages)));
                return new ValueTask<bool>(false);
            },
        }));
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal((GetPage.Name, GetPage), Assert.Single(found));
    }

    private static Harness Create(Action<Builder> build) => Harness.Create(options =>
    {
        Builder builder = new() { TimeProvider = options.TimeProvider };
        build(builder);
        options.Retry.Pipeline = builder.Build();
    });

    /// <summary>Repeats whatever comes but the answer that a read wants.</summary>
    private RetryStrategyOptions<ConfluenceResponseDetails> Repeat(int times) => new()
    {
        MaxRetryAttempts = times,
        Delay = TimeSpan.Zero,
        ShouldHandle = arguments =>
        {
            _seen.Add(arguments.Outcome.Exception?.GetType().Name ?? $"{(int)arguments.Outcome.Result!.StatusCode}, attempts {arguments.Outcome.Result.Attempts}"); // One of the two is there.
            return new ValueTask<bool>(arguments.Outcome.Result is not { StatusCode: HttpStatusCode.OK } || arguments.Outcome.Result.Operation == CreatePage);
        },
    };
}
