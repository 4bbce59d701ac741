using System.Globalization;
using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>A page that the site fails to give for its size is asked for again in smaller parts, by every list.</summary>
public sealed class FailingPageTests
{
    public static TheoryData<string> Failures => ["500", "502", "504", "broken", "cut", "large"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task It_comes_in_smaller_parts_and_the_size_grows_again(string failure)
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 1));
        FailingSite site = new(harness, items: 600, failsAt: static (start, size) => start <= 300 && start + size > 300 && size > 10, failure);

        List<Page> pages = await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(Enumerable.Range(0, 600).Select(static number => number.ToString(CultureInfo.InvariantCulture)), pages.Select(static page => page.Id));
        Assert.Equal(250, site.Sizes[0]);
        Assert.Contains(3, site.Sizes);
        Assert.Equal(250, site.Sizes[^1]);
        Assert.InRange(site.Sizes.Count, 6, 30);
    }

    [Fact]
    public async Task A_site_that_gives_nothing_at_all_costs_a_handful_more_and_says_why_at_first()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 2));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "502");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        // Three attempts for the page as it was wanted, one for each smaller one.
        Assert.Equal([250, 250, 250, 62, 15, 3, 1], site.Sizes);
        Assert.Equal((HttpStatusCode.BadGateway, 3), (error.StatusCode, error.Attempts));
        Assert.StartsWith("getPages (GET /wiki/api/v2/pages) failed with 502 (Unavailable) after 3 attempts.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Smaller pages, of 62, 15, 3 and 1 results, were tried in its place, and failed too.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400")]
    [InlineData("404")]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("unreachable")]
    [InlineData("proxy")]
    [InlineData("rejected")]
    public async Task What_has_nothing_to_do_with_the_size_ends_the_list(string failure)
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, failure);

        await Assert.ThrowsAnyAsync<ConfluenceException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250], site.Sizes);
    }

    [Theory]
    [InlineData("400", "failed with 400 (InvalidRequest)")]
    [InlineData("404", "failed with 404 (NotFoundOrCredentialRefused)")]
    public async Task A_refusal_of_a_smaller_page_does_not_hide_why_the_page_failed(string refusal, string told)
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "500") { Then = refusal };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
        Assert.Contains(" Smaller pages, of 62 results, were tried in its place, and the last one failed differently: getPages (GET /wiki/api/v2/pages) " + told, error.Message, StringComparison.Ordinal);
        Assert.Equal([250, 62], site.Sizes);
    }

    [Fact]
    public async Task Nor_does_one_that_comes_after_some_smaller_pages()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (start, size) => size == 250 || start > 0, "500") { Then = "400", ThenAfter = 2 };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250, 62, 47], site.Sizes);
        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
        Assert.Contains(" Smaller pages, of 62 and 47 results, were tried in its place, and the last one failed differently: getPages (GET /wiki/api/v2/pages) failed with 400", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_pages_have_their_size_again_a_refusal_is_told_as_it_is()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (start, size) => (start == 0 && size == 250) || start >= 250, "500") { Then = "400", ThenAfter = 2 };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal((HttpStatusCode.BadRequest, 250), (error.StatusCode, site.Sizes[^1]));
        Assert.DoesNotContain("maller", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_failure_on_the_way_down_is_told_as_it_is()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "502") { Then = "unreachable" };

        ConfluenceConnectionException error = await Assert.ThrowsAsync<ConfluenceConnectionException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250, 62], site.Sizes);
        Assert.Contains(
            "the firewall. This was one of the smaller pages, of 62 results, that were tried in place of one that had failed: getPages (GET /wiki/api/v2/pages) failed with 502",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_result_that_cannot_be_given_is_told_as_one()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (start, size) => start <= 2 && start + size > 2, "500");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250, 62, 15, 3, 1, 1, 1], site.Sizes);
        Assert.EndsWith(" It was the smallest page, of 1 result, and was tried because a larger one had failed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_single_result_that_was_wanted_so_says_nothing_of_others()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "500");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 1 }, TestContext.Current.CancellationToken)));

        Assert.Equal([1], site.Sizes);
        Assert.DoesNotContain("maller", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("smallest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_counted_and_not_their_pages()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "502");

        // A list that failed at every size says little, three say that the site is down.
        foreach (int[] sizes in new int[][] { [250, 62, 15, 3, 1], [250, 62, 15, 3, 1], [250, 62, 15, 3, 1], [250] })
        {
            site.Sizes.Clear();
            await Assert.ThrowsAsync<ConfluenceApiException>(
                async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));
            Assert.Equal(sizes, site.Sizes);
        }
    }

    [Fact]
    public async Task A_list_whose_caller_looks_for_a_size_does_not_count()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        FailingSite site = new(harness, items: 600, failsAt: static (_, _) => true, "502");
        for (int i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<ConfluenceApiException>(
                async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(new GetPagesOptions { KeepsPageSize = true }, TestContext.Current.CancellationToken)));
        }

        site.Sizes.Clear();
        await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250, 62, 15, 3, 1], site.Sizes);
    }

    [Fact]
    public async Task A_list_that_is_left_to_the_server_goes_down_from_what_servers_give()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        List<string> queries = [];
        harness.Handler
            .Then((sent, _) => Remember(sent, HttpStatusCode.InternalServerError, "{}"))
            .Then((sent, _) => Remember(sent, HttpStatusCode.OK, """{"results":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"},{"id":"f"}],"start":0,"limit":6,"size":6}"""))
            .Then((sent, _) => Remember(sent, HttpStatusCode.OK, """{"results":[{"id":"g"}],"start":6,"limit":25,"size":1}"""));

        var groups = await CollectAsync(harness.Client.V1.Watches.GetWatchersForSpaceAsync("DOCS", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(7, groups.Count);
        Assert.Equal(["", "?limit=6", "?start=6&limit=4"], queries);

        Task<HttpResponseMessage> Remember(Sent sent, HttpStatusCode status, string body)
        {
            queries.Add(sent.Uri.Query);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") });
        }
    }
}
