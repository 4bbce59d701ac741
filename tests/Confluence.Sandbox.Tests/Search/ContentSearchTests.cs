using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Search;

/// <summary>Searches for blog posts, comments and attachments, which lead back to the page they hang on.</summary>
public sealed class ContentSearchTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 90, BlogPosts = 40, Spaces = 4 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("type = blogpost", 7)]
    [InlineData("type in (page, blogpost)", 30)]
    [InlineData("type in (page, blogpost) order by lastmodified desc", 30)]
    [InlineData("type = comment", 25)]
    [InlineData("type = comment order by created", 25)]
    [InlineData("type = attachment", 25)]
    [InlineData("type = attachment order by id desc", 25)]
    [InlineData("type != comment", 50)]
    [InlineData("type in (comment, attachment) or type = page", 50)]
    [InlineData("order by id", 60)]
    public async Task Each_hit_of_a_type_is_found_once(string cql, int limit)
    {
        List<Hit> expected = [.. Everything().Where(hit => IsAskedFor(cql, hit.Type))];

        List<JsonElement> found = await SearchAsync(cql, limit);

        Assert.Equal(expected.Select(static hit => hit.Id).Order(StringComparer.Ordinal), found.Select(Id).Order(StringComparer.Ordinal));
        Assert.All(found, row => Assert.Equal(expected.Single(hit => hit.Id == Id(row)).Type, row.GetProperty("content").GetProperty("type").GetString()));
        Assert.True(found.Count > 30, $"{found.Count} hits are too few to prove anything.");
        if (cql.Contains("by lastmodified", StringComparison.Ordinal))
        {
            List<string> days = [.. found.Select(static row => row.GetProperty("lastModified").GetString() ?? "")];
            Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        }
    }

    [Fact]
    public async Task A_hit_carries_the_page_it_hangs_on_when_its_container_is_expanded()
    {
        List<JsonElement> rows = await SearchAsync("type in (comment, attachment)", 50, "&expand=content.container,content.version,content.space");
        Dictionary<string, Hit> expected = Everything().ToDictionary(static hit => hit.Id);

        foreach (JsonElement row in rows)
        {
            JsonElement content = row.GetProperty("content");
            JsonElement container = content.GetProperty("container");
            Hit hit = expected[Id(row)];
            Assert.Equal((hit.ContentId, hit.ContainerType), (container.GetProperty("id").GetString(), container.GetProperty("type").GetString()));
            Assert.Equal(_session.Truth.PageTitle(hit.ContentId), row.GetProperty("resultParentContainer").GetProperty("title").GetString());
            Assert.Equal(hit.Last, content.GetProperty("version").GetProperty("when").GetDateTimeOffset());
            Assert.Contains(content.GetProperty("space").GetProperty("key").GetString(), _session.Truth.SpaceKeys);
            Assert.False(content.GetProperty("_expandable").TryGetProperty("container", out _));
        }

        JsonElement plain = (await SearchAsync("type = comment", 5))[0].GetProperty("content");
        Assert.False(plain.TryGetProperty("container", out _));
        Assert.True(plain.GetProperty("_expandable").TryGetProperty("container", out _));
    }

    [Fact]
    public async Task The_container_of_a_page_is_its_space()
    {
        JsonElement page = (await SearchAsync("type = page", 5, "&expand=content.container"))[0].GetProperty("content");

        Assert.Equal(page.GetProperty("_expandable").GetProperty("space").GetString(), "/rest/api/space/" + page.GetProperty("container").GetProperty("key").GetString());
    }

    [Fact]
    public async Task Conditions_hold_for_comments_and_attachments_too()
    {
        Hit[] all = [.. Everything()];
        Hit one = all.Last(static hit => hit.Type == "attachment");
        string key = _session.Truth.SpaceKeys.First();
        HashSet<string> inSpace = [.. _session.Truth.PageIdsInSpace(key), .. _session.Truth.BlogPostIdsInSpace(key)];
        DateTimeOffset day = new(2024, 9, 1, 0, 0, 0, TimeSpan.Zero);

        await AssertFoundAsync($"container = {one.ContentId}", hit => hit.ContentId == one.ContentId && hit.Id != one.ContentId);
        await AssertFoundAsync($"id = {one.Id}", hit => hit.Id == one.Id);
        await AssertFoundAsync($"space = {key}", hit => inSpace.Contains(hit.ContentId));
        await AssertFoundAsync($"creator = \"{one.Authors[0]}\"", hit => hit.Authors[0] == one.Authors[0]);
        await AssertFoundAsync($"contributor = \"{one.Authors[^1]}\"", hit => hit.Authors.Contains(one.Authors[^1]));
        await AssertFoundAsync("type = comment and lastmodified >= \"2024-09-01\"", hit => hit.Type == "comment" && hit.Last >= day);
        await AssertFoundAsync("created < \"2024-09-01 00:00\" and type != page", hit => hit.Type != "page" && hit.First < day);

        async Task AssertFoundAsync(string cql, Func<Hit, bool> expected) => Assert.Equal(
            all.Where(expected).Select(static hit => hit.Id).Order(StringComparer.Ordinal),
            (await SearchAsync(cql, 40)).Select(Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_created_is_found_between_its_like_and_what_is_deleted_is_not()
    {
        string page = _session.Truth.CurrentPageIds.First();
        string comment = Created(await _session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/footer-comments", JsonSerializer.Serialize(new { pageId = page, body = new { representation = "storage", value = "<p>needle</p>" } })));
        string later = Created(await _session.CreatePageAsync(_session.Truth.SpaceIds.First(), "Later", value: "<p>needle</p>"));

        Assert.Equal([comment, later], (await SearchAsync("text ~ needle", 10)).Select(Id));
        Assert.Equal([comment], (await SearchAsync($"type = comment and creator = currentUser() and container = {page} and text ~ needle", 10)).Select(Id));
        await _session.SendAsync(HttpMethod.Delete, "/wiki/api/v2/footer-comments/" + comment);
        Assert.Equal([later], (await SearchAsync("text ~ needle", 10)).Select(Id));
    }

    [Fact]
    public async Task The_search_for_content_gives_the_content_alone()
    {
        List<string> ids = [];
        for (string? path = "/rest/api/content/search?cql=type%3Dcomment&limit=30&expand=container"; path is not null;)
        {
            JsonElement page = await _session.GetAsync("/wiki" + path);
            ids.AddRange(page.GetProperty("results").EnumerateArray().Select(static content => content.GetProperty("id").GetString() ?? ""));
            path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }

        Assert.Equal((await SearchAsync("type = comment", 100)).Select(Id), ids);
    }

    private IEnumerable<Hit> Everything() =>
        [.. _session.Truth.CurrentPageIds.SelectMany(id => On(id, "page")), .. _session.Truth.BlogPostIds.SelectMany(id => On(id, "blogpost"))];

    private IEnumerable<Hit> On(string id, string type) =>
    [
        new Hit(id, type, id, type, _session.Truth.Versions(id)),
        .. _session.Truth.Comments(id).Select(comment => new Hit(comment.Id, "comment", id, type, comment.Versions)),
        .. _session.Truth.Attachments(id).Select(attachment => new Hit(attachment.Id, "attachment", id, type, attachment.Versions)),
    ];

    private async Task<List<JsonElement>> SearchAsync(string cql, int limit, string more = "")
    {
        List<JsonElement> rows = [];
        for (string? path = $"/rest/api/search?cql={Uri.EscapeDataString(cql)}&limit={limit}"; path is not null;)
        {
            JsonElement page = await _session.GetAsync("/wiki" + path + more);
            rows.AddRange(page.GetProperty("results").EnumerateArray());
            path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }

        return rows;
    }

    private static bool IsAskedFor(string cql, string type) =>
        cql.StartsWith("type !=", StringComparison.Ordinal) ? type != "comment" : !cql.StartsWith("type", StringComparison.Ordinal) || cql.Contains(type, StringComparison.Ordinal);

    private static string Id(JsonElement row) => row.GetProperty("content").GetProperty("id").GetString() ?? "";

    private static string Created(Answer answer)
    {
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("id").GetString() ?? "";
    }

    private sealed record Hit(string Id, string Type, string ContentId, string ContainerType, IReadOnlyList<SandboxVersion> Versions)
    {
        public IReadOnlyList<string> Authors => [.. Versions.Select(static version => version.AuthorId)];

        public DateTimeOffset First => Versions[0].CreatedAt;

        public DateTimeOffset Last => Versions[^1].CreatedAt;
    }
}
