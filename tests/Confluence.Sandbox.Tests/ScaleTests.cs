using System.Text.Json;

namespace Confluence.Sandbox.Tests;

/// <summary>A large site costs no more than a small one until it is read. Bytes are counted here, not seconds.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task The_content_of_a_hundred_thousand_pages_takes_no_memory()
    {
        // The first start pays for what the process loads once.
        await using ConfluenceSandbox warm = await ConfluenceSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        long small = Allocated(new SandboxOptions { Users = 1, Spaces = 1, Pages = 1 });
        long large = Allocated(new SandboxOptions
        {
            Users = SandboxOptions.MaximumUsers, Spaces = SandboxOptions.MaximumSpaces, Pages = SandboxOptions.MaximumPages, BlogPosts = SandboxOptions.MaximumBlogPosts,
        });

        Assert.True(large < small + 1_024, $"A large site allocates {large} bytes, a small one {small}.");
    }

    [Fact]
    public async Task A_hundred_thousand_pages_are_walked_without_anything_staying_behind()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = SandboxOptions.MaximumPages, Spaces = 40 });

        int count = 0;
        using IEnumerator<string> expected = session.Truth.PageIds.GetEnumerator();
        for (string? next = "/wiki/api/v2/pages?limit=250"; next is not null;)
        {
            JsonElement page = await session.GetAsync(next);
            foreach (JsonElement item in page.GetProperty("results").EnumerateArray())
            {
                Assert.True(expected.MoveNext());
                Assert.Equal(expected.Current, item.GetProperty("id").GetString());
                count++;
            }

            next = page.GetProperty("_links").TryGetProperty("next", out JsonElement link) ? link.GetString() : null;
        }

        Assert.Equal(SandboxOptions.MaximumPages, count);
        Assert.Equal(0, session.Truth.ChangedPageCount);
    }

    [Fact]
    public async Task Sorted_lists_of_a_large_site_give_the_true_extremes()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = SandboxOptions.MaximumPages, Spaces = 40 });

        JsonElement newest = (await session.GetAsync("/wiki/api/v2/pages?sort=-modified-date&limit=2")).GetProperty("results");
        JsonElement oldest = (await session.GetAsync("/wiki/api/v2/pages?sort=created-date&limit=2")).GetProperty("results");

        DateTimeOffset first = newest[0].GetProperty("version").GetProperty("createdAt").GetDateTimeOffset();
        Assert.True(first >= newest[1].GetProperty("version").GetProperty("createdAt").GetDateTimeOffset());
        Assert.True(oldest[0].GetProperty("createdAt").GetDateTimeOffset() <= oldest[1].GetProperty("createdAt").GetDateTimeOffset());
        string path = $"/wiki/rest/api/search?cql={Uri.EscapeDataString($"type = page and lastmodified > \"{first:yyyy-MM-dd}\"")}";
        Assert.Equal(0, (await session.GetAsync(path)).GetProperty("size").GetInt32());
    }

    private static long Allocated(SandboxOptions options)
    {
        options.Validate();
        long before = GC.GetAllocatedBytesForCurrentThread();
        State.Site site = new(options);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(options.Pages, site.Generated.Count);
        return after - before;
    }
}
