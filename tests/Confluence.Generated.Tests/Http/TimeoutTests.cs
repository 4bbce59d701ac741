using System.Net;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class TimeoutTests
{
    private const string Found = """{"id":"9"}""";
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_total = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_repeated()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Hang().Json(Found);
        Task<Item> call = harness.GetAsync(Request(GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(s_attempt);

        Assert.Equal("9", (await call).Id);
    }

    [Fact]
    public async Task An_attempt_whose_body_stalls_is_repeated_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("{\"id\":"u8.ToArray(), isStalling: true)).Json(Found);
        Task<Item> call = harness.GetAsync(Request(GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(s_attempt);

        Assert.Equal("9", (await call).Id);
        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task When_no_repetition_helps_the_timeout_of_the_attempt_is_thrown()
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        harness.Handler.Hang();
        Task<Item> call = harness.GetAsync(Request(GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(s_attempt);

        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);
        Assert.Equal(s_attempt, exception.Limit);
        Assert.Same(GetPage, exception.Operation);
        Assert.Contains("getPageById (GET /wiki/api/v2/pages/9) got no complete answer within 60 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_timeout_ends_a_wait_between_attempts()
    {
        using Harness harness = Harness.Create();
        harness.Clock.IsHeld = true;
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "50"));
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { Timeout = TimeSpan.FromSeconds(55) }));
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(55));
        await harness.Handler.ArrivalAsync();
        harness.Handler.Hang();
        await WaitAsync(() => harness.Clock.Waits.Any(wait => wait != TimeSpan.FromSeconds(55)));
        harness.Clock.Advance(TimeSpan.FromSeconds(51));
        await harness.Handler.ArrivalAsync();
        harness.Clock.Advance(TimeSpan.FromSeconds(4));

        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);

        Assert.Equal(TimeSpan.FromSeconds(55), exception.Limit);
        Assert.Equal(2, exception.Attempts);
        Assert.Contains("within 55 s, the limit for the whole call, after 2 attempts. Before that, an attempt ended with status 429.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_a_call_replaces_that_of_the_client()
    {
        using Harness harness = Harness.Create(options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(3));
        harness.Handler.Hang();
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { Timeout = TimeSpan.FromSeconds(3) }));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Limit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(60L * 24 * 3600)]
    public async Task A_timeout_that_no_timer_keeps_is_refused(long seconds)
    {
        using Harness harness = Harness.Create();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { Timeout = TimeSpan.FromSeconds(seconds) })));

        Assert.Contains("Timeout of the call getPageById", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_call_throws_with_the_callers_token_and_is_no_timeout()
    {
        using Harness harness = Harness.Create();
        using CancellationTokenSource source = new();
        harness.Handler.Hang();
        Task<Item> call = harness.Transport.SendAsync(Request(CreatePage), JsonItem.Model<Item>, source.Token);
        await harness.Handler.ArrivalAsync();

        await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_wait_between_attempts_is_cancelled_at_once()
    {
        using Harness harness = Harness.Create();
        harness.Clock.IsHeld = true;
        using CancellationTokenSource source = new();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable);
        Task<Item> call = harness.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, source.Token);
        await WaitAsync(() => !harness.Clock.Waits.IsEmpty);

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Single(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Nothing_is_sent_for_a_token_that_is_cancelled_already(int retries)
    {
        CountingCredential credential = new();
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = retries, credential: credential);
        CancellationToken cancelled = new(canceled: true);

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, cancelled));

        Assert.Equal(cancelled, exception.CancellationToken);

        Assert.Empty(harness.Handler.Requests);
        Assert.Equal(0, credential.Asked);
    }

    [Fact]
    public async Task The_timeout_of_a_given_http_client_counts_as_one_of_an_attempt()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new TaskCanceledException("The HttpClient's limit ran out.", new TimeoutException())).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Fact]
    public async Task An_upload_is_bounded_by_the_total_timeout_only()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Hang();
        MultipartForm form = new MultipartForm().File("file", FileUpload.FromBytes("a.txt", "abc"u8.ToArray()));
        Task<Item> call = harness.GetAsync(Request(CreateAttachment, body: RequestBody.Multipart(form)));
        await harness.Handler.ArrivalAsync();

        // That it has no limit of its own is seen at its timers: whether it goes on would be a matter of patience.
        Assert.DoesNotContain(s_attempt, harness.Clock.Started);
        harness.Clock.Advance(s_attempt * 2);
        harness.Clock.Advance(s_total);

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
        Assert.Equal(s_total, Assert.IsType<ConfluenceTimeoutException>(exception.InnerException).Limit);
    }

    [Fact]
    public async Task A_write_of_json_is_bounded_by_the_limit_of_an_attempt()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Hang();
        Task<Item> call = harness.GetAsync(Request(CreatePage, body: RequestBody.Json(new Item { Id = "1" }, JsonItem.Model)));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(s_attempt);

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
        Assert.Equal(s_attempt, Assert.IsType<ConfluenceTimeoutException>(exception.InnerException).Limit);
    }

    [Fact]
    public async Task A_call_of_one_attempt_that_runs_out_of_time_tells_of_no_earlier_one()
    {
        using Harness harness = Harness.Create(static options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);
        harness.Handler.Hang();
        Task<Item> call = harness.GetAsync(Request(GetPage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(s_total);

        Assert.Equal(
            "getPageById (GET /wiki/api/v2/pages/9) did not end within 300 s, the limit for the whole call, after 1 attempt. Raise the Timeout of the call or of the client if it may take longer.",
            (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Message);
    }

    [Fact]
    public async Task A_caller_who_gives_up_as_a_given_http_client_does_is_told_of_its_own_token()
    {
        using Harness harness = Harness.Create();
        using CancellationTokenSource source = new();
        harness.Handler.Then(async (_, _) =>
        {
            await source.CancelAsync();
            throw new TaskCanceledException("The HttpClient's limit ran out.", new TimeoutException());
        });

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Transport.SendAsync(Request(GetPage), source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (int i = 0; !condition(); i++)
        {
            Assert.True(i < 3000, "The condition did not come true.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private sealed class CountingCredential : ConfluenceCredential
    {
        public int Asked { get; private set; }

        public override ValueTask<System.Net.Http.Headers.AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return new(new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Harness.Token));
        }
    }
}
