using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.BlogPosts;

public sealed class BlogPostReadTests : IAsyncLifetime
{
    private static readonly string[] s_listed = ["createdAt", "authorId", "id", "version", "spaceId", "status", "title", "body", "_links"];

    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 30, BlogPosts = 130, Users = 60, Spaces = 4 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("", 7)]
    [InlineData("&sort=-id", 7)]
    [InlineData("&sort=created-date", 40)]
    [InlineData("&sort=-modified-date", 1)]
    public async Task Blog_posts_are_walked_each_once(string query, int limit)
    {
        List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/blogposts?limit={limit}{query}");

        Assert.Equal(130, _session.Truth.BlogPostCount);
        Assert.Equal(_session.Truth.BlogPostIds, ids.Order(StringComparer.Ordinal));
        Assert.Empty(ids.Intersect(_session.Truth.PageIds));
    }

    [Fact]
    public async Task Blog_posts_of_the_spaces_are_all_blog_posts()
    {
        List<string> all = [];
        foreach ((string id, string key) in _session.Truth.SpaceIds.Zip(_session.Truth.SpaceKeys))
        {
            List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/spaces/{id}/blogposts?limit=9");
            Assert.Equal(_session.Truth.BlogPostIdsInSpace(key), ids);
            Assert.Equal(ids, await _session.WalkIdsAsync($"/wiki/api/v2/blogposts?space-id={id}"));
            all.AddRange(ids);
        }

        Assert.Equal(_session.Truth.BlogPostIds, all.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_listed_blog_post_has_the_members_of_a_real_one_and_none_of_a_page()
    {
        JsonElement post = (await _session.GetAsync("/wiki/api/v2/blogposts?limit=3")).GetProperty("results")[2];

        Assert.Equal(s_listed, post.EnumerateObject().Select(static member => member.Name));
        string id = post.GetProperty("id").GetString() ?? "";
        string day = post.GetProperty("createdAt").GetDateTimeOffset().ToString("yyyy'/'MM'/'dd", System.Globalization.CultureInfo.InvariantCulture);
        JsonElement links = post.GetProperty("_links");
        Assert.Contains($"/blog/{day}/{id}/", links.GetProperty("webui").GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"/blog/edit-v2/{id}", links.GetProperty("edituiv2").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_post_is_found_by_its_title_in_any_case()
    {
        string id = _session.Truth.BlogPostIds.ElementAt(77);
        string title = Uri.EscapeDataString(_session.Truth.PageTitle(id).ToUpperInvariant());

        Assert.Contains(id, await _session.WalkIdsAsync("/wiki/api/v2/blogposts?title=" + title));
        Assert.Empty(await _session.WalkIdsAsync("/wiki/api/v2/pages?title=" + title));
    }

    [Fact]
    public async Task What_hangs_on_a_blog_post_is_that_of_the_truth()
    {
        int versions = 0, likes = 0, labels = 0;
        foreach (string id in _session.Truth.BlogPostIds)
        {
            string path = "/wiki/api/v2/blogposts/" + id;
            List<JsonElement> listed = await _session.WalkAsync(path + "/versions?limit=3");
            Assert.Equal(
                _session.Truth.Versions(id).Select(static version => (version.Number, version.AuthorId)),
                listed.Select(static version => (version.GetProperty("number").GetInt32(), version.GetProperty("authorId").GetString() ?? "")).Reverse());
            Assert.Equal(id, listed[0].GetProperty("blogpost").GetProperty("id").GetString());
            Assert.Equal(listed.Count, (await _session.GetAsync($"{path}/versions/{listed.Count}")).GetProperty("number").GetInt32());
            List<JsonElement> likers = await _session.WalkAsync(path + "/likes/users?limit=5");
            Assert.Equal(_session.Truth.PageLikes(id), likers.Select(static like => like.GetProperty("accountId").GetString()));
            Assert.Equal(likers.Count, (await _session.GetAsync(path + "/likes/count")).GetProperty("count").GetInt32());
            List<JsonElement> named = await _session.WalkAsync(path + "/labels?limit=2");
            Assert.Equal(_session.Truth.Labels(id), named.Select(static label => label.GetProperty("name").GetString()));
            versions += listed.Count;
            likes += likers.Count;
            labels += named.Count;
        }

        Assert.True(versions > 200 && likes > 100 && labels > 50, $"{versions} versions, {likes} likes and {labels} labels are too few to prove anything.");
    }

    [Fact]
    public async Task A_comment_on_a_blog_post_names_the_blog_post()
    {
        string id = _session.Truth.BlogPostIds.First(post => _session.Truth.FooterCommentIds(post).Any());

        JsonElement comment = (await _session.WalkAsync($"/wiki/api/v2/blogposts/{id}/footer-comments"))[0];

        Assert.Equal(id, comment.GetProperty("blogPostId").GetString());
        Assert.False(comment.TryGetProperty("pageId", out _));
    }

    [Theory]
    [InlineData("/wiki/api/v2/blogposts/{page}", "Cannot find a blog post with id [{page}]")]
    [InlineData("/wiki/api/v2/blogposts/{page}/versions", "Cannot find a blog post with id [{page}]")]
    [InlineData("/wiki/api/v2/blogposts/{page}/footer-comments", "Cannot find a blog post with id [{page}]")]
    [InlineData("/wiki/api/v2/pages/{post}", "Cannot find a page with id [{post}]")]
    [InlineData("/wiki/api/v2/pages/{post}/likes/users", "Cannot find a page with id [{post}]")]
    public async Task One_kind_is_not_found_as_the_other(string path, string message)
    {
        string With(string text) => text
            .Replace("{page}", _session.Truth.PageIds.First(), StringComparison.Ordinal)
            .Replace("{post}", _session.Truth.BlogPostIds.First(), StringComparison.Ordinal);

        Answer answer = await _session.SendAsync(HttpMethod.Get, With(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(With(message), answer.Error.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("status=archived")]
    [InlineData("sort=title")]
    public async Task What_only_lists_of_pages_take_is_400(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/blogposts?" + query)).Status);
}
