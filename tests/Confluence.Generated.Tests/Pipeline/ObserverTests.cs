using System.Net;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>What observers are told, and in which order.</summary>
public sealed class ObserverTests
{
    private const string Found = """{"id":"9"}""";

    private readonly RecordingObserver _observer = new();

    [Fact]
    public async Task A_call_with_a_repetition_a_wait_and_a_failure_is_told_in_order()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "5")).Answer(HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(
            [
                "call getPageById", "attempt 1", "answer 503", "retry after 1: status 503",
                "attempt 2", "answer 429", "wait after 2: status 429",
                "attempt 3", "answer 404", "failure ConfluenceApiException",
            ],
            _observer.Events);
    }

    [Fact]
    public async Task Attempts_without_an_answer_are_told_too()
    {
        using Harness harness = Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Json("<html>").Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal(
            ["call getPageById", "attempt 1", "retry after 1: a lost connection", "attempt 2", "answer 200", "retry after 2: an answer that is not JSON", "attempt 3", "answer 200"],
            _observer.Events);
    }

    [Fact]
    public async Task A_no_to_a_question_is_no_failure()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.NotFound);

        Assert.False(await harness.Transport.AskAsync(Request(GetViews), TestContext.Current.CancellationToken));

        Assert.Equal(["call getViews", "attempt 1", "answer 404"], _observer.Events);
    }

    [Fact]
    public async Task What_answers_say_of_the_future_reaches_the_observer_each_time_and_the_log_once()
    {
        using Harness harness = Create();
        for (int i = 0; i < 3; i++)
        {
            harness.Handler.Answer(HttpStatusCode.OK, Found, headers: [("Deprecation", "@1735689600"), ("Sunset", "Sat, 31 Jul 2027 23:59:59 GMT"), ("Warning", "299 - \"Use v2\"")]);
            await harness.GetAsync(Request(i < 2 ? GetPage : GetPages));
        }

        Assert.Equal(
            ["Deprecation", "Sunset", "Warning", "Deprecation", "Sunset", "Warning", "Deprecation", "Sunset", "Warning"],
            _observer.Notices.Select(static notice => notice.Header));
        Assert.Equal("getPageById: Sunset: Sat, 31 Jul 2027 23:59:59 GMT", _observer.Notices.ElementAt(1).ToString());
        Assert.Equal("299 - \"Use v2\"", _observer.Notices.ElementAt(2).Text);
        string[] logged = [.. harness.Log.Where(static line => line.Contains("will change or be removed", StringComparison.Ordinal))];
        Assert.Equal(6, logged.Length);
        Assert.Equal(3, logged.Count(static line => line.StartsWith("Warning: getPageById: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refusals_and_discarded_answers_give_notice_too()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable, headers: ("Sunset", "soon")).Answer(HttpStatusCode.Gone, headers: ("Sunset", "now"));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(["soon", "now"], _observer.Notices.Select(static notice => notice.Text));
    }

    [Theory]
    [InlineData("110 - \"Response is Stale\"")]
    [InlineData("199 - \"Miscellaneous\"")]
    public async Task Warnings_of_caches_are_no_notice(string warning)
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.OK, Found, headers: ("Warning", warning));

        await harness.GetAsync(Request(GetPage));

        Assert.Empty(_observer.Notices);
    }

    [Fact]
    public async Task A_very_long_notice_is_cut()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.OK, Found, headers: ("Warning", "299 - \"" + new string('x', 5000) + "\""));

        await harness.GetAsync(Request(GetPage));

        Assert.InRange(Assert.Single(_observer.Notices).Text.Length, 100, 401);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("attempt")]
    [InlineData("answer")]
    public async Task What_an_observer_throws_ends_the_call_and_holds_on_to_nothing(string where)
    {
        InvalidTimeZoneException failure = new("The observer failed.");
        using Harness harness = Harness.Create(options => options.Observer = new Throwing(where, failure));
        harness.Handler.Json(Found);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => harness.GetAsync(Request(GetPage))));

        Assert.Equal(where == "answer" ? 1 : 0, harness.Handler.Requests.Count);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    private Harness Create() => Harness.Create(options => options.Observer = _observer);

    private sealed class Throwing(string where, Exception failure) : ConfluenceObserver
    {
        public override void OnCall(ConfluenceOperation operation) => At("call");

        public override void OnAttempt(ConfluenceOperation operation, int attempt) => At("attempt");

        public override void OnAnswer(ConfluenceResponseDetails answer) => At("answer");

        private void At(string place)
        {
            if (place == where)
            {
                throw failure;
            }
        }
    }
}
