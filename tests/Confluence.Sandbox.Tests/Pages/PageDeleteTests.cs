using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Pages;

public sealed class PageDeleteTests : WritingTests
{
    [Fact]
    public async Task A_deleted_page_is_in_the_trash_still_readable_and_its_children_have_moved_up()
    {
        string home = Session.Truth.PageIds.First();
        string id = (await Session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children?sort=id"))[0];
        List<string> below = await Session.WalkIdsAsync($"/wiki/api/v2/pages/{id}/direct-children");
        Assert.NotEmpty(below);

        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);

        JsonElement trashed = await Session.GetAsync($"/wiki/api/v2/pages/{id}");
        Assert.Equal("trashed", trashed.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, trashed.GetProperty("parentId").ValueKind);
        Assert.DoesNotContain(id, await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
        Assert.Equal([id], await Session.WalkIdsAsync("/wiki/api/v2/pages?status=trashed"));
        Assert.Equal(below, (await Session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children")).Intersect(below).Order(StringComparer.Ordinal).ToList().OrderBy(below.IndexOf));
        Assert.Equal(home, (await Session.GetAsync($"/wiki/api/v2/pages/{below[0]}")).GetProperty("parentId").GetString());
        Assert.Empty(await Session.WalkIdsAsync($"/wiki/api/v2/pages/{id}/footer-comments"));
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
    }

    [Fact]
    public async Task A_page_comes_out_of_the_trash_by_an_update()
    {
        string id = Session.Truth.PageIds.ElementAt(4);
        int version = Session.Truth.PageVersionCount(id);
        await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}");

        Answer restored = await Session.UpdatePageAsync(id, version + 1, Session.Truth.PageTitle(id), "<p>back</p>");

        Assert.Equal("current", restored.Json.GetProperty("status").GetString());
        Assert.Contains(id, Session.Truth.PageIds);
    }

    [Fact]
    public async Task Only_what_is_in_the_trash_can_be_purged_and_then_it_is_gone()
    {
        string[] ids = [Session.Truth.PageIds.ElementAt(4), Id(await Session.CreatePageAsync(Space, "Short-lived"))];
        foreach (string id in ids)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
        }

        Assert.Equal(159, (await Session.WalkIdsAsync("/wiki/api/v2/pages?status=current&status=archived&status=trashed&limit=250")).Count);
        Assert.Equal(159, (await Session.WalkIdsAsync("/wiki/api/v2/pages?sort=-id&limit=4")).Count);
    }

    [Fact]
    public async Task A_draft_is_discarded_for_good()
    {
        string id = Id(await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new { spaceId = Space, status = "draft", title = "D" })));

        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?draft=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?get-draft=true")).Status);
    }
}
