using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>The cost of activity, said beforehand, against the cost that it had.</summary>
public sealed class EstimateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_estimate_of_a_site_is_what_its_walk_costs()
    {
        await using TestSite site = await TestSite.StartAsync();
        ActivityOptions options = new() { Sources = ActivitySources.Comments | ActivitySources.Likes, SpaceKeys = [site.Truth.SpaceKeys.First()] };

        RequestEstimate estimate = await site.Client.Retrieval.Activity.EstimateRequestsAsync(options, Token);
        int before = site.Requests.Count;
        _ = await site.Client.Retrieval.Activity.GetAsync(options, Token).CountAsync(Token);
        int spent = site.Requests.Count - before;

        Assert.InRange(spent, estimate.Least, long.MaxValue);
        Assert.Equal(["spaces by their keys", "lists", "comments", "replies", "likes"], estimate.Parts.Select(static part => part.Purpose));
        Assert.InRange(spent, estimate.Likely / 2, estimate.Likely * 2);
    }

    [Fact]
    public async Task What_a_search_finds_is_counted_by_the_search()
    {
        using ScriptedSite site = new();
        site["v1/search"] = """{"results":[],"totalSize":450,"_links":{}}""";

        RequestEstimate estimate = await site.Client.Retrieval.Activity.EstimateRequestsAsync(
            new ActivityOptions { Since = DateTimeOffset.UnixEpoch, AccountIds = ["a"], Sources = ActivitySources.Versions | ActivitySources.Tasks | ActivitySources.Views }, Token);

        Assert.Equal(
            [("search", 3L), ("completed tasks", 1L), ("pages that are found", 450L), ("versions", 450L), ("tasks", 450L)],
            estimate.Parts.Select(static part => (part.Purpose, part.Requests)));
        Assert.Equal((2, 1354), (estimate.Least, estimate.Likely));
        Assert.Equal("about 1,354 requests (at least 2)", estimate.ToString());
        Assert.All(site.Requests, static request => Assert.Contains("limit=1", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Named_pages_cost_one_request_each_and_their_sources()
    {
        using ScriptedSite site = new();
        site["v1/search"] = """{"results":[],"totalSize":7,"_links":{}}""";

        RequestEstimate estimate = await site.Client.Retrieval.Activity.EstimateRequestsAsync(
            new ActivityOptions { PageIds = ["1", "2", "1"], Sources = ActivitySources.CommentLikes | ActivitySources.Views }, Token);

        Assert.Equal(
            [("pages by their ids", 2L), ("comments", 4L), ("replies", 7L), ("likes of comments", 7L), ("views", 4L)],
            estimate.Parts.Select(static part => (part.Purpose, part.Requests)));
        Assert.Contains("type = comment and container in (\"1\", \"2\")", Assert.Single(site.Requests), StringComparison.Ordinal);
    }
}
