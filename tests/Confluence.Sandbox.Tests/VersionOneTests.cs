using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class VersionOneTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 400, Users = 320, Spaces = 6 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData(1_000)]
    [InlineData(100)]
    [InlineData(37)]
    public async Task The_user_search_walked_until_a_short_page_gives_each_licensed_account_once_and_never_a_next_link(int limit)
    {
        List<string?> found = [];
        for (int size = limit; size == limit;)
        {
            JsonElement page = await _session.GetAsync($"/wiki/rest/api/search/user?cql=type%3Duser&start={found.Count}&limit={limit}");
            Assert.False(page.GetProperty("_links").TryGetProperty("next", out _));
            size = page.GetProperty("results").GetArrayLength();
            Assert.Equal((found.Count, limit, size), (page.GetProperty("start").GetInt32(), page.GetProperty("limit").GetInt32(), page.GetProperty("size").GetInt32()));
            found.AddRange(page.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("user").GetProperty("accountId").GetString()));
        }

        Assert.Equal(_session.Truth.LicensedAccountIds, found);
        Assert.True(found.Count < 320, "There should be guests, which this search leaves out.");
    }

    [Fact]
    public async Task Guests_come_when_asked_for()
    {
        string path = "/wiki/rest/api/search/user?cql=type%3Duser&limit=1000&sitePermissionTypeFilter=";

        Assert.Equal(_session.Truth.AccountIds, await UsersAsync(path + "all"));
        Assert.Equal(_session.Truth.AccountIds.Except(_session.Truth.LicensedAccountIds), await UsersAsync(path + "externalCollaborator"));
        Assert.Equal(_session.Truth.LicensedAccountIds, await UsersAsync(path + "none"));
    }

    [Fact]
    public async Task The_user_search_finds_by_id_and_name()
    {
        string id = _session.Truth.LicensedAccountIds.ElementAt(9);
        JsonElement user = (await _session.GetAsync("/wiki/rest/api/user?accountId=" + id));
        string name = user.GetProperty("displayName").GetString() ?? "";

        Assert.Equal([id], await UsersAsync($"/wiki/rest/api/search/user?cql={Uri.EscapeDataString($"user = \"{id}\"")}"));
        Assert.Contains(id, await UsersAsync($"/wiki/rest/api/search/user?limit=500&cql={Uri.EscapeDataString($"type = user and user.fullname ~ \"{name}\"")}"));
        Assert.Empty(await UsersAsync("/wiki/rest/api/search/user?cql=type%3Dpage"));
    }

    [Fact]
    public async Task Accounts_differ_in_what_they_show()
    {
        JsonElement[] users = [.. (await _session.GetAsync("/wiki/rest/api/search/user?cql=type%3Duser&limit=1000&sitePermissionTypeFilter=all"))
            .GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("user"))];

        Assert.Contains(users, static user => user.TryGetProperty("email", out JsonElement email) && email.GetString() == "");
        Assert.Contains(users, static user => !user.TryGetProperty("email", out _));
        Assert.Contains(users, static user => user.GetProperty("accountType").GetString() == "app");
        Assert.Contains(users, static user => user.GetProperty("isExternalCollaborator").GetBoolean());
        Assert.Contains(users, static user => user.GetProperty("publicName").GetString() != user.GetProperty("displayName").GetString());
        Assert.All(users, static user => Assert.Equal("known", user.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task The_caller_is_the_first_account()
    {
        JsonElement caller = await _session.GetAsync("/wiki/rest/api/user/current?expand=operations");

        Assert.Equal(_session.Truth.CallerAccountId, caller.GetProperty("accountId").GetString());
        Assert.Equal(_session.Sandbox.Email, caller.GetProperty("email").GetString());
        Assert.Equal("use", caller.GetProperty("operations")[0].GetProperty("operation").GetString());
    }

    [Fact]
    public async Task The_bulk_lookup_of_v1_drops_everything_after_the_hundredth_id()
    {
        string ids = string.Join(',', _session.Truth.AccountIds.Take(130));

        JsonElement answer = await _session.GetAsync("/wiki/rest/api/user/bulk?accountId=" + ids);

        Assert.Equal(
            _session.Truth.AccountIds.Take(100), answer.GetProperty("results").EnumerateArray().Select(static user => user.GetProperty("accountId").GetString()));
    }

    [Fact]
    public async Task The_bulk_lookup_of_v2_leaves_out_unknown_ids_and_takes_at_most_250()
    {
        string[] ids = [.. _session.Truth.AccountIds.Take(249), "712020:nobody"];
        Answer answer = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/users-bulk", JsonSerializer.Serialize(new { accountIds = ids }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(ids[..249], answer.Json.GetProperty("results").EnumerateArray().Select(static user => user.GetProperty("accountId").GetString()));
        Assert.Contains(answer.Json.GetProperty("results").EnumerateArray(), static user => user.GetProperty("accountStatus").GetString() == "inactive");
        foreach (object bad in (object[])[new { }, new { accountIds = Array.Empty<string>() }, new { accountIds = (int[])[1] }, new { accountIds = Enumerable.Repeat("x", 251) }])
        {
            Answer refused = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/users-bulk", JsonSerializer.Serialize(bad));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("'accountIds'", refused.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Groups_and_members_page_by_offset_with_next_links_inside_the_context()
    {
        JsonElement first = await _session.GetAsync("/wiki/rest/api/group?limit=2");
        JsonElement links = first.GetProperty("_links");
        Assert.Equal("/rest/api/group?next=true&limit=2&start=2", links.GetProperty("next").GetString());
        Assert.Equal("/wiki", links.GetProperty("context").GetString());
        JsonElement last = await _session.GetAsync("/wiki" + links.GetProperty("next").GetString());
        Assert.False(last.GetProperty("_links").TryGetProperty("next", out _));

        string group = first.GetProperty("results")[0].GetProperty("id").GetString() ?? "";
        List<string?> members = [];
        for (string? path = $"/rest/api/group/{group}/membersByGroupId?limit=90&expand=operations"; path is not null;)
        {
            JsonElement page = await _session.GetAsync("/wiki" + path);
            members.AddRange(page.GetProperty("results").EnumerateArray().Select(static user => user.GetProperty("accountId").GetString()));
            path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
        }

        Assert.Equal(_session.Truth.LicensedAccountIds.Except(_session.Truth.UngroupedAccountIds), members);
    }

    [Fact]
    public async Task Members_come_at_most_200_at_a_time_with_a_total_when_asked_and_none_for_an_unknown_group()
    {
        string group = (await _session.GetAsync("/wiki/rest/api/group")).GetProperty("results")[0].GetProperty("id").GetString() ?? "";
        JsonElement page = await _session.GetAsync($"/wiki/rest/api/group/{group}/membersByGroupId?limit=1000&shouldReturnTotalSize=true");
        JsonElement none = await _session.GetAsync("/wiki/rest/api/group/10453df5-f7fc-47be-8ca7-bc2949c1bd5b/membersByGroupId");

        Assert.Equal((200, 200), (page.GetProperty("size").GetInt32(), page.GetProperty("limit").GetInt32()));
        Assert.Equal(_session.Truth.LicensedAccountIds.Except(_session.Truth.UngroupedAccountIds).Count(), page.GetProperty("totalSize").GetInt32());
        Assert.Equal(0, none.GetProperty("size").GetInt32());
    }

    private async Task<List<string>> UsersAsync(string path) =>
        [.. (await _session.GetAsync(path)).GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("user").GetProperty("accountId").GetString() ?? "")];
}
