using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class RetryTests
{
    private const string Found = """{"id":"9"}""";

    public static TheoryData<int, string, string, bool> Table()
    {
        TheoryData<int, string, string, bool> table = [];
        foreach ((string operation, bool isIdempotent) in new[] { ("GET", true), ("PUT", true), ("DELETE", true), ("POST", false), ("reading POST", true) })
        {
            foreach (string retryAfter in new[] { "", "2" })
            {
                table.Add(429, operation, retryAfter, true);
                foreach (int status in new[] { 408, 502, 503, 504 })
                {
                    table.Add(status, operation, retryAfter, isIdempotent);
                }

                foreach (int status in new[] { 500, 501, 507 })
                {
                    table.Add(status, operation, retryAfter, isIdempotent && retryAfter.Length > 0);
                }

                foreach (int status in new[] { 302, 304, 400, 401, 403, 404, 409, 410, 413, 415 })
                {
                    table.Add(status, operation, retryAfter, false);
                }
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_refused_attempt_is_repeated_by_its_class_only(int status, string operation, string retryAfter, bool isRepeated)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer((HttpStatusCode)status, headers: retryAfter.Length == 0 ? [] : [("Retry-After", retryAfter)]).Json(Found);
        Task<Item> call = harness.GetAsync(Request(OperationFor(operation)));

        if (isRepeated)
        {
            Assert.Equal("9", (await call).Id);
        }
        else
        {
            await Assert.ThrowsAnyAsync<ConfluenceException>(() => call);
        }

        Assert.Equal(isRepeated ? 2 : 1, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("reading POST", true)]
    [InlineData("POST", false)]
    public async Task A_lost_connection_is_repeated_for_idempotent_calls_only(string operation, bool isRepeated)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Json(Found);
        Task<Item> call = harness.GetAsync(Request(OperationFor(operation)));

        if (isRepeated)
        {
            Assert.Equal("9", (await call).Id);
        }
        else
        {
            await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
        }

        Assert.Equal(isRepeated ? 2 : 1, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_lost_write_that_may_be_repeated_is_no_unknown_outcome()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded));

        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(UpdatePage)));
    }

    [Fact]
    public async Task At_most_four_repetitions_then_the_last_refusal_is_thrown_with_the_number_of_attempts()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests);
        }

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(ConfluenceErrorKind.RateLimited, exception.Kind);
        Assert.Equal(5, exception.Attempts);
        Assert.Equal(5, harness.Handler.Requests.Count);
        Assert.Contains("after 5 attempts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_double_in_all_vary_by_chance_and_stop_growing_at_the_cap()
    {
        using Harness harness = Harness.Create(options => (options.Retry.MaxRetries, options.Timeout) = (8, TimeSpan.FromHours(1)));
        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Answer(HttpStatusCode.ServiceUnavailable);
        }

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(8, harness.Clock.Waits.Count);
        Assert.All(harness.Clock.Waits, static wait => Assert.InRange(wait.TotalSeconds, 0, 30));
        Assert.InRange(harness.Clock.Waits.Take(5).Sum(static wait => wait.TotalSeconds), 11.3, 22.9);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("60", 60)]
    [InlineData("Mon, 02 Nov 2026 10:00:20 GMT", 20)]
    public async Task A_wait_that_the_server_names_is_kept_and_exceeded_by_half_a_base_delay_at_most(string retryAfter, double seconds)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", retryAfter)).Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.InRange(Assert.Single(harness.Clock.Waits).TotalSeconds, seconds, seconds + 0.5);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData("1e300")]
    [InlineData("Mon, 02 Nov 2026 09:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_that_makes_no_sense_counts_as_not_named(string retryAfter)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", retryAfter)).Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.InRange(Assert.Single(harness.Clock.Waits).TotalSeconds, 0.5, 1);
    }

    [Fact]
    public async Task A_point_in_time_is_measured_with_the_clock_of_the_server()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: [("Retry-After", "Mon, 02 Nov 2026 08:00:20 GMT"), ("Date", "Mon, 02 Nov 2026 08:00:00 GMT")]).Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.InRange(Assert.Single(harness.Clock.Waits).TotalSeconds, 20, 20.5);
    }

    [Theory]
    [InlineData("86400", 86400.0)]
    [InlineData("86401", null)]
    [InlineData("Tue, 03 Nov 2026 10:00:00 GMT", 86400.0)]
    [InlineData("Tue, 03 Nov 2026 10:00:01 GMT", null)]
    [InlineData("Mon, 02 Nov 2026 10:00:00 GMT", null)]
    public void A_wait_of_a_day_makes_sense_and_a_longer_one_none(string text, double? seconds) =>
        Assert.Equal(seconds, RetryAfter.Parse(text, new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero))?.TotalSeconds);

    [Fact]
    public async Task Repetitions_without_an_end_of_time_are_made()
    {
        using Harness harness = Harness.Create(static options => options.Timeout = Timeout.InfiniteTimeSpan);
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Theory]
    [InlineData(15, 4, true)]
    [InlineData(15, 5, false)]
    [InlineData(15, 6, false)]
    public async Task A_wait_must_end_before_the_total_timeout_does(int passed, int wait, bool isBegun)
    {
        using Harness harness = Harness.Create(static options => (options.Timeout, options.Retry.BaseDelay) = (TimeSpan.FromSeconds(20), TimeSpan.Zero));
        harness.Handler.Then((_, _) =>
        {
            harness.Clock.Advance(TimeSpan.FromSeconds(passed));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", $"{wait}" } } });
        }).Json(Found);

        Task<Item> call = harness.GetAsync(Request(GetPage));

        if (isBegun)
        {
            await call;
        }
        else
        {
            await Assert.ThrowsAsync<ConfluenceApiException>(() => call);
            Assert.Empty(harness.Clock.Waits);
        }
    }

    [Fact]
    public async Task A_longer_wait_than_accepted_ends_the_call_at_once_and_is_told()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: [("Retry-After", "1800"), ("RateLimit-Reason", "confluence-quota-tenant-based")]);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(TimeSpan.FromMinutes(30), exception.RetryAfter);
        Assert.Equal(1, exception.Attempts);
        Assert.Contains("Wait 1800 s", exception.Message, StringComparison.Ordinal);
        Assert.Contains("confluence-quota-tenant-based", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_the_total_timeout_would_cut_off_is_not_begun()
    {
        using Harness harness = Harness.Create(options => options.Timeout = TimeSpan.FromSeconds(20));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30"));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Empty(harness.Clock.Waits);
    }

    [Fact]
    public async Task Each_attempt_sends_the_same_request_anew()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests).Answer(HttpStatusCode.TooManyRequests).Json(Found);
        QueryBuilder query = new();
        query.Add("status", "current");

        await harness.GetAsync(Request(CreatePage, query, RequestBody.Json(new Item { Id = "1" }, JsonItem.Model)));

        Assert.Equal(3, harness.Handler.Requests.Count);
        Assert.All(harness.Handler.Requests, sent =>
        {
            Assert.Equal("https://acme.atlassian.net/wiki/api/v2/pages?status=current", sent.Uri.AbsoluteUri);
            Assert.Equal("""{"id":"1"}""", sent.Text);
            Assert.StartsWith("Basic ", sent.Header("Authorization"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Discarded_answers_are_disposed()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.BadGateway, "x").Answer(HttpStatusCode.TooManyRequests, "y").Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal(3, harness.Handler.Contents.Count);
        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task No_repetitions_when_they_are_turned_off()
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.TooManyRequests);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_body_that_cannot_be_sent_again_is_not_repeated()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests);
        MultipartForm form = new MultipartForm().File("file", FileUpload.FromStream("a.txt", new OneWayStream("abc"u8.ToArray())));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreateAttachment, body: RequestBody.Multipart(form))));

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_repetition_is_logged_with_operation_path_and_reason()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json(Found);

        await harness.GetAsync(Request(GetPage));

        string entry = Assert.Single(harness.Log, entry => entry.StartsWith("Warning", StringComparison.Ordinal));
        Assert.Contains("getPageById (GET /wiki/api/v2/pages/9): attempt 1 ended with status 503.", entry, StringComparison.Ordinal);
        Assert.Contains(harness.Log, static line => line.StartsWith("Debug: getPageById (GET /wiki/api/v2/pages/9): 200 at attempt 2.", StringComparison.Ordinal));
        Assert.Equal("Confluence.Generated", harness.LogCategory);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(404)]
    public async Task A_conflict_after_a_lost_answer_says_that_the_first_attempt_may_have_succeeded(int status)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Answer((HttpStatusCode)status);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(UpdatePage)));

        Assert.Contains("that attempt may have succeeded", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_after_a_refusal_says_nothing_of_a_lost_answer()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.Conflict);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(UpdatePage)));

        Assert.DoesNotContain("may have succeeded", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD", true, false)]
    [InlineData("GET", true, false)]
    [InlineData("PUT", true, true)]
    [InlineData("DELETE", true, true)]
    [InlineData("POST", false, true)]
    [InlineData("PATCH", false, true)]
    public void A_method_tells_whether_it_may_be_repeated_and_whether_it_writes(string method, bool isIdempotent, bool isWrite)
    {
        ConfluenceOperation operation = new("any", "v2", method, "/");

        Assert.Equal((isIdempotent, isWrite), (operation.IsIdempotent, operation.IsWrite));
    }

    private static ConfluenceOperation OperationFor(string name) => name switch
    {
        "GET" => GetPage,
        "PUT" => UpdatePage,
        "DELETE" => DeletePage,
        "reading POST" => UsersBulk,
        _ => CreatePage,
    };
}
