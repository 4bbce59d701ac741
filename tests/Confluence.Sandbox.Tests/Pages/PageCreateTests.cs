using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Pages;

public sealed class PageCreateTests : WritingTests
{
    [Fact]
    public async Task A_created_page_answers_200_with_its_body_and_can_be_read_listed_and_searched()
    {
        Answer created = await Session.CreatePageAsync(Space, "Größe & \"Maß\"", value: "<p>It's <b>new</b> – ünïcode 😀</p>");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        string id = Id(created);
        Assert.Equal("<p>It's <b>new</b> – ünïcode 😀</p>", StorageOf(created.Json));
        Assert.Equal(1, VersionOf(created.Json));
        Assert.Equal("2026-05-04T03:02:01.007Z", created.Json.GetProperty("createdAt").GetString());
        Assert.Equal(Session.Truth.CallerAccountId, created.Json.GetProperty("authorId").GetString());
        Assert.Equal(Session.Truth.PageIds.First(), created.Json.GetProperty("parentId").GetString());
        Assert.EndsWith($"/pages/{id}/Gr%C3%B6%C3%9Fe+%26+%22Ma%C3%9F%22", created.Json.GetProperty("_links").GetProperty("webui").GetString(), StringComparison.Ordinal);

        JsonElement read = await Session.GetAsync($"/wiki/api/v2/pages/{id}?body-format=storage");
        Assert.Equal(created.Json.GetRawText(), read.GetRawText());
        Assert.Equal(id, (await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=10"))[^1]);
        Assert.Equal(id, (await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=10&sort=-id"))[0]);
        Assert.Equal(id, (await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=10&sort=-modified-date"))[0]);
        Assert.Contains(id, Session.Truth.PageIds);
        Assert.Equal(1, Session.Truth.ChangedPageCount);
        JsonElement found = (await Session.GetAsync($"/wiki/rest/api/search?cql=id%3D{id}")).GetProperty("results")[0];
        Assert.Equal("It's new – ünïcode 😀", found.GetProperty("excerpt").GetString());
        Assert.Contains("ünïcode", (await Session.GetTextAsync($"/wiki/api/v2/pages/{id}?body-format=atlas_doc_format")), StringComparison.Ordinal);
        Assert.Contains("<p>It&#39;s new", (await Session.GetTextAsync($"/wiki/api/v2/pages/{id}?body-format=view")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_level_and_a_parent_of_choice_are_kept()
    {
        Answer root = await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages?root-level=true", Create("Root"));
        Answer child = await Session.CreatePageAsync(Space, "Child", Id(root));

        Assert.Equal(JsonValueKind.Null, root.Json.GetProperty("parentId").ValueKind);
        Assert.Equal(Id(root), child.Json.GetProperty("parentId").GetString());
        Assert.Equal([Id(child)], await Session.WalkIdsAsync($"/wiki/api/v2/pages/{Id(root)}/direct-children"));
        Assert.Contains(Id(root), await Session.WalkIdsAsync($"/wiki/api/v2/spaces/{Space}/pages?depth=root"));
    }

    [Fact]
    public async Task A_nested_body_and_adf_are_accepted_and_come_back_as_they_were_written()
    {
        string adf = """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Grüße"}]}]}""";
        Answer nested = await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new
        {
            spaceId = Space, title = "Nested", body = new { storage = new { representation = "storage", value = "<p>n</p>" } },
        }));
        Answer document = await Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new
        {
            spaceId = Space, title = "Document", body = new { representation = "atlas_doc_format", value = adf },
        }));

        Assert.Equal("<p>n</p>", StorageOf(nested.Json));
        Assert.Equal(adf, document.Json.GetProperty("body").GetProperty("atlas_doc_format").GetProperty("value").GetString());
        Assert.Equal("<p>Grüße</p>", Session.Truth.PageStorageBody(Id(document)));
    }

    [Fact]
    public async Task Concurrent_creations_get_ids_of_their_own()
    {
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Session.CreatePageAsync(Space, $"Page {number:000}x")));

        Assert.Equal(40, answers.Select(Id).Distinct().Count());
        Assert.Equal(200, (await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=7")).Count);
    }

    [Fact]
    public async Task A_title_of_theSpace_cannot_be_used_twice_not_even_that_of_an_archived_page()
    {
        string archived = (await Session.WalkAsync("/wiki/api/v2/pages?status=archived"))[0].GetRawText();
        using JsonDocument document = JsonDocument.Parse(archived);
        string title = document.RootElement.GetProperty("title").GetString() ?? "";
        string space = document.RootElement.GetProperty("spaceId").GetString() ?? "";

        Answer answer = await Session.CreatePageAsync(space, title.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("A page with this title already exists: " + title.ToUpperInvariant(), answer.Error.GetProperty("title").GetString());
        string other = Session.Truth.SpaceIds.First(id => id != space);
        Assert.Equal(HttpStatusCode.OK, (await Session.CreatePageAsync(other, title + " elsewhere")).Status);
        string mine = Id(await Session.CreatePageAsync(space, "Mine"));
        Assert.Equal(HttpStatusCode.BadRequest, (await Session.UpdatePageAsync(mine, 2, title, "<p/>")).Status);
    }

    [Fact]
    public async Task A_draft_is_seen_by_those_who_ask_for_drafts_until_it_is_published()
    {
        Answer created = await Session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new { spaceId = Space, status = "draft" }));
        string id = Id(created);

        Assert.Equal("draft", created.Json.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(id, (await Session.GetAsync($"/wiki/api/v2/pages/{id}?get-draft=true")).GetProperty("id").GetString());
        Assert.DoesNotContain(id, await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
        Assert.Equal(HttpStatusCode.Conflict, (await Session.UpdatePageAsync(id, 2, "Published", "<p>1</p>")).Status);

        Answer published = await Session.UpdatePageAsync(id, 1, "Published", "<p>1</p>");
        Assert.Equal(("current", 1), (published.Json.GetProperty("status").GetString(), VersionOf(published.Json)));
        Assert.Contains(id, await Session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
    }

    private string Create(string title) =>
        JsonSerializer.Serialize(new { spaceId = Space, title, body = new { representation = "storage", value = "" } });
}
