using System.Net;
using Confluence.Generated.Authentication;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>What a call tells of its answer when it is asked to.</summary>
public class ResponseDetailsTests
{
    private const string Secret = "very-secret-value-0123456789";

    [Fact]
    public async Task A_call_tells_the_details_of_its_answer_before_it_returns()
    {
        using Harness harness = Harness.Create();
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Then((_, _) =>
        {
            harness.Clock.Advance(TimeSpan.FromMilliseconds(1500));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Headers = { { "atl-request-id", "req-1" }, { "X-RateLimit-Limit", "65000" }, { "Vary", ["Accept", "Origin"] } },
                Content = new StringContent("""{"id":"9"}"""),
            });
        });

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage, options: Telling(told)))).Id);

        ConfluenceResponseDetails details = Assert.Single(told);
        Assert.Same(GetPage, details.Operation);
        Assert.Equal(HttpStatusCode.Accepted, details.StatusCode);
        Assert.Equal("req-1", details.RequestId);
        Assert.Equal(65000, details.Quota?.Limit);
        Assert.Equal(1, details.Attempts);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), details.Duration);
        Assert.Null(details.PageNumber);
        Assert.Equal(["Accept", "Origin"], details.Headers["vary"]);
        Assert.Equal(["text/plain; charset=utf-8"], details.Headers["Content-Type"]);
        Assert.Equal("getPageById (GET /wiki/api/v2/pages/{id}): 202, attempts 1, 1.5 s", details.ToString());
    }

    [Fact]
    public async Task Only_the_answer_that_ends_the_call_is_told_and_counts_the_attempts_before_it()
    {
        using Harness harness = Harness.Create();
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "7")).Json("""{"id":"9"}""");

        await harness.GetAsync(Request(GetPage, options: Telling(told)));

        ConfluenceResponseDetails details = Assert.Single(told);
        Assert.Equal(HttpStatusCode.OK, details.StatusCode);
        Assert.Equal(2, details.Attempts);
        Assert.True(details.Duration >= TimeSpan.FromSeconds(7), $"The wait is a part of the call, and it took {details.Duration}.");
        Assert.Null(details.Quota);
        Assert.Null(details.RequestId);
    }

    [Fact]
    public async Task A_refusal_is_told_before_it_is_thrown()
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: [("Retry-After", "7"), ("RateLimit-Reason", "confluence-burst-based"), ("atl-traceid", "trace-1")]);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.SendAsync(Request(UpdatePage, options: Telling(told))));

        ConfluenceResponseDetails details = Assert.Single(told);
        Assert.Equal(HttpStatusCode.TooManyRequests, details.StatusCode);
        Assert.Equal("trace-1", details.RequestId);
        Assert.Equal("confluence-burst-based", details.Quota?.Reason);
        Assert.Equal("confluence-burst-based", exception.Quota?.Reason);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.Quota?.RetryAfter);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_too()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Json("no json");

        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage, options: Telling(told))));

        Assert.Equal(HttpStatusCode.OK, Assert.Single(told).StatusCode);
    }

    [Fact]
    public async Task A_call_without_an_answer_tells_nothing()
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ConnectionError));

        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(GetPage, options: Telling(told))));

        Assert.Empty(told);
    }

    [Fact]
    public async Task Calls_without_a_result_and_downloads_tell_as_well()
    {
        using Harness harness = Harness.Create();
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.OK, "content", "image/png");

        await harness.SendAsync(Request(DeletePage, options: Telling(told)));
        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download, options: Telling(told)));

        Assert.Equal(["deletePage 204", "downloadAttatchment 200"], told.Select(details => $"{details.Operation.Id} {(int)details.StatusCode}"));
        Assert.Equal(["image/png"], told[1].Headers["content-type"]);
        using StreamReader reader = new(download.Content);
        Assert.Equal("content", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task What_the_callback_throws_the_call_throws_and_lets_the_answer_go(HttpStatusCode status)
    {
        using Harness harness = Harness.Create();
        InvalidTimeZoneException thrown = new("The caller's own.");
        harness.Handler.Answer(status, "content");

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => harness.DownloadAsync(Request(Download, options: new ConfluenceRequestOptions { OnResponse = _ => throw thrown }))));
        Assert.True(Assert.Single(harness.Handler.Contents).IsDisposed);
    }

    [Theory]
    [InlineData("Set-Cookie")]
    [InlineData("X-CSRF-Token")]
    [InlineData("x-amz-security-token")]
    [InlineData("Proxy-Authorization")]
    [InlineData("X-Api-Key")]
    [InlineData("X-Session-Id")]
    [InlineData("X-JWT-Assertion")]
    public async Task Headers_that_carry_secrets_are_left_out(string name)
    {
        ConfluenceResponseDetails details = await DetailsAsync((name, Secret), ("X-Kept", "yes"));

        Assert.DoesNotContain(name, details.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["yes"], details.Headers["x-kept"]);
    }

    [Theory]
    [InlineData("Location", "https://media.example/file?sig=" + Secret, "https://media.example/file?[removed]")]
    [InlineData("Content-Location", "/file#" + Secret, "/file?[removed]")]
    [InlineData("Location", "?sig=" + Secret, "?[removed]")]
    [InlineData("Location", "/file", "/file")]
    [InlineData("X-Echo", "Bearer " + Secret, "Bearer [removed]")]
    [InlineData("X-Echo", "/x?token=" + Secret + "&y=1", "/x?token=[removed]&y=1")]
    [InlineData("X-Echo", "one\ttwo", "one two")]
    [InlineData("X-Echo", "", "")]
    public async Task The_values_of_headers_are_fit_to_be_shown(string name, string sent, string told) =>
        Assert.Equal([told], (await DetailsAsync((name, sent))).Headers[name]);

    [Fact]
    public async Task A_very_long_value_is_cut()
    {
        string value = Assert.Single((await DetailsAsync(("X-Echo", new string('x', 10_000)))).Headers["X-Echo"]);

        Assert.Equal(4097, value.Length);
        Assert.EndsWith("…", value, StringComparison.Ordinal);
    }

    [Fact]
    public void Details_can_be_made_by_tests_of_callers()
    {
        ConfluenceResponseDetails details = new(GetPages, HttpStatusCode.OK) { PageNumber = 2, Duration = TimeSpan.FromMilliseconds(120) };

        Assert.Empty(details.Headers);
        Assert.Equal(1, details.Attempts);
        Assert.Equal("getPages (GET /wiki/api/v2/pages): 200, page 2, attempts 1, 0.12 s", details.ToString());
        Assert.Equal("operation", Assert.Throws<ArgumentNullException>(() => new ConfluenceResponseDetails(null!, HttpStatusCode.OK)).ParamName); // What a caller without nullable checks may pass.
    }

    private static ConfluenceRequestOptions Telling(List<ConfluenceResponseDetails> told) => new() { OnResponse = told.Add };

    private static async Task<ConfluenceResponseDetails> DetailsAsync(params (string Name, string Value)[] headers)
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        List<ConfluenceResponseDetails> told = [];
        harness.Handler.Answer(HttpStatusCode.OK, """{"id":"9"}""", "application/json", headers);
        await harness.SendAsync(Request(GetPage, options: Telling(told)));
        return Assert.Single(told);
    }
}
