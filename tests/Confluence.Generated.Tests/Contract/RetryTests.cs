using System.Net;
using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2.Models;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Tests.Contract;

/// <summary>Which calls are repeated after which refusals, and how long the client waits.</summary>
public sealed class RetryTests : IDisposable
{
    private const string PagePath = "/wiki/api/v2/pages/42";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task A_refusal_because_of_the_rate_is_waited_out_and_the_call_repeated()
    {
        _wire.Script("GET", PagePath,
            new WireAnswer(429, """{"message":"slow down"}""").With("Retry-After", "2").With("RateLimit-Reason", "confluence-burst-based"),
            WireAnswer.Json("""{"id":"42"}"""));

        PageDetails page = await _wire.Client.Pages.GetPageByIdAsync("42");

        Assert.Equal("42", page.Id);
        Assert.Equal(2, _wire.Requests.Count);
        Assert.All(_wire.Requests, static request => request.Is("GET", PagePath));
        Assert.InRange(Assert.Single(_wire.Time.Waits), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5));
        CapturedLog.Entry entry = Assert.Single(_wire.Log.Entries, static entry => entry.Name == "Retrying");
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Contains("getPageById", entry.Text, StringComparison.Ordinal);
        Assert.Contains("status 429", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_was_refused_because_of_the_rate_is_repeated_with_the_same_body()
    {
        _wire.Script("POST", "/wiki/api/v2/pages", new WireAnswer(429).With("Retry-After", "1"), WireAnswer.Json("""{"id":"43"}"""));

        PageDetails page = await _wire.Client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1", Title = "T" });

        Assert.Equal("43", page.Id);
        Assert.Equal(2, _wire.Requests.Count);
        Assert.All(_wire.Requests, static request => WireJson.AssertSame("""{"spaceId":"1","title":"T"}""", request.Body));
    }

    [Fact]
    public async Task The_client_gives_up_after_four_repetitions_and_its_own_waits_double()
    {
        WireAnswer refusal = new(429);
        _wire.Script("GET", PagePath, refusal, refusal, refusal, refusal, refusal);

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Equal(ConfluenceErrorKind.RateLimited, exception.Kind);
        Assert.Equal(5, exception.Attempts);
        Assert.Equal(5, _wire.Requests.Count);
        Assert.Null(exception.RetryAfter);
        double[] waits = [.. _wire.Time.Waits.Select(static wait => wait.TotalSeconds)];
        Assert.Equal(4, waits.Length);
        Assert.All(waits.Index(), static wait => Assert.InRange(wait.Item, 0.5 * (1 << wait.Index), 1 << wait.Index));
    }

    [Fact]
    public async Task A_wait_longer_than_the_client_accepts_is_told_at_once()
    {
        _wire.Script("GET", PagePath, new WireAnswer(429).With("Retry-After", "1800"));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Equal(TimeSpan.FromMinutes(30), exception.RetryAfter);
        Assert.Contains("1800 s", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Time.Waits);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_service_that_is_out_of_reach_is_asked_again(int status)
    {
        _wire.Script("GET", PagePath, new WireAnswer(status), WireAnswer.Json("""{"id":"42"}"""));

        PageDetails page = await _wire.Client.Pages.GetPageByIdAsync("42");

        Assert.Equal("42", page.Id);
        Assert.Equal(2, _wire.Requests.Count);
    }

    [Fact]
    public async Task A_post_that_only_reads_is_asked_again()
    {
        _wire.Script("POST", "/wiki/api/v2/users-bulk", new WireAnswer(503), WireAnswer.Json("""{"results":[]}"""));

        BulkUsersResponse users = await _wire.Client.Users.LookUpUsersAsync(new BulkUsersRequest { AccountIds = ["a"] });

        Assert.Empty(users.Results ?? [new ConfluenceUser()]);
        Assert.Equal(2, _wire.Requests.Count);
    }

    [Fact]
    public async Task A_write_is_not_repeated_when_the_service_is_out_of_reach()
    {
        _wire.Script("POST", "/wiki/api/v2/pages", new WireAnswer(503));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Assert.Equal(ConfluenceErrorKind.Unavailable, exception.Kind);
        Assert.Single(_wire.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Behind_a_gateway_that_gave_up_a_write_may_have_been_carried_out(int status)
    {
        _wire.Script("POST", "/wiki/api/v2/pages", new WireAnswer(status));

        ConfluenceOutcomeUnknownException exception = await WireServer.FailsAsync<ConfluenceOutcomeUnknownException>(
            () => _wire.Client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("createPage", exception.Operation?.Id);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_failed_server_is_asked_again_only_when_it_names_a_wait()
    {
        _wire.Script("GET", PagePath, new WireAnswer(500).With("Retry-After", "3"), new WireAnswer(500));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Equal(ConfluenceErrorKind.ServerError, exception.Kind);
        Assert.Equal(2, exception.Attempts);
        Assert.InRange(Assert.Single(_wire.Time.Waits), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task A_page_in_the_middle_of_a_walk_is_repeated_without_the_pages_before()
    {
        _wire.Script("GET", "/wiki/api/v2/pages",
            WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c"}}"""),
            new WireAnswer(429).With("Retry-After", "1"),
            WireAnswer.Json("""{"results":[{"id":"2"}],"_links":{}}"""));

        List<Page> pages = await _wire.Client.Pages.GetPagesAsync().ToListAsync();

        Assert.Equal(["1", "2"], pages.Select(static page => page.Id));
        Assert.Equal([1, 2, 2], _wire.Requests.Select(static request => request.Query.Count));
    }

    public void Dispose() => _wire.Dispose();
}
