using System.Net;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>The server counts each message, and so does the client: those that follow at once too.</summary>
public sealed class MessageCountTests
{
    private const string Found = """{"id":"9"}""";

    private readonly RecordingObserver _observer = new();
    private int _attempts;

    [Fact]
    public async Task A_renewed_credential_makes_two_messages_of_a_call()
    {
        RenewingCredential credential = new();
        using Harness harness = Harness.Create(options => options.Observer = _observer, credential: credential);
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Json(Found);

        await harness.GetAsync(Request(CreatePage, options: Counting()));

        Assert.Equal((2, 1), (_attempts, credential.Renewals));
        Assert.Equal(["Bearer token-number-0", "Bearer token-number-1"], harness.Handler.Requests.Select(static sent => sent.Header("Authorization")));
        Assert.Equal(["call createPage", "attempt 1", "answer 401", "attempt 2", "answer 200"], _observer.Events);
        Assert.Empty(harness.Clock.Waits);
    }

    [Fact]
    public async Task A_body_that_is_sent_unannounced_makes_another_message()
    {
        using Harness harness = Harness.Create(credential: new RenewingCredential());
        harness.Handler.Answer(HttpStatusCode.ExpectationFailed).Json(Found);

        await harness.GetAsync(Request(CreatePage, options: Counting()));

        Assert.Equal((2, 2), (_attempts, harness.Handler.Requests.Count));
    }

    [Theory]
    [InlineData(417, 401)]
    [InlineData(401, 417)]
    public async Task Both_may_follow_each_other_and_need_no_repetitions(int first, int second)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0, credential: new RenewingCredential());
        harness.Handler.Answer((HttpStatusCode)first).Answer((HttpStatusCode)second).Json(Found);

        await harness.GetAsync(Request(CreatePage, options: Counting()));

        Assert.Equal(3, _attempts);
    }

    [Theory]
    [InlineData(401, 401)]
    [InlineData(417, 417)]
    public async Task Each_happens_once_in_a_call(int first, int second)
    {
        RenewingCredential credential = new();
        using Harness harness = Harness.Create(credential: credential);
        harness.Handler.Answer((HttpStatusCode)first).Answer((HttpStatusCode)second);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(((HttpStatusCode)second, 2), (exception.StatusCode, exception.Attempts));
        Assert.Equal(first == 401 ? 1 : 0, credential.Renewals);
    }

    [Fact]
    public async Task After_a_repetition_the_credential_is_not_renewed_once_more()
    {
        RenewingCredential credential = new();
        using Harness harness = Harness.Create(credential: credential);
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.Unauthorized);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal((HttpStatusCode.Unauthorized, 3, 1), (exception.StatusCode, exception.Attempts, credential.Renewals));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task What_fails_after_a_renewal_is_repeated_as_usual(int status)
    {
        using Harness harness = Harness.Create(options => options.Observer = _observer, credential: new RenewingCredential());
        harness.Handler.Answer(HttpStatusCode.Unauthorized);
        _ = status == 0 ? harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)) : harness.Handler.Answer((HttpStatusCode)status);
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage, options: Counting()));

        Assert.Equal(3, _attempts);
        Assert.Equal(2, Assert.Single(_observer.Waits).Attempt);
    }

    [Fact]
    public async Task A_renewal_takes_no_repetition_from_those_that_are_allowed()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 1, credential: new RenewingCredential());
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.ServiceUnavailable).Json(Found);

        await harness.GetAsync(Request(GetPage, options: Counting()));

        Assert.Equal(3, _attempts);
    }

    [Fact]
    public async Task A_renewed_call_waits_for_the_quota_that_another_one_used_up_meanwhile()
    {
        using Harness harness = Refusing(retryAfter: "20");
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage, options: Counting()));

        Assert.Equal(2, _attempts);
        Assert.Equal("status 429 of another call", Assert.Single(_observer.Waits).Reason);
        Sent[] sent = [.. harness.Handler.Requests];
        Assert.InRange((sent[2].At - sent[1].At).TotalSeconds, 20, 21);
    }

    [Fact]
    public async Task A_renewed_call_that_may_not_wait_is_told_of_the_quota_and_not_that_its_credential_is_refused()
    {
        using Harness harness = Refusing(retryAfter: "3600");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: Counting())));

        Assert.Equal((ConfluenceErrorKind.RateLimited, 1), (exception.Kind, exception.Attempts));
        Assert.InRange(exception.RetryAfter.GetValueOrDefault().TotalSeconds, 3600, 3601);
        Assert.Contains("was not sent once more", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    /// <summary>A client of which one call is refused while another one renews the credential.</summary>
    private Harness Refusing(string retryAfter)
    {
        Harness? made = null;
        RenewingCredential credential = new(async () => await Assert.ThrowsAsync<ConfluenceApiException>(
            () => made!.GetAsync(Request(GetPages, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.Zero })))); // Set before the first call.
        made = Harness.Create(options => options.Observer = _observer, credential: credential);
        made.Handler.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", retryAfter));
        return made;
    }

    private ConfluenceRequestOptions Counting() => new() { OnResponse = answer => _attempts = answer.Attempts };
}
