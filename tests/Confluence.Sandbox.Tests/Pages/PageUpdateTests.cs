using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Pages;

public sealed class PageUpdateTests : WritingTests
{
    [Fact]
    public async Task An_update_makes_a_version_and_keeps_the_older_ones()
    {
        string id = Session.Truth.PageIds.ElementAt(5);
        string before = Session.Truth.PageStorageBody(id);
        int version = Session.Truth.PageVersionCount(id);

        Answer updated = await Session.UpdatePageAsync(id, version + 1, "Renamed", "<p>After</p>");

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal(version + 1, VersionOf(updated.Json));
        Assert.Equal("Changed", updated.Json.GetProperty("version").GetProperty("message").GetString());
        Assert.Equal("<p>After</p>", StorageOf(updated.Json));
        Assert.Equal(before, StorageOf(await Session.GetAsync($"/wiki/api/v2/pages/{id}?version={version}&body-format=storage")));
        List<JsonElement> versions = await Session.WalkAsync($"/wiki/api/v2/pages/{id}/versions?body-format=storage&limit=2");
        Assert.Equal(version + 1, versions.Count);
        Assert.Equal("Renamed", versions[0].GetProperty("page").GetProperty("title").GetString());
        Assert.NotEqual("Renamed", versions[1].GetProperty("page").GetProperty("title").GetString());
        Assert.Equal(Session.Truth.CallerAccountId, Session.Truth.PageVersionAuthors(id)[^1]);
        Assert.Equal([id], await Session.WalkIdsAsync("/wiki/api/v2/pages?title=renamed"));
    }

    [Fact]
    public async Task An_update_that_changes_nothing_answers_200_with_the_old_version()
    {
        string id = Session.Truth.PageIds.ElementAt(5);
        int version = Session.Truth.PageVersionCount(id);

        Answer updated = await Session.UpdatePageAsync(id, version + 1, Session.Truth.PageTitle(id), Session.Truth.PageStorageBody(id));

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal(version, VersionOf(updated.Json));
        Assert.Equal(0, Session.Truth.ChangedPageCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-7)]
    public async Task A_stale_version_is_409_with_a_status_that_is_text(int offset)
    {
        string id = Session.Truth.PageIds.ElementAt(5);
        int version = Session.Truth.PageVersionCount(id);

        Answer answer = await Session.UpdatePageAsync(id, version + offset, "T", "<p/>");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("409", answer.Error.GetProperty("status").GetString());
        Assert.Equal("CONFLICT", answer.Error.GetProperty("code").GetString());
        Assert.Equal(
            $"Version must be incremented when updating a page. Current Version: [{version}]. Provided version: [{version + offset}]",
            answer.Error.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_concurrent_updates_with_one_version_number_exactly_one_wins()
    {
        string id = Id(await Session.CreatePageAsync(Space, "Contested"));

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Session.UpdatePageAsync(id, 2, "Contested", $"<p>{writer}</p>")));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(static answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, Session.Truth.PageVersionCount(id));
    }

    [Fact]
    public async Task A_new_title_alone_makes_a_version_and_answers_without_a_body()
    {
        string id = Session.Truth.PageIds.ElementAt(9);
        int version = Session.Truth.PageVersionCount(id);
        string body = Session.Truth.PageStorageBody(id);

        Answer renamed = await Session.SendAsync(HttpMethod.Put, $"/wiki/api/v2/pages/{id}/title", """{"status":"current","title":"Another"}""");

        Assert.Equal(HttpStatusCode.OK, renamed.Status);
        Assert.Equal(JsonValueKind.Null, renamed.Json.GetProperty("body").ValueKind);
        Assert.Equal((version + 1, "Another"), (VersionOf(renamed.Json), Session.Truth.PageTitle(id)));
        Assert.Equal(body, Session.Truth.PageStorageBody(id));
    }

    [Fact]
    public async Task A_moved_page_is_found_below_its_new_parent_and_never_below_itself()
    {
        string home = Session.Truth.PageIds.First();
        List<string> children = await Session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children?sort=id");
        (string moved, string target) = (children[0], children[1]);
        string below = (await Session.WalkIdsAsync($"/wiki/api/v2/pages/{moved}/direct-children"))[0];
        int version = Session.Truth.PageVersionCount(moved);

        Answer answer = await Session.UpdatePageAsync(moved, version + 1, "Moved", "<p/>", target);
        Assert.Equal(target, answer.Json.GetProperty("parentId").GetString());
        Assert.Contains(moved, await Session.WalkIdsAsync($"/wiki/api/v2/pages/{target}/direct-children"));
        Assert.DoesNotContain(moved, await Session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children"));
        Assert.Equal([home, target, moved], await Session.WalkIdsAsync($"/wiki/api/v2/pages/{below}/ancestors"));

        Assert.Equal(HttpStatusCode.BadRequest, (await Session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", below)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", moved)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", "1")).Status);
    }

    [Fact]
    public async Task A_new_owner_leaves_the_old_one_as_last_owner()
    {
        string id = Id(await Session.CreatePageAsync(Space, "Owned"));
        string owner = Session.Truth.AccountIds.ElementAt(3);
        string body = JsonSerializer.Serialize(new
        {
            id, status = "current", title = "Owned", ownerId = owner, version = new { number = 2 }, body = new { representation = "storage", value = "<p/>" },
        });

        Answer answer = await Session.SendAsync(HttpMethod.Put, $"/wiki/api/v2/pages/{id}", body);

        Assert.Equal(owner, answer.Json.GetProperty("ownerId").GetString());
        Assert.Equal(Session.Truth.CallerAccountId, answer.Json.GetProperty("lastOwnerId").GetString());
    }
}
