using System.Net;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>What a refusal of one call means for others.</summary>
public sealed class QuotaGateTests
{
    private const string Found = """{"id":"9"}""";

    private readonly RecordingObserver _observer = new();
    private readonly ApiTokenCredential _credential = new(Harness.Email, Harness.Token);

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Other_calls_wait_too_and_say_that_they_wait_for_another(int status)
    {
        using Harness harness = await RefusedAsync(status, "30");
        harness.Handler.Json(Found);
        List<ConfluenceWait> told = [];

        await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnWait = told.Add }));

        ConfluenceWait wait = Assert.Single(told);
        Assert.Equal((0, $"status {status} of another call", true), (wait.Attempt, wait.Reason, wait.IsAskedByServer));
        Assert.Equal(wait, Assert.Single(_observer.Waits));
        Assert.Matches($@"^getPageById: waits 30(\.\d)? s before it is sent \(status {status} of another call\)$", wait.ToString());
        Sent[] sent = [.. harness.Handler.Requests];
        Assert.InRange((sent[1].At - sent[0].At).TotalSeconds, 30, 30.6);
        Assert.Contains(harness.Log, line => line.StartsWith("Warning: getPageById (GET /wiki/api/v2/pages/9) waits ", StringComparison.Ordinal) && line.Contains($"status {status} of another call.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("acme", true, true)]
    [InlineData("acme", false, false)]
    [InlineData("other", true, false)]
    public async Task Another_client_waits_when_it_has_the_same_credential_object_and_site(string site, bool isSameCredential, bool waits)
    {
        using Harness refused = await RefusedAsync(429, "30");
        using Harness other = Harness.Create(
            options => (options.TimeProvider, options.Observer) = (refused.Clock, _observer),
            site,
            isSameCredential ? _credential : new ApiTokenCredential(Harness.Email, Harness.Token));
        other.Handler.Json(Found);

        await other.GetAsync(Request(GetPage));

        Assert.Equal(waits ? ["status 429 of another call"] : [], _observer.Waits.Select(static wait => wait.Reason));
    }

    [Theory]
    [InlineData(null, 3600, "Quota.MaxWait")]
    [InlineData(0, 5, "with MaxWait it may wait 0 s in all")]
    [InlineData(20, 50, "with MaxWait it may wait 20 s in all")]
    public async Task A_call_that_may_not_wait_that_long_fails_at_once_without_a_request(int? maxWait, int asked, string said)
    {
        using Harness harness = await RefusedAsync(429, $"{asked}");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() =>
            harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = maxWait is { } seconds ? TimeSpan.FromSeconds(seconds) : null })));

        Assert.Equal((ConfluenceErrorKind.RateLimited, 0), (exception.Kind, exception.Attempts));
        Assert.InRange(exception.RetryAfter.GetValueOrDefault().TotalSeconds, asked, asked + 0.6);
        Assert.Contains("getPageById (GET /wiki/api/v2/pages/9) was not sent: another call with this credential was refused because of the quota of the site (status 429)", exception.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Contains("ConfluenceRequestOptions.MaxWait", exception.Message, StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
        Assert.Empty(harness.Clock.Waits);
        Assert.Equal(["call getPageById", "failure ConfluenceApiException"], _observer.Events.TakeLast(2));
    }

    [Fact]
    public async Task A_wait_that_outlasts_the_time_of_the_call_is_not_begun()
    {
        using Harness harness = await RefusedAsync(429, "30");
        harness.Clock.Limits.Add(TimeSpan.FromSeconds(20));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { Timeout = TimeSpan.FromSeconds(20) })));

        Assert.Contains("That is longer than the call may take (20 s).", exception.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Clock.Waits);
    }

    [Fact]
    public async Task A_503_that_names_no_time_is_the_matter_of_one_call()
    {
        using Harness harness = await RefusedAsync(503, retryAfter: null);
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Empty(_observer.Waits);
    }

    [Fact]
    public async Task A_refusal_of_a_media_host_is_not_about_the_quota_of_the_site()
    {
        using Harness harness = Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler
            .Answer(HttpStatusCode.Found, headers: ("Location", "https://media.example.com/file"))
            .Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30"))
            .Json(Found);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.DownloadAsync(Request(Download)));

        await harness.GetAsync(Request(GetPage));

        Assert.Empty(_observer.Waits);
    }

    [Fact]
    public async Task However_often_the_quota_was_waited_for_the_first_back_off_is_a_short_one()
    {
        using Harness harness = Create();
        for (int i = 0; i < 12; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "40"));
        }

        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json(Found);

        await harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { MaxWait = Timeout.InfiniteTimeSpan }));

        Assert.InRange(_observer.Waits.Single(static wait => wait.Reason == "status 503").Delay.TotalSeconds, 0, 1.5);
    }

    [Fact]
    public async Task Little_that_is_left_of_a_quota_slows_the_pace_to_what_lasts_until_it_is_renewed()
    {
        using Harness harness = await NearLimitAsync("50", "2026-11-02T10:00:10Z");

        double[] waits = await GapsAsync(harness, 5);

        Assert.Equal([200, 200, 200, 200], waits[1..]);
        Assert.All(_observer.Waits, static wait => Assert.StartsWith("little of the quota is left", wait.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_renewal_is_measured_by_the_servers_clock_where_the_two_are_far_apart()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.OK, Found, headers:
            [("X-RateLimit-NearLimit", "true"), ("X-RateLimit-Remaining", "50"), ("X-RateLimit-Reset", "2026-11-02T09:00:10Z"), ("Date", "Mon, 02 Nov 2026 09:00:00 GMT")]);
        await harness.GetAsync(Request(GetPage));

        double[] waits = await GapsAsync(harness, 5);

        Assert.Equal([200, 200, 200, 200], waits[1..]);
    }

    [Fact]
    public async Task An_answer_that_says_otherwise_ends_the_slowness()
    {
        using Harness harness = await NearLimitAsync("20", "2026-11-02T10:00:10Z");
        harness.Handler.Answer(HttpStatusCode.OK, Found, headers: [("X-RateLimit-NearLimit", "false"), ("X-RateLimit-Remaining", "60000")]);
        await harness.GetAsync(Request(GetPage));
        int before = _observer.Waits.Count;

        double[] waits = await GapsAsync(harness, 5);

        Assert.Equal([0, 0, 0, 0], waits[1..]);
        Assert.Equal(before, _observer.Waits.Count);
    }

    [Theory]
    [InlineData("2026-11-02T10:00:10Z", 10)]
    [InlineData(null, 60)]
    public async Task A_quota_that_is_renewed_slows_nobody_down_though_answers_say_nothing_of_it(string? reset, int seconds)
    {
        using Harness harness = await NearLimitAsync("20", reset);
        harness.Clock.Advance(TimeSpan.FromSeconds(seconds));

        double[] waits = await GapsAsync(harness, 5);

        Assert.Equal([0, 0, 0, 0], waits[1..]);
    }

    [Fact]
    public async Task Calls_that_give_up_waiting_for_their_turn_are_no_reason_for_others_to_wait()
    {
        using Harness harness = await NearLimitAsync("20", "2026-11-02T10:00:10Z");
        harness.Clock.IsHeld = true;
        using CancellationTokenSource source = new();
        harness.Handler.Json(Found);
        await harness.GetAsync(Request(GetPage));
        Task[] given = [.. Enumerable.Range(0, 15).Select(_ => harness.Transport.SendAsync(Request(GetPage), source.Token))];
        Assert.Equal(15, harness.Clock.Waits.Count);
        await source.CancelAsync();
        foreach (Task call in given)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        harness.Clock.IsHeld = false;
        harness.Handler.Json(Found);
        await harness.GetAsync(Request(GetPage));

        Assert.InRange(harness.Clock.Waits.Last().TotalMilliseconds, 400, 1000);
    }

    private Harness Create(Action<ConfluenceClientOptions>? configure = null) => Harness.Create(
        options =>
        {
            options.Observer = _observer;
            configure?.Invoke(options);
        },
        credential: _credential);

    /// <summary>A client of which one call has been refused and has given up.</summary>
    private async Task<Harness> RefusedAsync(int status, string? retryAfter)
    {
        Harness harness = Create();
        harness.Handler.Answer((HttpStatusCode)status, headers: retryAfter is null ? [] : [("Retry-After", retryAfter)]);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.Zero })));
        return harness;
    }

    /// <summary>A client that has heard that little is left.</summary>
    private async Task<Harness> NearLimitAsync(string remaining, string? reset)
    {
        Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.OK, Found, headers: [("X-RateLimit-NearLimit", "true"), ("X-RateLimit-Remaining", remaining), .. reset is null ? Array.Empty<(string, string)>() : [("X-RateLimit-Reset", reset)]]);
        await harness.GetAsync(Request(GetPage));
        return harness;
    }

    /// <summary>Makes calls one after the other, whose answers say nothing.</summary>
    private static async Task<double[]> GapsAsync(Harness harness, int count)
    {
        for (int i = 0; i < count; i++)
        {
            harness.Handler.Json(Found);
            await harness.GetAsync(Request(GetPage));
        }

        Sent[] sent = [.. harness.Handler.Requests.TakeLast(count + 1)];
        return [.. sent.Skip(1).Zip(sent, static (later, earlier) => (later.At - earlier.At).TotalMilliseconds)];
    }
}
