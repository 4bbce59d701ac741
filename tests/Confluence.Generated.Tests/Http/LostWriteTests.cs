using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class LostWriteTests
{
    [Fact]
    public async Task A_write_whose_connection_broke_has_an_unknown_outcome()
    {
        using Harness harness = Harness.Create();
        HttpRequestException cause = new(HttpRequestError.ResponseEnded, "ended");
        harness.Handler.Fail(cause);

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Same(CreatePage, exception.Operation);
        Assert.Same(cause, Assert.IsType<ConfluenceConnectionException>(exception.InnerException).InnerException);
        Assert.Null(exception.StatusCode);
        Assert.Contains("createPage (POST /wiki/api/v2/pages) was sent, but the connection broke before an answer came.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_broke_off_has_an_unknown_outcome_with_its_status()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("{\"id\""u8.ToArray()));

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Fact]
    public async Task A_write_that_timed_out_has_an_unknown_outcome()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Hang();
        Task call = harness.GetAsync(Request(CreatePage));
        await harness.Handler.ArrivalAsync();

        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.IsType<ConfluenceTimeoutException>((await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call)).InnerException);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_write_behind_a_gateway_that_gave_up_has_an_unknown_outcome(int status)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer((HttpStatusCode)status, "<html><title>Gateway</title></html>", "text/html");

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal(ConfluenceErrorKind.Unavailable, Assert.IsType<ConfluenceApiException>(exception.InnerException).Kind);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "could not be resolved")]
    [InlineData(HttpRequestError.ConnectionError, "no connection could be made")]
    [InlineData(HttpRequestError.SecureConnectionError, "TLS")]
    [InlineData(HttpRequestError.ProxyTunnelError, "proxy")]
    public async Task A_write_that_never_left_is_a_plain_connection_failure(HttpRequestError error, string said)
    {
        using Harness harness = Harness.Create();
        harness.Handler.IsUnreachable = true;
        harness.Handler.Fail(new HttpRequestException(error));

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refused_write_is_a_refusal(int status)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer((HttpStatusCode)status);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage)));
    }

    [Fact]
    public async Task A_refusal_whose_body_breaks_off_stays_a_refusal()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.BadRequest, new BrokenStream("partial"u8.ToArray()), "text/plain");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
        Assert.Equal("partial", exception.Excerpt);
        Assert.Contains("before the whole refusal had arrived", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_read_is_a_plain_connection_failure()
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream([]));

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Contains("the connection broke while the answer was being read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_timeout_in_the_wait_after_a_refused_write_is_no_unknown_outcome()
    {
        using Harness harness = Harness.Create();
        harness.Clock.IsHeld = true;
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "30"));
        Task call = harness.GetAsync(Request(CreatePage, options: new ConfluenceRequestOptions { Timeout = TimeSpan.FromSeconds(31) }));
        await harness.Handler.ArrivalAsync();
        harness.Clock.Advance(TimeSpan.FromSeconds(29));
        harness.Handler.IsUnreachable = true;
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ConnectionError));
        harness.Clock.Advance(TimeSpan.FromSeconds(2));

        Exception exception = await Assert.ThrowsAnyAsync<ConfluenceException>(() => call);

        Assert.IsNotType<ConfluenceOutcomeUnknownException>(exception);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(503)]
    public async Task A_refusal_after_a_lost_answer_says_that_the_first_attempt_may_have_been_carried_out(int status)
    {
        foreach (HttpStatusCode gateway in new[] { HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout, default })
        {
            using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 1);
            _ = gateway == default ? harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)) : harness.Handler.Answer(gateway);
            harness.Handler.Answer((HttpStatusCode)status);

            ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(DeletePage)));

            Assert.Contains("The answer to an earlier attempt of this call was lost, and that attempt may have succeeded", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_read_whose_first_answer_was_lost_has_nothing_to_be_carried_out()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Answer(HttpStatusCode.NotFound)
            .Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.NotFound);

        foreach (ConfluenceOperation operation in new[] { GetPage, UsersBulk })
        {
            ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(operation)));
            Assert.DoesNotContain("may have succeeded", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_write_that_may_be_repeated_and_got_no_answer_says_that_it_may_have_been_carried_out()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Fail(new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.EndsWith("The write may have been carried out.", (await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(DeletePage)))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("carried out", (await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(GetPage)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the client")]
    [InlineData("CancelPendingRequests")]
    [InlineData("the HttpClient")]
    public async Task What_ends_a_call_from_outside_leaves_a_write_unknown_and_tells_a_read_why(string what)
    {
        foreach (ConfluenceOperation operation in new[] { CreatePage, GetPage })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Hang();
            Task<Item> call = harness.GetAsync(Request(operation));
            await harness.Handler.ArrivalAsync();

            switch (what)
            {
                case "the client":
                    harness.Client.Dispose();
                    break;
                case "CancelPendingRequests":
                    harness.HttpClient.CancelPendingRequests();
                    break;
                default:
                    harness.HttpClient.Dispose();
                    break;
            }

            if (operation == CreatePage)
            {
                ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => call);
                Assert.Contains(what == "the client" ? "the client was disposed before an answer came" : "it was cancelled before an answer came", exception.Message, StringComparison.Ordinal);
            }
            else if (what == "the client")
            {
                Assert.Contains("The ConfluenceClient was disposed while getPageById (GET /wiki/api/v2/pages/9) was under way.", (await Assert.ThrowsAsync<ObjectDisposedException>(() => call)).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains("told to cancel its requests", (await Assert.ThrowsAsync<ConfluenceException>(() => call)).Message, StringComparison.Ordinal);
            }

            Assert.Single(harness.Handler.Requests);
        }
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_wait_before_another_attempt()
    {
        foreach (bool isRefused in new[] { true, false })
        {
            using Harness harness = Harness.Create();
            harness.Clock.IsHeld = true;
            TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = isRefused ? harness.Handler.Answer(HttpStatusCode.ServiceUnavailable) : harness.Handler.Json("<html>");
            Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnWait = _ => waiting.SetResult() }));
            await waiting.Task;

            harness.Client.Dispose();

            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
            Assert.Single(harness.Handler.Requests);
        }
    }

    [Fact]
    public async Task The_time_limit_ends_the_wait_before_an_unreadable_answer_is_asked_for_again()
    {
        using Harness harness = Harness.Create(static options => (options.Timeout, options.Retry.BaseDelay) = (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)));
        harness.Clock.IsHeld = true;
        TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Handler.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>") }));
        Task<Item> call = harness.GetAsync(Request(GetPage, options: new ConfluenceRequestOptions { OnWait = _ => waiting.SetResult() }));
        harness.Handler.Hang();
        await waiting.Task;

        // Both timers are due: the limit is the earlier one to be noticed, or ends the attempt that follows.
        harness.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Contains("Before that, an attempt ended with an answer that is not JSON.", (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Message, StringComparison.Ordinal);
    }
}
