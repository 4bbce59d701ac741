using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class HiddenSpaceTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Spaces = 5, HiddenSpaces = 2, Pages = 60 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task Lists_leave_out_hidden_spaces_and_what_they_hold()
    {
        await using SandboxSession all = await SandboxSession.StartAsync(new SandboxOptions { Spaces = 5, Pages = 60 });

        Assert.Equal(all.Truth.SpaceIds.SkipLast(2), await _session.WalkIdsAsync("/wiki/api/v2/spaces?limit=2"));
        Assert.Equal(all.Truth.SpaceIds.TakeLast(2), _session.Truth.HiddenSpaceIds);
        Assert.Equal(24, _session.Truth.HiddenPageIds.Count());
        foreach (string sort in (string[])["id", "-id", "title"])
        {
            Assert.Equal(
                all.Truth.PageIds.Except(_session.Truth.HiddenPageIds).Order(StringComparer.Ordinal),
                (await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=7&sort=" + sort)).Order(StringComparer.Ordinal));
        }

        HashSet<string?> seen = [.. _session.Truth.PageIds, .. _session.Truth.BlogPostIds];
        Assert.NotEqual(all.Truth.BlogPostIds.Count(), _session.Truth.BlogPostIds.Count());
        foreach (string list in (string[])["footer-comments", "inline-comments", "attachments", "tasks"])
        {
            string?[] owners = [.. (await _session.WalkAsync($"/wiki/api/v2/{list}?limit=100")).Select(OwnerOf)];
            Assert.NotEmpty(owners);
            Assert.Subset(seen, owners.ToHashSet());
        }

        JsonElement found = await _session.GetAsync("/wiki/rest/api/search?cql=type%3Dpage&limit=100");
        Assert.Empty(found.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("content").GetProperty("id").GetString()).Intersect(_session.Truth.HiddenPageIds));
        Assert.NotEmpty(found.GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task By_id_they_are_not_found()
    {
        string page = _session.Truth.HiddenPageIds.First();
        string space = _session.Truth.HiddenSpaceIds.First();
        foreach (string path in (string[])[$"spaces/{space}", $"spaces/{space}/pages", $"pages/{page}", $"pages/{page}/versions", $"pages/{page}/footer-comments", $"pages/{page}/likes/users"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/" + path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _session.UpdatePageAsync(page, 2, "Taken", "<p/>")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.CreatePageAsync(space, "Squatter")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/rest/api/analytics/content/{page}/views")).Status);
    }

    [Fact]
    public async Task The_others_are_as_they_were_without_the_option()
    {
        SandboxOptions options = new() { Spaces = 5, Pages = 60, SiteAddress = new Uri("https://site.example") };
        await using SandboxSession all = await SandboxSession.StartAsync(options);
        options.HiddenSpaces = 2;
        await using SandboxSession some = await SandboxSession.StartAsync(options);

        string page = some.Truth.PageIds.ElementAt(3);
        Assert.Equal(await all.GetTextAsync($"/wiki/api/v2/pages/{page}?body-format=storage"), await some.GetTextAsync($"/wiki/api/v2/pages/{page}?body-format=storage"));
    }

    private static string? OwnerOf(JsonElement item) =>
        item.TryGetProperty("pageId", out JsonElement page) && page.ValueKind == JsonValueKind.String ? page.GetString() : item.GetProperty("blogPostId").GetString();
}
