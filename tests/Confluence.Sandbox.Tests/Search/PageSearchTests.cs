using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Search;

public sealed class PageSearchTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 400, Users = 320, Spaces = 6, TimeProvider = new FixedClock() });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("type=page", 100)]
    [InlineData("type=page", 1)]
    [InlineData("type = page order by lastmodified desc", 30)]
    [InlineData("type = page ORDER BY title", 30)]
    public async Task The_content_search_walked_by_next_links_gives_each_current_page_once(string cql, int limit)
    {
        (List<string> ids, List<int> sizes) = await SearchAsync(cql, limit);

        Assert.Equal(_session.Truth.CurrentPageIds, ids.Order(StringComparer.Ordinal));
        if (limit > 1)
        {
            Assert.Contains(sizes[..^1], size => size < limit);
        }
    }

    [Fact]
    public async Task The_content_search_ignores_start_and_its_next_link_drops_the_excerpt()
    {
        string query = "/wiki/rest/api/search?cql=type%3Dpage&limit=5&excerpt=none";
        JsonElement page = await _session.GetAsync(query);
        JsonElement later = await _session.GetAsync(query + "&start=50");

        Assert.Equal(page.GetProperty("results").GetRawText(), later.GetProperty("results").GetRawText());
        string next = page.GetProperty("_links").GetProperty("next").GetString() ?? "";
        Assert.StartsWith("/rest/api/search?next=true&cursor=", next, StringComparison.Ordinal);
        Assert.EndsWith("&cql=type%3Dpage", next, StringComparison.Ordinal);
        Assert.DoesNotContain("excerpt", next, StringComparison.Ordinal);
        Assert.Equal("", page.GetProperty("results")[0].GetProperty("excerpt").GetString());
        Assert.Equal("page", page.GetProperty("results")[0].GetProperty("content").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Conditions_of_a_search_hold_for_all_that_is_found_and_for_nothing_else()
    {
        JsonElement[] pages = [.. await _session.WalkAsync("/wiki/api/v2/pages?status=current&limit=250")];
        string key = _session.Truth.SpaceKeys.ElementAt(2);
        string otherKey = _session.Truth.SpaceKeys.ElementAt(3);
        string author = pages[20].GetProperty("authorId").GetString() ?? "";
        HashSet<string> inSpace = [.. _session.Truth.PageIdsInSpace(key)];
        HashSet<string> below = [.. await _session.WalkIdsAsync($"/wiki/api/v2/pages/{Id(pages[0])}/descendants?depth=10&limit=250")];
        HashSet<string> inBoth = [.. inSpace, .. _session.Truth.PageIdsInSpace(otherKey)];

        await AssertFoundAsync($"type=page and space=\"{key}\"", page => inSpace.Contains(Id(page)));
        await AssertFoundAsync($"space = '{key.ToLowerInvariant()}'", page => inSpace.Contains(Id(page)));
        await AssertFoundAsync($"space in (\"{key}\", \"{otherKey}\")", page => inBoth.Contains(Id(page)));
        await AssertFoundAsync($"space not in (\"{key}\", \"{otherKey}\")", page => !inBoth.Contains(Id(page)));
        await AssertFoundAsync("type = page and lastmodified >= \"2025-01-01\"", static page => Modified(page) >= Day(2025, 1, 1));
        await AssertFoundAsync("lastmodified > \"2025-01-01\"", static page => Modified(page) >= Day(2025, 1, 2));
        await AssertFoundAsync("lastmodified < \"2024/06/01 12:30\"", static page => Modified(page) < Day(2024, 6, 1).AddHours(12.5));
        await AssertFoundAsync("lastmodified <= \"2024-06-01\" AND created > \"2024-03-01\"", static page => Modified(page) < Day(2024, 6, 2) && Created(page) >= Day(2024, 3, 2));
        await AssertFoundAsync("lastmodified >= now(\"-30d\")", static page => Modified(page) >= FixedClock.Now.AddDays(-30));
        await AssertFoundAsync("created < now()", static page => Created(page) < FixedClock.Now);
        await AssertFoundAsync($"creator = \"{author}\"", page => page.GetProperty("authorId").GetString() == author);
        await AssertFoundAsync($"contributor = '{author}'", page => _session.Truth.PageVersionAuthors(Id(page)).Contains(author));
        await AssertFoundAsync("creator = currentUser()", page => page.GetProperty("authorId").GetString() == _session.Truth.CallerAccountId);
        await AssertFoundAsync("title ~ \"überblick\"", static page => (page.GetProperty("title").GetString() ?? "").Contains("Überblick", StringComparison.Ordinal));
        await AssertFoundAsync("title != Overview", static page => page.GetProperty("title").GetString() != "Overview");
        await AssertFoundAsync($"parent = {Id(pages[0])}", page => page.GetProperty("parentId").GetString() == Id(pages[0]));
        await AssertFoundAsync($"ancestor = {Id(pages[0])}", page => below.Contains(Id(page)));
        await AssertFoundAsync("type = blogpost", static _ => false);
        await AssertFoundAsync($"space = {key} or creator = \"{author}\"", page => inSpace.Contains(Id(page)) || page.GetProperty("authorId").GetString() == author);
        await AssertFoundAsync($"space = {key} and title ~ budget or creator = \"{author}\" and created > \"2024-06-01\"", page =>
            (inSpace.Contains(Id(page)) && (page.GetProperty("title").GetString() ?? "").Contains("budget", StringComparison.Ordinal))
            || (page.GetProperty("authorId").GetString() == author && Created(page) >= Day(2024, 6, 2)));
        await AssertFoundAsync($"(space = \"{key}\" OR space = \"{otherKey}\") AND (created < \"2024-06-01\")", page => inBoth.Contains(Id(page)) && Created(page) < Day(2024, 6, 1));

        async Task AssertFoundAsync(string cql, Func<JsonElement, bool> expected)
        {
            (List<string> ids, _) = await SearchAsync($"type = page and ({cql})", 60);
            Assert.Equal(pages.Where(expected).Select(Id), ids);
        }
    }

    [Theory]
    [InlineData("type=", "ends too early")]
    [InlineData("type page", "no operator")]
    [InlineData("type=page space=A", "'and', 'or' or 'order by' expected before 'space'")]
    [InlineData("type=page or", "ends too early")]
    [InlineData("(type=page", "ends too early")]
    [InlineData("(type=page order by title)", "')' expected")]
    [InlineData("lastmodified in (\"2024-01-01\", \"2024-01-02\")", "dates cannot be compared with 'in'")]
    [InlineData("space in (A", "ends too early")]
    [InlineData("space in (A;B = C", "')' expected")]
    [InlineData("space in A", "'(' expected")]
    [InlineData("space not A", "'in' expected")]
    [InlineData("title = \"open", "quotation mark")]
    [InlineData("lastmodified > yesterday", "'yesterday' is no date")]
    [InlineData("lastmodified > now(\"-3y\")", "is no date")]
    [InlineData("lastmodified ~ \"2024-01-01\"", "dates cannot be compared")]
    [InlineData("colour = red", "cannot compare 'colour'")]
    [InlineData("type=page order title", "'by' expected")]
    [InlineData("type=page order by size", "cannot order by 'size'")]
    [InlineData("type=page order by title asc nonsense", "nothing expected at 'nonsense'")]
    public async Task A_query_that_cannot_be_read_is_400_with_the_reason(string cql, string reason)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/search?cql=" + Uri.EscapeDataString(cql));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(reason, answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<(List<string> Ids, List<int> Sizes)> SearchAsync(string cql, int limit)
    {
        List<string> ids = [];
        List<int> sizes = [];
        for (string? path = $"/rest/api/search?cql={Uri.EscapeDataString(cql)}&limit={limit}"; path is not null;)
        {
            JsonElement page = await _session.GetAsync("/wiki" + path);
            ids.AddRange(page.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("content").GetProperty("id").GetString() ?? ""));
            sizes.Add(page.GetProperty("size").GetInt32());
            path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }

        return (ids, sizes);
    }

    private static string Id(JsonElement page) => page.GetProperty("id").GetString() ?? "";

    private static DateTimeOffset Modified(JsonElement page) => page.GetProperty("version").GetProperty("createdAt").GetDateTimeOffset();

    private static DateTimeOffset Created(JsonElement page) => page.GetProperty("createdAt").GetDateTimeOffset();

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private sealed class FixedClock : TimeProvider
    {
        public static readonly DateTimeOffset Now = new(2024, 12, 24, 18, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
