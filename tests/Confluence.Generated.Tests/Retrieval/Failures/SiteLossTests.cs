using System.Net;
using Confluence.Generated.Retrieval;
using Microsoft.Extensions.Time.Testing;

namespace Confluence.Generated.Tests.Retrieval.Failures;

/// <summary>The loss of the whole site, told from the failure of one thing.</summary>
public sealed class SiteLossTests
{
    private const string Tenant = """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Tests_of_calling_code_can_make_each_failure()
    {
        RetrievalGap gap = new("The labels of page 1", "the site fails to give them.");
        ConfluenceRetrievalException incomplete = new("Incomplete.") { Failure = RetrievalFailure.Incomplete, Gaps = [gap] };
        ConfluenceRetrievalException plain = new("There is no such space.");

        Assert.Equal(RetrievalFailure.Incomplete, incomplete.Failure);
        Assert.Same(gap, Assert.Single(incomplete.Gaps));
        Assert.Equal(RetrievalFailure.NotFound, plain.Failure);
        Assert.Empty(plain.Gaps);
    }

    [Fact]
    public async Task A_credential_that_dies_ends_the_walk_after_a_handful_of_requests()
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = request => Interlocked.Increment(ref requests) <= 31 ? null
            : request.Contains("v1", StringComparison.Ordinal) ? TestSite.Json("""{"message":"Current user not permitted to use Confluence","statusCode":403}""", HttpStatusCode.Forbidden)
            : TestSite.Refuse(HttpStatusCode.NotFound, "Not Found");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => site.Client.Retrieval.Activity.GetAsync(cancellationToken: Token).CountAsync(Token).AsTask());

        Assert.Equal(ConfluenceErrorKind.NotFoundOrCredentialRefused, error.Kind);
        Assert.InRange(requests, 32, 45);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_site_that_fails_for_everything_ends_the_walk(int status)
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = _ => Interlocked.Increment(ref requests) <= 31 ? null : TestSite.Json("{}", (HttpStatusCode)status);

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(() => site.Client.Retrieval.Activity.GetAsync(cancellationToken: Token).CountAsync(Token).AsTask());

        Assert.Equal(RetrievalFailure.SiteLost, error.Failure);
        Assert.Empty(error.Gaps);
        Assert.IsType<ConfluenceApiException>(error.InnerException);
        Assert.InRange(requests, 41, 160); // Each failed list is asked for smaller pages, until three have failed so.
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(403)]
    public async Task A_site_that_refuses_everything_ends_the_walk(int status)
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = _ => Interlocked.Increment(ref requests) <= 31 ? null : TestSite.Refuse((HttpStatusCode)status, "Forbidden");

        await Assert.ThrowsAnyAsync<ConfluenceException>(() =>
            site.Client.Retrieval.Activity.GetAsync(new ActivityOptions { OnGap = static _ => { } }, Token).CountAsync(Token).AsTask());

        Assert.InRange(requests, 32, 160); // Mostly about 40; more where what fails first is all of one thing.
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_site_that_gives_nothing_but_the_list_of_its_spaces_ends_the_walk(int status)
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = request => request.StartsWith("GET /spaces", StringComparison.Ordinal) || Interlocked.Increment(ref requests) <= 31 ? null
            : TestSite.Refuse((HttpStatusCode)status, "Not Found");

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(() =>
            site.Client.Retrieval.Activity.GetAsync(new ActivityOptions { OnGap = static _ => { }, Sources = ActivitySources.Versions | ActivitySources.Attachments | ActivitySources.Tasks | ActivitySources.Likes }, Token).CountAsync(Token).AsTask());

        Assert.Equal(RetrievalFailure.SiteLost, error.Failure);
        Assert.StartsWith("The site no longer gives anything that was asked for, although it can be reached.", error.Message, StringComparison.Ordinal);
        Assert.InRange(requests, 61, 150); // As above.
    }

    [Fact]
    public async Task A_connection_that_is_gone_for_good_ends_the_walk()
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = _ => Interlocked.Increment(ref requests) <= 31 ? null : throw new HttpRequestException(HttpRequestError.ConnectionError, "no route");

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(() =>
            site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { Include = PageParts.Attachments }, Token).CountAsync(Token).AsTask());

        Assert.Equal(RetrievalFailure.SiteLost, error.Failure);
    }

    [Fact]
    public async Task Refusals_that_can_mean_either_share_one_control_call_for_a_while()
    {
        FakeTimeProvider clock = new();
        await using TestSite site = await TestSite.StartAsync(client: options => options.TimeProvider = clock);
        site.Instead = static request => request.Contains("/attachments", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found") : null;
        PageRetrievalOptions options = new() { Include = PageParts.Attachments, MaxConcurrency = 1 };

        Assert.Equal(60, await site.Client.Retrieval.Pages.GetAsync(options, Token).CountAsync(static page => page.Gaps.Count == 1, Token));
        Assert.Equal(12, site.Count("GET /spaces?limit=1")); // One answer holds for five refusals.

        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(60, await site.Client.Retrieval.Pages.GetAsync(options, Token).CountAsync(Token));
        Assert.Equal(24, site.Count("GET /spaces?limit=1")); // And for five seconds.
    }

    [Fact]
    public async Task Nothing_is_called_gone_by_a_control_call_that_came_before_its_refusal()
    {
        await using TestSite site = await TestSite.StartAsync();
        int asked = 0;
        site.Instead = request => request.StartsWith("GET /pages/", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found")
            : request.StartsWith("GET /spaces", StringComparison.Ordinal) && Interlocked.Increment(ref asked) > 1 ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found")
            : null;
        List<RetrievedPage> given = [];

        // The credential dies after the first control call.
        await Assert.ThrowsAsync<ConfluenceApiException>(async () =>
        {
            await foreach (RetrievedPage page in site.Client.Retrieval.Pages.GetByIdsAsync(["1", "2", "3"], new PageRetrievalOptions { MaxConcurrency = 1 }, Token))
            {
                given.Add(page);
            }
        });

        Assert.Equal("1", Assert.Single(given).Id);
    }

    [Fact]
    public async Task A_control_call_that_lacks_its_scope_proves_that_the_credential_works()
    {
        await using TestSite site = await TestSite.StartAsync();
        site.Instead = static request => request.StartsWith("GET /spaces", StringComparison.Ordinal) ? TestSite.Json("""{"code":401,"message":"Unauthorized; scope does not match"}""", HttpStatusCode.Unauthorized)
            : request.StartsWith("GET /pages/", StringComparison.Ordinal) ? TestSite.Refuse(HttpStatusCode.NotFound, "Not Found")
            : null;

        List<RetrievedPage> pages = await site.Client.Retrieval.Pages.GetByIdsAsync(["1"], cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(RetrievedPageState.Gone, Assert.Single(pages).State);
    }

    [Fact]
    public async Task A_site_that_is_suspended_ends_the_walk_with_its_own_words()
    {
        await using TestSite site = await TestSite.StartAsync();
        int requests = 0;
        site.Instead = _ =>
        {
            if (Interlocked.Increment(ref requests) <= 31)
            {
                return null;
            }

            HttpResponseMessage answer = TestSite.Json(Tenant, HttpStatusCode.NotFound);
            answer.Headers.Add("Atl-Missing-Tcs", "true");
            return answer;
        };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => site.Client.Retrieval.Activity.GetAsync(cancellationToken: Token).CountAsync(Token).AsTask());

        Assert.Equal(ConfluenceErrorKind.SiteUnavailable, error.Kind);
        Assert.Contains("Site temporarily unavailable", error.Message, StringComparison.Ordinal);
        Assert.InRange(requests, 32, 45);
    }

    [Fact]
    public async Task A_page_that_is_minutes_old_is_asked_for_again_before_it_is_missed()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using TestSite site = await TestSite.StartAsync(client: options =>
        {
            options.TimeProvider = clock;
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        });
        string fresh = site.Truth.CurrentPageIds.First();
        int refused = 0;
        string young = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        site.Instead = request => request.StartsWith("GET /pages?", StringComparison.Ordinal)
                ? TestSite.Json($$$"""{"results":[{"id":"{{{fresh}}}","status":"current","title":"T","spaceId":"1","createdAt":"{{{young}}}","version":{"number":2},"_links":{"webui":"/x"}}],"_links":{}}""")
            : request.StartsWith($"GET /pages/{fresh}?", StringComparison.Ordinal) && Interlocked.Increment(ref refused) <= 2 ? TestSite.Refuse(HttpStatusCode.NotFound, $"Cannot find a page with id [{fresh}]")
            : null;

        Task<List<RetrievedPage>> walk = site.Client.Retrieval.Pages.GetAsync(new PageRetrievalOptions { Include = PageParts.Labels }, Token).ToListAsync(Token).AsTask();
        while (!walk.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        RetrievedPage page = Assert.Single(await walk);
        Assert.Empty(page.Gaps);
        Assert.NotNull(page.Labels);
        Assert.Equal(3, refused);
    }
}
