using System.Diagnostics;
using System.Net;
using Confluence.Generated.Calls;
using Confluence.Generated.Requests;
using Confluence.Generated.Telemetry;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Telemetry;

/// <summary>Listeners of traces and metrics hear of each call once, and nothing of what it holds.</summary>
[Collection(nameof(TelemetryTestsAlone))]
public sealed class TelemetryTests
{
    private const string Name = "Tests.GetPageById";

    private static readonly ConfluenceOperation s_getPage = new("getPageById", "v2", "GET", "/wiki/api/v2/pages/{id}") { Name = Name };

    [Fact]
    public async Task A_call_is_one_span_with_the_names_of_the_conventions()
    {
        using TelemetryListener listener = new(Name);
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, """{"id":"9"}""", headers: [("atl-traceid", "abc123"), ("X-RateLimit-Remaining", "77"), ("RateLimit-Reason", "confluence-burst-based")]);

        await harness.GetAsync(TestOperations.Request(s_getPage));

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal((ActivityKind.Client, ActivityStatusCode.Unset), (span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["confluence.operation.name"] = Name,
                ["confluence.api.version"] = "v2",
                ["http.request.method"] = "GET",
                ["url.template"] = "/wiki/api/v2/pages/{id}",
                ["server.address"] = "acme.atlassian.net",
                ["server.port"] = 443,
                ["http.response.status_code"] = 200,
                ["confluence.request.id"] = "abc123",
                ["confluence.rate_limit.remaining"] = 77L,
                ["confluence.rate_limit.reason"] = "confluence-burst-based",
            },
            span.TagObjects.ToDictionary());
        (string metric, _, IReadOnlyDictionary<string, object?> tags) = Assert.Single(listener.Measurements);
        Assert.Equal("confluence.client.operation.duration", metric);
        Assert.Equal(["confluence.api.version", "confluence.operation.name", "server.address"], tags.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Failures_that_were_repeated_away_are_events_and_no_error()
    {
        using TelemetryListener listener = new(Name);
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3600")).Json("""{"id":"9"}""");

        await harness.GetAsync(TestOperations.Request(s_getPage, options: new ConfluenceRequestOptions { MaxWait = TimeSpan.FromHours(2) }));

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal((ActivityStatusCode.Unset, null), (span.Status, span.GetTagItem("error.type")));
        Assert.Equal(["retry", "rate_limit.wait"], span.Events.Select(static told => told.Name));
        Assert.Equal(2, listener.Measurements.Single(static measurement => measurement.Name == "confluence.client.retries").Value);
        Assert.InRange(listener.Measurements.Single(static measurement => measurement.Name == "confluence.client.rate_limit.wait.duration").Value, 3600, 3601);
        Assert.InRange(listener.Measurements.Single(static measurement => measurement.Name == "confluence.client.operation.duration").Value, 3600, 3610);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "403")]
    [InlineData(HttpStatusCode.NotFound, "404")]
    public async Task A_call_that_fails_tells_why(HttpStatusCode status, string error)
    {
        using TelemetryListener listener = new(Name);
        using Harness harness = Harness.Create();
        harness.Handler.Answer(status, """{"message":"No"}""");

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(TestOperations.Request(s_getPage)));

        Activity span = Assert.Single(listener.Spans);
        Assert.Equal((ActivityStatusCode.Error, error, (int)status), (span.Status, span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code")));
        Assert.Equal(error, Assert.Single(listener.Measurements).Tags["error.type"]);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_by_the_exception()
    {
        using TelemetryListener listener = new(Name);
        using Harness harness = Harness.Create();
        harness.Handler.Json("[1]");

        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(TestOperations.Request(s_getPage)));

        Assert.Equal(typeof(ConfluenceResponseException).FullName, Assert.Single(listener.Spans).GetTagItem("error.type"));
    }

    [Fact]
    public async Task No_is_an_answer_to_a_question()
    {
        using TelemetryListener listener = new("ContentRestrictions.GetContentRestrictionStatusForUser");
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.NotFound);

        Assert.False(await harness.Client.V1.ContentRestrictions.GetContentRestrictionStatusForUserAsync("7", RestrictionOperationKey.Read, "a-1", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((ActivityStatusCode.Unset, null), (Assert.Single(listener.Spans).Status, listener.Spans.Single().GetTagItem("error.type")));
    }

    [Fact]
    public async Task A_download_is_told_until_its_content_begins()
    {
        const string Download = "Tests.Download";
        using TelemetryListener listener = new(Download);
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "content", "text/plain").Answer(HttpStatusCode.NotFound, """{"message":"No"}""");
        ConfluenceRequest request = new(new ConfluenceOperation("download", "v1", "GET", "/wiki/d") { Name = Download }, "/wiki/d");

        await using (await harness.DownloadAsync(request))
        {
            Assert.Equal(ActivityStatusCode.Unset, Assert.Single(listener.Spans).Status);
        }

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.DownloadAsync(request));
        Assert.Equal(ActivityStatusCode.Error, listener.Spans.Last().Status);
    }

    [Fact]
    public async Task Nothing_of_a_secret_or_of_what_is_asked_is_told()
    {
        using TelemetryListener listener = new(Name);
        using Harness harness = Harness.Create();
        harness.Handler
            .Answer(HttpStatusCode.BadGateway, $"<html>{Harness.Token}</html>", "text/html")
            .Answer(HttpStatusCode.Forbidden, $$"""{"message":"{{Harness.Token}} {{Harness.Email}}"}""", headers: ("atl-traceid", "id"));
        QueryBuilder query = new();
        query.Add("title", "salaries");

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(TestOperations.Request(s_getPage, query)));

        Assert.NotEmpty(listener.Text);
        Assert.All(new[] { Harness.Token, Harness.Email, "salaries", "Basic", "pages/9" }, secret => Assert.DoesNotContain(secret, listener.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_listening_costs_nothing()
    {
        using Harness harness = Harness.Create();
        using CallClock clock = CallClock.Start(TimeProvider.System, TimeSpan.FromMinutes(1), CancellationToken.None, CancellationToken.None);
        ConfluenceSite site = harness.Client.Site;
        Call<int> call = new(TestOperations.Request(s_getPage), WantedAnswer.Json, clock, new ConfluenceQuotaOptions(), new AnswerReader<int>(static (_, _) => 0)) { Site = site };
        Exception failure = new InvalidOperationException();
        CallTelemetry.Start(call, site).End(failure);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            CallTelemetry.Start(call, site).End(failure);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Null(call.Activity);
    }

    [Theory]
    [InlineData("Pages.GetPageById")]
    public async Task Generated_operations_have_the_name_of_their_method(string name)
    {
        using TelemetryListener listener = new(name);
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"9"}""");

        await harness.Client.Pages.GetPageByIdAsync("9", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Single(listener.Spans);
    }
}

/// <summary>Listeners hear the whole process, so that these tests run when no others do.</summary>
[CollectionDefinition(nameof(TelemetryTestsAlone), DisableParallelization = true)]
public sealed class TelemetryTestsAlone;
