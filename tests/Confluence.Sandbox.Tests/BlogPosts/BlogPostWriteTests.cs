using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.BlogPosts;

public sealed class BlogPostWriteTests : WritingTests
{
    [Fact]
    public async Task A_blog_post_is_created_updated_deleted_restored_and_purged()
    {
        Answer created = await CreateAsync("Launch", "<p>one</p>");
        string id = Id(created);
        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal(created.Json.GetRawText(), (await Session.GetAsync($"/wiki/api/v2/blogposts/{id}?body-format=storage")).GetRawText());
        Assert.Contains($"/blog/2026/05/04/{id}/Launch", created.Json.GetProperty("_links").GetProperty("webui").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, (await Session.WalkIdsAsync("/wiki/api/v2/blogposts?limit=6"))[^1]);
        Assert.DoesNotContain(id, await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));

        Answer updated = await UpdateAsync(id, 2, "Launched", "<p>two</p>");
        Assert.Equal((2, "<p>two</p>"), (VersionOf(updated.Json), StorageOf(updated.Json)));
        Assert.Equal("<p>one</p>", StorageOf(await Session.GetAsync($"/wiki/api/v2/blogposts/{id}?version=1&body-format=storage")));
        Assert.Equal(2, VersionOf((await UpdateAsync(id, 3, "Launched", "<p>two</p>")).Json));

        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/blogposts/{id}")).Status);
        Assert.Equal([id], await Session.WalkIdsAsync("/wiki/api/v2/blogposts?status=trashed"));
        Assert.Equal("current", (await UpdateAsync(id, 3, "Launched", "<p>back</p>")).Json.GetProperty("status").GetString());
        Assert.Contains(id, Session.Truth.BlogPostIds);

        Assert.Equal(HttpStatusCode.BadRequest, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/blogposts/{id}?purge=true")).Status);
        await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/blogposts/{id}");
        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/blogposts/{id}?purge=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/blogposts/{id}")).Status);
    }

    [Fact]
    public async Task A_made_up_blog_post_is_changed_and_keeps_its_older_versions()
    {
        string id = Session.Truth.BlogPostIds.ElementAt(5);
        int version = Session.Truth.PageVersionCount(id);
        string before = Session.Truth.PageStorageBody(id);

        Answer updated = await UpdateAsync(id, version + 1, "Changed", "<p>new</p>");

        Assert.Equal(version + 1, VersionOf(updated.Json));
        Assert.Equal(before, StorageOf(await Session.GetAsync($"/wiki/api/v2/blogposts/{id}?version={version}&body-format=storage")));
        Assert.Equal(FixedClock.Now, Session.Truth.Versions(id)[^1].CreatedAt);
    }

    [Fact]
    public async Task A_stale_version_is_409_and_names_the_kind()
    {
        string id = Id(await CreateAsync("Contested", "<p/>"));

        Answer answer = await UpdateAsync(id, 1, "Contested", "<p>x</p>");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("409", answer.Error.GetProperty("status").GetString());
        Assert.Equal("Version must be incremented when updating a blog post. Current Version: [1]. Provided version: [1]", answer.Error.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_title_may_return_on_another_day_but_not_twice_a_day()
    {
        string id = Session.Truth.BlogPostIds.First();
        string space = (await Session.GetAsync("/wiki/api/v2/blogposts/" + id)).GetProperty("spaceId").GetString() ?? "";
        string title = Session.Truth.PageTitle(id);

        Assert.Equal(HttpStatusCode.OK, (await CreateAsync(title, "<p/>", space)).Status);
        Answer again = await CreateAsync(title, "<p/>", space);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("A blog post with this title already exists: " + title, again.Error.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_blog_post_can_be_dated_back()
    {
        Answer answer = await Session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/blogposts", JsonSerializer.Serialize(new { spaceId = Space, title = "Old news", createdAt = "2020-02-03T04:05:06Z" }));
        Answer refused = await Session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/blogposts", JsonSerializer.Serialize(new { spaceId = Space, title = "No news", createdAt = "yesterday" }));

        Assert.Equal("2020-02-03T04:05:06Z", answer.Json.GetProperty("createdAt").GetString());
        Assert.Contains("/blog/2020/02/03/", answer.Json.GetProperty("_links").GetProperty("webui").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task A_draft_is_published_as_version_1_and_discarded_for_good()
    {
        string id = Id(await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/blogposts", JsonSerializer.Serialize(new { spaceId = Space, status = "draft" })));

        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/blogposts/{id}")).Status);
        Assert.Equal(1, VersionOf((await UpdateAsync(id, 1, "Out", "<p/>")).Json));
        string other = Id(await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/blogposts", JsonSerializer.Serialize(new { spaceId = Space, status = "draft" })));
        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/blogposts/{other}?draft=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/blogposts/{other}?get-draft=true")).Status);
    }

    [Fact]
    public async Task A_page_cannot_lie_below_a_blog_post()
    {
        string post = Session.Truth.BlogPostIds.First();

        Assert.Equal(HttpStatusCode.NotFound, (await Session.CreatePageAsync(Space, "Lost", post)).Status);
    }

    [Theory]
    [InlineData("/wiki/api/v2/blogposts")]
    [InlineData("/wiki/api/v2/pages")]
    public async Task A_body_over_five_megabytes_is_413(string path)
    {
        string json = JsonSerializer.Serialize(new { spaceId = Space, title = "Big", body = new { representation = "storage", value = new string('x', 5 * 1024 * 1024) } });

        Answer answer = await Session.SendAsync(HttpMethod.Post, path, json);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(413, answer.Error.GetProperty("status").GetInt32());
    }

    private Task<Answer> CreateAsync(string title, string value, string? space = null) => Session.SendAsync(
        HttpMethod.Post,
        "/wiki/api/v2/blogposts",
        JsonSerializer.Serialize(new { spaceId = space ?? Space, title, status = "current", body = new { representation = "storage", value } }));

    private Task<Answer> UpdateAsync(string id, int version, string title, string value) => Session.SendAsync(
        HttpMethod.Put,
        "/wiki/api/v2/blogposts/" + id,
        JsonSerializer.Serialize(new { id, status = "current", title, body = new { representation = "storage", value }, version = new { number = version } }));
}
