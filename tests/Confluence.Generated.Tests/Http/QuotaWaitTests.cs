using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Calls that wait through a quota.</summary>
public sealed class QuotaWaitTests
{
    private const string Found = """{"id":"9"}""";

    private readonly List<ConfluenceWait> _told = [];

    [Fact]
    public async Task A_quota_of_an_hour_is_waited_for_and_uses_up_neither_time_nor_repetitions()
    {
        using Harness harness = Harness.Create(static options => (options.Timeout, options.Retry.MaxRetries) = (TimeSpan.FromMinutes(1), 0));
        harness.Handler
            .Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3600"))
            .Answer(HttpStatusCode.ServiceUnavailable, headers: ("Retry-After", "1800"))
            .Json(Found);

        Item item = await harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromHours(2))));

        Assert.Equal("9", item.Id);
        Assert.Collection(
            _told,
            static wait => Assert.Equal((1, "status 429", true), (wait.Attempt, wait.Reason, wait.IsAskedByServer)),
            static wait => Assert.Equal((2, "status 503", true), (wait.Attempt, wait.Reason, wait.IsAskedByServer)));
        Assert.InRange(_told[0].Delay.TotalSeconds, 3600, 3600.5);
        Assert.InRange(_told[1].Delay.TotalSeconds, 1800, 1800.5);
        Assert.InRange((harness.Handler.Last.At - harness.Handler.Requests.First().At).TotalSeconds, 5400, 5401);
        Assert.Same(GetPage, _told[0].Operation);
        Assert.StartsWith("getPageById: attempt 1 ended with status 429; the next one follows in 3600", _told[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_holds_for_what_is_not_waited()
    {
        using Harness harness = Harness.Create(static options => (options.Timeout, options.AttemptTimeout) = (TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3600")).Hang();
        Task<Item> call = harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromHours(2))));
        await harness.Handler.ArrivalAsync();
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromMinutes(1), (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Limit);
    }

    [Fact]
    public async Task Two_waits_that_fill_the_limit_are_waited_and_a_third_ends_the_call_at_once()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 3; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "75"));
        }

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage, options: Patient(TimeSpan.FromSeconds(150)))));

        Assert.Equal(2, _told.Count);
        Assert.Equal(3, exception.Attempts);
        Assert.Equal(ConfluenceErrorKind.RateLimited, exception.Kind);
        Assert.Contains("The server asks for a wait of 75 s, and the call has waited 150 s already: with MaxWait it may wait 150 s in all.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("75", "The server asks for a wait of 75 s, and the call has not waited yet: with MaxWait it may wait 60 s in all.", 60)]
    [InlineData("", "The server names no time, and the call has not waited yet: with MaxWait it may wait 0 s in all.", 0)]
    public async Task A_longer_wait_than_allowed_is_not_begun(string asked, string said, int seconds)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: asked.Length == 0 ? [] : [("Retry-After", asked)]);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromSeconds(seconds)))));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Empty(_told);
        Assert.Empty(harness.Clock.Waits);
    }

    [Fact]
    public async Task A_burst_limit_without_a_time_is_outlasted_in_growing_steps_until_the_limit_is_used_up()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 30; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests);
        }

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromMinutes(3)))));

        Assert.Equal(TimeSpan.FromMinutes(3), _told.Aggregate(TimeSpan.Zero, static (sum, wait) => sum + wait.Delay));
        Assert.InRange(_told.Count, 9, 18);
        Assert.All(_told, static wait => Assert.False(wait.IsAskedByServer));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0)]
    public async Task A_server_that_keeps_naming_tiny_times_is_not_asked_ever_so_often(int baseDelayMilliseconds)
    {
        using Harness harness = Harness.Create(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(baseDelayMilliseconds));
        for (int i = 0; i < 200; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "0.001"));
        }

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromSeconds(10)))));

        Assert.InRange(harness.Handler.Requests.Count, 4, 105);
    }

    [Fact]
    public async Task Without_a_limit_a_quota_is_waited_for_however_often_it_comes()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 30; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "86400"));
        }

        harness.Handler.Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage, options: Patient(Timeout.InfiniteTimeSpan)))).Id);
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(500, "5")]
    [InlineData(502, "5")]
    public async Task Other_failures_keep_to_the_number_of_repetitions(int status, string retryAfter)
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Answer((HttpStatusCode)status, headers: retryAfter.Length == 0 ? [] : [("Retry-After", retryAfter)]);
        }

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromHours(1)))));

        Assert.Equal(5, exception.Attempts);
        Assert.DoesNotContain("MaxWait", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_must_not_be_repeated_does_not_wait_for_a_503()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable, headers: ("Retry-After", "5"));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage, options: Patient(TimeSpan.FromHours(1)))));

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Every_wait_is_told_also_those_before_an_unreadable_answer_is_asked_for_again()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.BadGateway).Json("<html>").Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Json(Found);

        await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnWait = _told.Add }));

        Assert.Equal(["status 502", "an answer that is not JSON", "a lost connection"], _told.Select(static wait => wait.Reason));
        Assert.Equal([1, 2, 3], _told.Select(static wait => wait.Attempt));
        Assert.Equal(harness.Clock.Waits, _told.Select(static wait => TimeSpan.FromMilliseconds((long)wait.Delay.TotalMilliseconds))); // Timers know whole milliseconds.
    }

    [Fact]
    public async Task What_the_listener_throws_the_call_throws()
    {
        foreach (bool isRefused in new[] { true, false })
        {
            using Harness harness = Harness.Create();
            InvalidTimeZoneException failure = new("The listener failed.");
            _ = isRefused ? harness.Handler.Answer(HttpStatusCode.ServiceUnavailable) : harness.Handler.Json("<html>");

            Assert.Same(failure, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnWait = _ => throw failure }))));

            Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
        }
    }

    [Fact]
    public async Task A_negative_wait_is_refused_by_name()
    {
        using Harness harness = Harness.Create();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => harness.GetAsync(Request(GetPage, options: Patient(TimeSpan.FromSeconds(-5)))));

        Assert.Contains("MaxWait of the call getPageById", exception.Message, StringComparison.Ordinal);
    }

    private ConfluenceRequestOptions Patient(TimeSpan maxWait) => new() { MaxWait = maxWait, OnWait = _told.Add };
}
