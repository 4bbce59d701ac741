using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class UserLimitTests
{
    [Fact]
    public async Task The_search_ends_at_ten_thousand_accounts_and_groups_reach_most_of_the_others()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Users = 10_500, Pages = 1 });

        HashSet<string> found = [];
        for (int start = 0; ; start += 500)
        {
            JsonElement page = await session.GetAsync($"/wiki/rest/api/search/user?cql=type%3Duser&sitePermissionTypeFilter=all&limit=500&start={start}");
            found.UnionWith(Ids(page.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("user"))));
            if (page.GetProperty("size").GetInt32() < 500)
            {
                Assert.Equal((10_000, 0), (start, page.GetProperty("size").GetInt32()));
                break;
            }
        }

        HashSet<string> grouped = [];
        foreach (JsonElement group in (await session.GetAsync("/wiki/rest/api/group")).GetProperty("results").EnumerateArray())
        {
            for (string? path = $"/rest/api/group/{group.GetProperty("id").GetString()}/membersByGroupId"; path is not null;)
            {
                JsonElement page = await session.GetAsync("/wiki" + path);
                grouped.UnionWith(Ids(page.GetProperty("results").EnumerateArray()));
                path = page.GetProperty("_links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
            }
        }

        List<string> beyond = [.. session.Truth.AccountIds.Skip(10_000)];
        List<string> unreachable = [.. beyond.Except(grouped)];
        Assert.Equal(10_000, found.Count);
        Assert.Empty(found.Intersect(beyond));
        Assert.InRange(unreachable.Count, 1, 40);
        Assert.Equal(session.Truth.UngroupedAccountIds.Except(found), unreachable);
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> users) => users.Select(static user => user.GetProperty("accountId").GetString() ?? "");
}
