using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class PagingTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 230, Spaces = 9, Users = 70 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(115)]
    [InlineData(230)]
    [InlineData(250)]
    public async Task Pages_walked_with_any_limit_come_once_each_in_order_of_id(int limit)
    {
        List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/pages?limit={limit}");

        Assert.Equal(_session.Truth.PageIds, ids);
        Assert.Equal(230, ids.Count);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("-id")]
    [InlineData("created-date")]
    [InlineData("-created-date")]
    [InlineData("modified-date")]
    [InlineData("-modified-date")]
    [InlineData("title")]
    [InlineData("-title")]
    public async Task Pages_walked_in_any_order_come_once_each_and_sorted(string sort)
    {
        List<JsonElement> pages = await _session.WalkAsync($"/wiki/api/v2/pages?sort={sort}&limit=11");

        Assert.Equal(_session.Truth.PageIds.Order(StringComparer.Ordinal), pages.Select(Id).Order(StringComparer.Ordinal));
        string[] keys = [.. pages.Select(page => sort.TrimStart('-') switch
        {
            "created-date" => Moment(page.GetProperty("createdAt")),
            "modified-date" => Moment(page.GetProperty("version").GetProperty("createdAt")),
            "title" => (page.GetProperty("title").GetString() ?? "").ToUpperInvariant(),
            _ => Id(page),
        })];
        string[] sorted = [.. keys.Order(StringComparer.Ordinal)];
        Assert.Equal(sort.StartsWith('-') ? sorted.Reverse() : sorted, keys);
    }

    [Fact]
    public async Task Pages_of_each_space_together_are_all_pages()
    {
        List<string> ids = [];
        foreach (string space in _session.Truth.SpaceIds)
        {
            ids.AddRange(await _session.WalkIdsAsync($"/wiki/api/v2/spaces/{space}/pages?limit=3"));
        }

        Assert.Equal(_session.Truth.PageIds, ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("space-id={0}&space-id={1}")]
    [InlineData("space-id={0},{1}")]
    public async Task Pages_of_two_spaces_can_be_asked_for_with_a_repeated_parameter_and_with_a_comma(string form)
    {
        string[] spaces = [.. _session.Truth.SpaceIds];
        string[] keys = [.. _session.Truth.SpaceKeys];
        string query = form.Replace("{0}", spaces[2], StringComparison.Ordinal).Replace("{1}", spaces[5], StringComparison.Ordinal);

        List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/pages?{query}&limit=10");

        Assert.Equal(_session.Truth.PageIdsInSpace(keys[2]).Concat(_session.Truth.PageIdsInSpace(keys[5])).Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=key")]
    [InlineData("&sort=-name")]
    public async Task Spaces_come_once_each_in_any_order(string sort)
    {
        List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/spaces?limit=2{sort}");

        Assert.Equal(_session.Truth.SpaceIds.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.Equal(9, ids.Count);
    }

    [Fact]
    public async Task Versions_and_likes_of_every_page_are_those_of_the_truth()
    {
        int versions = 0;
        int likes = 0;
        foreach (string page in _session.Truth.PageIds)
        {
            List<JsonElement> found = await _session.WalkAsync($"/wiki/api/v2/pages/{page}/versions?limit=9");
            Assert.Equal(Enumerable.Range(1, _session.Truth.PageVersionCount(page)).Reverse(), found.Select(static version => version.GetProperty("number").GetInt32()));
            Assert.Equal(
                _session.Truth.PageVersionAuthors(page).Reverse(), found.Select(static version => version.GetProperty("authorId").GetString()));
            versions += found.Count;

            List<JsonElement> likers = await _session.WalkAsync($"/wiki/api/v2/pages/{page}/likes/users?limit=8");
            Assert.Equal(_session.Truth.PageLikes(page), likers.Select(static like => like.GetProperty("accountId").GetString()));
            Assert.Equal(likers.Count, likers.Select(static like => like.GetProperty("accountId").GetString()).Distinct().Count());
            Assert.Equal(likers.Count, (await _session.GetAsync($"/wiki/api/v2/pages/{page}/likes/count")).GetProperty("count").GetInt32());
            likes += likers.Count;
        }

        Assert.True(versions > 230 && likes > 100, $"{versions} versions and {likes} likes are too few to prove anything.");
    }

    [Theory]
    [InlineData("footer-comments")]
    [InlineData("inline-comments")]
    public async Task Comments_of_every_page_with_their_replies_are_those_of_the_truth_and_of_the_site_list(string kind)
    {
        List<string> all = [];
        int replies = 0;
        IEnumerable<(string Segment, string Id)> pages =
            [.. _session.Truth.PageIds.Select(static id => ("pages", id)), .. _session.Truth.BlogPostIds.Select(static id => ("blogposts", id))];
        foreach ((string segment, string page) in pages)
        {
            List<string> found = [];
            Queue<string> paths = new([$"/wiki/api/v2/{segment}/{page}/{kind}"]);
            while (paths.TryDequeue(out string? path))
            {
                List<string> ids = await _session.WalkIdsAsync(path + "?limit=4");
                found.AddRange(ids);
                replies += path.Contains("children", StringComparison.Ordinal) ? ids.Count : 0;
                ids.ForEach(id => paths.Enqueue($"/wiki/api/v2/{kind}/{id}/children"));
            }

            IEnumerable<string> expected = kind == "footer-comments" ? _session.Truth.FooterCommentIds(page) : _session.Truth.InlineCommentIds(page);
            Assert.Equal(expected, found.Order(StringComparer.Ordinal));
            all.AddRange(found);
        }

        Assert.Equal(all.Order(StringComparer.Ordinal), await _session.WalkIdsAsync($"/wiki/api/v2/{kind}?limit=13"));
        Assert.True(replies > 10, $"{replies} replies are too few to prove anything.");
    }

    [Fact]
    public async Task Descendants_of_the_homepages_are_all_pages_below_them()
    {
        List<string> ids = [];
        foreach (JsonElement space in await _session.WalkAsync("/wiki/api/v2/spaces"))
        {
            string homepage = space.GetProperty("homepageId").GetString() ?? "";
            ids.Add(homepage);
            ids.AddRange(await _session.WalkIdsAsync($"/wiki/api/v2/pages/{homepage}/descendants?depth=10&limit=5"));
        }

        Assert.Equal(_session.Truth.PageIds, ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("children")]
    [InlineData("direct-children")]
    public async Task Children_name_their_page_as_parent_and_ancestors_lead_back_to_the_homepage(string route)
    {
        JsonElement space = (await _session.WalkAsync("/wiki/api/v2/spaces"))[0];
        string homepage = space.GetProperty("homepageId").GetString() ?? "";
        List<string> children = await _session.WalkIdsAsync($"/wiki/api/v2/pages/{homepage}/{route}?limit=2");
        Assert.NotEmpty(children);

        List<string> grandchildren = await _session.WalkIdsAsync($"/wiki/api/v2/pages/{children[0]}/{route}?limit=2&sort=-id");
        Assert.Equal(grandchildren.OrderDescending(StringComparer.Ordinal), grandchildren);
        JsonElement grandchild = await _session.GetAsync($"/wiki/api/v2/pages/{grandchildren[0]}");
        Assert.Equal(children[0], grandchild.GetProperty("parentId").GetString());
        Assert.Equal([homepage, children[0]], await _session.WalkIdsAsync($"/wiki/api/v2/pages/{grandchildren[0]}/ancestors"));
    }

    [Fact]
    public async Task A_next_link_is_a_path_with_the_wiki_context_whose_cursor_stands_first()
    {
        using HttpResponseMessage response = await _session.Client.GetAsync(
            "/wiki/api/v2/pages?body-format=storage&limit=2&status=current", TestContext.Current.CancellationToken);
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        JsonElement links = document.RootElement.GetProperty("_links");
        string next = links.GetProperty("next").GetString() ?? "";

        Assert.StartsWith("/wiki/api/v2/pages?cursor=", next, StringComparison.Ordinal);
        Assert.EndsWith("&body-format=storage&limit=2&status=current", next, StringComparison.Ordinal);
        string siteBase = _session.Sandbox.BaseAddress + "wiki";
        Assert.Equal(siteBase, links.GetProperty("base").GetString());
        Assert.Equal($"<{next}>; rel=\"next\", <{siteBase}>; rel=\"base\"", string.Join(", ", response.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task A_last_page_has_no_next_link_but_still_a_base_and_a_link_header()
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces?limit=9");

        Assert.False(answer.Json.GetProperty("_links").TryGetProperty("next", out _));
        Assert.Equal(_session.Sandbox.BaseAddress + "wiki", answer.Json.GetProperty("_links").GetProperty("base").GetString());
        Assert.Equal($"<{_session.Sandbox.BaseAddress}wiki>; rel=\"base\"", answer.Headers["Link"]);
    }

    [Fact]
    public async Task A_walk_goes_on_rightly_when_pages_come_and_go_between_two_calls()
    {
        JsonElement first = await _session.GetAsync("/wiki/api/v2/pages?limit=100");
        string[] given = [.. first.GetProperty("results").EnumerateArray().Select(Id)];
        string[] before = [.. _session.Truth.PageIds];
        Assert.Equal(204, (int)(await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{given[^1]}")).Status);
        Assert.Equal(204, (int)(await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{before[150]}")).Status);
        Answer created = await _session.CreatePageAsync(_session.Truth.SpaceIds.First(), "Late comer");

        List<string> rest = await _session.WalkIdsAsync(first.GetProperty("_links").GetProperty("next").GetString() ?? "");

        Assert.Equal([.. before[100..150], .. before[151..], Id(created.Json)], rest);
    }

    [Fact]
    public async Task Likes_accept_a_limit_of_zero_and_then_offer_nothing_more()
    {
        string page = _session.Truth.PageIds.First(id => _session.Truth.PageLikes(id).Count > 0);

        JsonElement answer = await _session.GetAsync($"/wiki/api/v2/pages/{page}/likes/users?limit=0");

        Assert.Equal(0, answer.GetProperty("results").GetArrayLength());
        Assert.False(answer.GetProperty("_links").TryGetProperty("next", out _));
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString() ?? "";

    private static string Moment(JsonElement date) => date.GetDateTimeOffset().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
