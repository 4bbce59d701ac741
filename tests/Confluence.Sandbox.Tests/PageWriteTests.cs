using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests;

public sealed class PageWriteTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 4, 3, 2, 1, 7, TimeSpan.Zero);

    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.
    private string _space = "";

    public async ValueTask InitializeAsync()
    {
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 160, TimeProvider = new FixedClock() });
        _space = _session.Truth.SpaceIds.First();
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task A_created_page_answers_200_with_its_body_and_can_be_read_listed_and_searched()
    {
        Answer created = await _session.CreatePageAsync(_space, "Größe & \"Maß\"", value: "<p>It's <b>new</b> – ünïcode 😀</p>");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        string id = Id(created);
        Assert.Equal("<p>It's <b>new</b> – ünïcode 😀</p>", StorageOf(created.Json));
        Assert.Equal(1, VersionOf(created.Json));
        Assert.Equal("2026-05-04T03:02:01.007Z", created.Json.GetProperty("createdAt").GetString());
        Assert.Equal(_session.Truth.CallerAccountId, created.Json.GetProperty("authorId").GetString());
        Assert.Equal(_session.Truth.PageIds.First(), created.Json.GetProperty("parentId").GetString());
        Assert.EndsWith($"/pages/{id}/Gr%C3%B6%C3%9Fe+%26+%22Ma%C3%9F%22", created.Json.GetProperty("_links").GetProperty("webui").GetString(), StringComparison.Ordinal);

        JsonElement read = await _session.GetAsync($"/wiki/api/v2/pages/{id}?body-format=storage");
        Assert.Equal(created.Json.GetRawText(), read.GetRawText());
        Assert.Equal(id, (await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=10"))[^1]);
        Assert.Equal(id, (await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=10&sort=-id"))[0]);
        Assert.Equal(id, (await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=10&sort=-modified-date"))[0]);
        Assert.Contains(id, _session.Truth.PageIds);
        Assert.Equal(1, _session.Truth.ChangedPageCount);
        JsonElement found = (await _session.GetAsync($"/wiki/rest/api/search?cql=id%3D{id}")).GetProperty("results")[0];
        Assert.Equal("It's new – ünïcode 😀", found.GetProperty("excerpt").GetString());
        Assert.Contains("ünïcode", (await _session.GetTextAsync($"/wiki/api/v2/pages/{id}?body-format=atlas_doc_format")), StringComparison.Ordinal);
        Assert.Contains("<p>It&#39;s new", (await _session.GetTextAsync($"/wiki/api/v2/pages/{id}?body-format=view")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_level_and_a_parent_of_choice_are_kept()
    {
        Answer root = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages?root-level=true", Create("Root"));
        Answer child = await _session.CreatePageAsync(_space, "Child", Id(root));

        Assert.Equal(JsonValueKind.Null, root.Json.GetProperty("parentId").ValueKind);
        Assert.Equal(Id(root), child.Json.GetProperty("parentId").GetString());
        Assert.Equal([Id(child)], await _session.WalkIdsAsync($"/wiki/api/v2/pages/{Id(root)}/direct-children"));
        Assert.Contains(Id(root), await _session.WalkIdsAsync($"/wiki/api/v2/spaces/{_space}/pages?depth=root"));
    }

    [Fact]
    public async Task A_nested_body_and_adf_are_accepted_and_come_back_as_they_were_written()
    {
        string adf = """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Grüße"}]}]}""";
        Answer nested = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new
        {
            spaceId = _space, title = "Nested", body = new { storage = new { representation = "storage", value = "<p>n</p>" } },
        }));
        Answer document = await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new
        {
            spaceId = _space, title = "Document", body = new { representation = "atlas_doc_format", value = adf },
        }));

        Assert.Equal("<p>n</p>", StorageOf(nested.Json));
        Assert.Equal(adf, document.Json.GetProperty("body").GetProperty("atlas_doc_format").GetProperty("value").GetString());
        Assert.Equal("<p>Grüße</p>", _session.Truth.PageStorageBody(Id(document)));
    }

    [Fact]
    public async Task An_update_makes_a_version_and_keeps_the_older_ones()
    {
        string id = _session.Truth.PageIds.ElementAt(5);
        string before = _session.Truth.PageStorageBody(id);
        int version = _session.Truth.PageVersionCount(id);

        Answer updated = await _session.UpdatePageAsync(id, version + 1, "Renamed", "<p>After</p>");

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal(version + 1, VersionOf(updated.Json));
        Assert.Equal("Changed", updated.Json.GetProperty("version").GetProperty("message").GetString());
        Assert.Equal("<p>After</p>", StorageOf(updated.Json));
        Assert.Equal(before, StorageOf(await _session.GetAsync($"/wiki/api/v2/pages/{id}?version={version}&body-format=storage")));
        List<JsonElement> versions = await _session.WalkAsync($"/wiki/api/v2/pages/{id}/versions?body-format=storage&limit=2");
        Assert.Equal(version + 1, versions.Count);
        Assert.Equal("Renamed", versions[0].GetProperty("page").GetProperty("title").GetString());
        Assert.NotEqual("Renamed", versions[1].GetProperty("page").GetProperty("title").GetString());
        Assert.Equal(_session.Truth.CallerAccountId, _session.Truth.PageVersionAuthors(id)[^1]);
        Assert.Equal([id], await _session.WalkIdsAsync("/wiki/api/v2/pages?title=renamed"));
    }

    [Fact]
    public async Task An_update_that_changes_nothing_answers_200_with_the_old_version()
    {
        string id = _session.Truth.PageIds.ElementAt(5);
        int version = _session.Truth.PageVersionCount(id);

        Answer updated = await _session.UpdatePageAsync(id, version + 1, _session.Truth.PageTitle(id), _session.Truth.PageStorageBody(id));

        Assert.Equal(HttpStatusCode.OK, updated.Status);
        Assert.Equal(version, VersionOf(updated.Json));
        Assert.Equal(0, _session.Truth.ChangedPageCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-7)]
    public async Task A_stale_version_is_409_with_a_status_that_is_text(int offset)
    {
        string id = _session.Truth.PageIds.ElementAt(5);
        int version = _session.Truth.PageVersionCount(id);

        Answer answer = await _session.UpdatePageAsync(id, version + offset, "T", "<p/>");

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
        string id = Id(await _session.CreatePageAsync(_space, "Contested"));

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => _session.UpdatePageAsync(id, 2, "Contested", $"<p>{writer}</p>")));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(11, answers.Count(static answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, _session.Truth.PageVersionCount(id));
    }

    [Fact]
    public async Task Concurrent_creations_get_ids_of_their_own()
    {
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => _session.CreatePageAsync(_space, $"Page {number:000}x")));

        Assert.Equal(40, answers.Select(Id).Distinct().Count());
        Assert.Equal(200, (await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=7")).Count);
    }

    [Fact]
    public async Task A_title_of_the_space_cannot_be_used_twice_not_even_that_of_an_archived_page()
    {
        string archived = (await _session.WalkAsync("/wiki/api/v2/pages?status=archived"))[0].GetRawText();
        using JsonDocument document = JsonDocument.Parse(archived);
        string title = document.RootElement.GetProperty("title").GetString() ?? "";
        string space = document.RootElement.GetProperty("spaceId").GetString() ?? "";

        Answer answer = await _session.CreatePageAsync(space, title.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("A page with this title already exists: " + title.ToUpperInvariant(), answer.Error.GetProperty("title").GetString());
        string other = _session.Truth.SpaceIds.First(id => id != space);
        Assert.Equal(HttpStatusCode.OK, (await _session.CreatePageAsync(other, title + " elsewhere")).Status);
        string mine = Id(await _session.CreatePageAsync(space, "Mine"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _session.UpdatePageAsync(mine, 2, title, "<p/>")).Status);
    }

    [Fact]
    public async Task A_new_title_alone_makes_a_version_and_answers_without_a_body()
    {
        string id = _session.Truth.PageIds.ElementAt(9);
        int version = _session.Truth.PageVersionCount(id);
        string body = _session.Truth.PageStorageBody(id);

        Answer renamed = await _session.SendAsync(HttpMethod.Put, $"/wiki/api/v2/pages/{id}/title", """{"status":"current","title":"Another"}""");

        Assert.Equal(HttpStatusCode.OK, renamed.Status);
        Assert.Equal(JsonValueKind.Null, renamed.Json.GetProperty("body").ValueKind);
        Assert.Equal((version + 1, "Another"), (VersionOf(renamed.Json), _session.Truth.PageTitle(id)));
        Assert.Equal(body, _session.Truth.PageStorageBody(id));
    }

    [Fact]
    public async Task A_moved_page_is_found_below_its_new_parent_and_never_below_itself()
    {
        string home = _session.Truth.PageIds.First();
        List<string> children = await _session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children?sort=id");
        (string moved, string target) = (children[0], children[1]);
        string below = (await _session.WalkIdsAsync($"/wiki/api/v2/pages/{moved}/direct-children"))[0];
        int version = _session.Truth.PageVersionCount(moved);

        Answer answer = await _session.UpdatePageAsync(moved, version + 1, "Moved", "<p/>", target);
        Assert.Equal(target, answer.Json.GetProperty("parentId").GetString());
        Assert.Contains(moved, await _session.WalkIdsAsync($"/wiki/api/v2/pages/{target}/direct-children"));
        Assert.DoesNotContain(moved, await _session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children"));
        Assert.Equal([home, target, moved], await _session.WalkIdsAsync($"/wiki/api/v2/pages/{below}/ancestors"));

        Assert.Equal(HttpStatusCode.BadRequest, (await _session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", below)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", moved)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.UpdatePageAsync(moved, version + 2, "Moved", "<p/>", "1")).Status);
    }

    [Fact]
    public async Task A_deleted_page_is_in_the_trash_still_readable_and_its_children_have_moved_up()
    {
        string home = _session.Truth.PageIds.First();
        string id = (await _session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children?sort=id"))[0];
        List<string> below = await _session.WalkIdsAsync($"/wiki/api/v2/pages/{id}/direct-children");
        Assert.NotEmpty(below);

        Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);

        JsonElement trashed = await _session.GetAsync($"/wiki/api/v2/pages/{id}");
        Assert.Equal("trashed", trashed.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, trashed.GetProperty("parentId").ValueKind);
        Assert.DoesNotContain(id, await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
        Assert.Equal([id], await _session.WalkIdsAsync("/wiki/api/v2/pages?status=trashed"));
        Assert.Equal(below, (await _session.WalkIdsAsync($"/wiki/api/v2/pages/{home}/direct-children")).Intersect(below).Order(StringComparer.Ordinal).ToList().OrderBy(below.IndexOf));
        Assert.Equal(home, (await _session.GetAsync($"/wiki/api/v2/pages/{below[0]}")).GetProperty("parentId").GetString());
        Assert.Empty(await _session.WalkIdsAsync($"/wiki/api/v2/pages/{id}/footer-comments"));
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
    }

    [Fact]
    public async Task A_page_comes_out_of_the_trash_by_an_update()
    {
        string id = _session.Truth.PageIds.ElementAt(4);
        int version = _session.Truth.PageVersionCount(id);
        await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}");

        Answer restored = await _session.UpdatePageAsync(id, version + 1, _session.Truth.PageTitle(id), "<p>back</p>");

        Assert.Equal("current", restored.Json.GetProperty("status").GetString());
        Assert.Contains(id, _session.Truth.PageIds);
    }

    [Fact]
    public async Task Only_what_is_in_the_trash_can_be_purged_and_then_it_is_gone()
    {
        string[] ids = [_session.Truth.PageIds.ElementAt(4), Id(await _session.CreatePageAsync(_space, "Short-lived"))];
        foreach (string id in ids)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
            Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?purge=true")).Status);
        }

        Assert.Equal(159, (await _session.WalkIdsAsync("/wiki/api/v2/pages?status=current&status=archived&status=trashed&limit=250")).Count);
        Assert.Equal(159, (await _session.WalkIdsAsync("/wiki/api/v2/pages?sort=-id&limit=4")).Count);
    }

    [Fact]
    public async Task A_draft_is_seen_by_those_who_ask_for_drafts_until_it_is_published()
    {
        Answer created = await _session.SendAsync(
            HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new { spaceId = _space, status = "draft" }));
        string id = Id(created);

        Assert.Equal("draft", created.Json.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(id, (await _session.GetAsync($"/wiki/api/v2/pages/{id}?get-draft=true")).GetProperty("id").GetString());
        Assert.DoesNotContain(id, await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
        Assert.Equal(HttpStatusCode.Conflict, (await _session.UpdatePageAsync(id, 2, "Published", "<p>1</p>")).Status);

        Answer published = await _session.UpdatePageAsync(id, 1, "Published", "<p>1</p>");
        Assert.Equal(("current", 1), (published.Json.GetProperty("status").GetString(), VersionOf(published.Json)));
        Assert.Contains(id, await _session.WalkIdsAsync("/wiki/api/v2/pages?limit=250"));
    }

    [Fact]
    public async Task A_draft_is_discarded_for_good()
    {
        string id = Id(await _session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", JsonSerializer.Serialize(new { spaceId = _space, status = "draft", title = "D" })));

        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/pages/{id}?draft=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?get-draft=true")).Status);
    }

    [Fact]
    public async Task A_new_owner_leaves_the_old_one_as_last_owner()
    {
        string id = Id(await _session.CreatePageAsync(_space, "Owned"));
        string owner = _session.Truth.AccountIds.ElementAt(3);
        string body = JsonSerializer.Serialize(new
        {
            id, status = "current", title = "Owned", ownerId = owner, version = new { number = 2 }, body = new { representation = "storage", value = "<p/>" },
        });

        Answer answer = await _session.SendAsync(HttpMethod.Put, $"/wiki/api/v2/pages/{id}", body);

        Assert.Equal(owner, answer.Json.GetProperty("ownerId").GetString());
        Assert.Equal(_session.Truth.CallerAccountId, answer.Json.GetProperty("lastOwnerId").GetString());
    }

    public static TheoryData<string, string, string> BadBodies => new()
    {
        { "POST", "{\"spaceId\":", "no JSON" },
        { "POST", "[]", "JSON object" },
        { "POST", "{}", "'spaceId' is required" },
        { "POST", """{"spaceId":true}""", "'spaceId' must be an id" },
        { "POST", """{"spaceId":"{space}"}""", "'title' is required" },
        { "POST", """{"spaceId":"{space}","title":7}""", "'title' must be a string" },
        { "POST", """{"spaceId":"{space}","title":"{long}"}""", "longer than 255" },
        { "POST", """{"spaceId":"{space}","title":"T","status":"archived"}""", "'status' must be current or draft" },
        { "POST", """{"spaceId":"{space}","title":"T","body":"x"}""", "'body' must be an object" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{}}""", "'body.representation' is required" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"view","value":""}}""", "'body.representation' must be one of" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"storage"}}""", "'body.value' is required" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"atlas_doc_format","value":"<p/>"}}""", "JSON object in a string" },
        { "POST", """{"spaceId":"{space}","title":"T","parentId":"{elsewhere}"}""", "in another space" },
        { "PUT", "{}", "'id' is required" },
        { "PUT", """{"id":"1"}""", "differs from the id in the path" },
        { "PUT", """{"id":"{page}"}""", "'status' is required" },
        { "PUT", """{"id":"{page}","status":"current"}""", "'title' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T"}""", "'body' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""}}""", "'version' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":"2"}}""", "'version.number'" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}},"spaceId":"{other}"}""", "another space" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}},"ownerId":"x"}""", "no account with id x" },
        { "PUT", """{"id":"{page}","status":"draft","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}}}""", "no draft beside" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_does_not_fit_is_400_with_what_is_wrong(string method, string body, string message)
    {
        string page = _session.Truth.PageIds.ElementAt(3);
        string json = body
            .Replace("{space}", _space, StringComparison.Ordinal)
            .Replace("{other}", _session.Truth.SpaceIds.ElementAt(1), StringComparison.Ordinal)
            .Replace("{elsewhere}", _session.Truth.PageIds.ElementAt(1), StringComparison.Ordinal)
            .Replace("{long}", new string('x', 256), StringComparison.Ordinal)
            .Replace("{page}", page, StringComparison.Ordinal)
            .Replace("{next}", (_session.Truth.PageVersionCount(page) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Answer answer = await _session.SendAsync(new HttpMethod(method), method == "POST" ? "/wiki/api/v2/pages" : "/wiki/api/v2/pages/" + page, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, _session.Truth.ChangedPageCount);
    }

    private string Create(string title) =>
        JsonSerializer.Serialize(new { spaceId = _space, title, body = new { representation = "storage", value = "" } });

    private static string Id(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Json.GetProperty("id").GetString() ?? "";
    }

    private static int VersionOf(JsonElement page) => page.GetProperty("version").GetProperty("number").GetInt32();

    private static string? StorageOf(JsonElement page) => page.GetProperty("body").GetProperty("storage").GetProperty("value").GetString();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => s_now.AddTicks(1_234);
    }
}
