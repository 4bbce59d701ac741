using System.Net;
using Confluence.Generated.Http;
using static Confluence.Generated.Tests.Http.Operations;

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
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ConnectionError));
        harness.Clock.Advance(TimeSpan.FromSeconds(2));

        Exception exception = await Assert.ThrowsAnyAsync<ConfluenceException>(() => call);

        Assert.IsNotType<ConfluenceOutcomeUnknownException>(exception);
    }
}
