using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.Comments;

public sealed class CommentWriteTests : WritingTests
{
    public static TheoryData<string, bool> Kinds => new() { { "footer-comments", false }, { "footer-comments", true }, { "inline-comments", false }, { "inline-comments", true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_comment_is_created_answered_updated_and_deleted(string name, bool onPost)
    {
        (string member, string segment) = onPost ? ("blogPostId", "blogposts") : ("pageId", "pages");
        string target = onPost ? Session.Truth.BlogPostIds.ElementAt(2) : Session.Truth.PageIds.ElementAt(7);

        Answer created = await CreateAsync(name, member, target, "<p>first – ü</p>");
        Assert.Equal(HttpStatusCode.Created, created.Status);
        string id = Id(created);
        Assert.EndsWith($"/wiki/api/v2/{name}/{id}", created.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(target, created.Json.GetProperty(member).GetString());
        Assert.Equal(created.Text, await Session.GetTextAsync($"/wiki/api/v2/{name}/{id}?body-format=storage"));

        string reply = Id(await CreateAsync(name, "parentCommentId", id, "<p>reply</p>"));
        Assert.Equal([reply], await Session.WalkIdsAsync($"/wiki/api/v2/{name}/{id}/children"));
        List<string> onTarget = await Session.WalkIdsAsync($"/wiki/api/v2/{segment}/{target}/{name}?limit=2");
        Assert.Contains(id, onTarget);
        Assert.DoesNotContain(reply, onTarget);
        Assert.Equal([id, reply], (await Session.WalkIdsAsync($"/wiki/api/v2/{name}?limit=100"))[^2..]);
        SandboxComment truth = Session.Truth.Comments(target).Single(comment => comment.Id == reply);
        Assert.Equal((id, name == "inline-comments", FixedClock.Now), (truth.ParentId, truth.IsInline, truth.Versions[0].CreatedAt));

        Answer updated = await UpdateAsync(name, id, 2, "<p>second</p>");
        Assert.Equal((HttpStatusCode.OK, 2, "<p>second</p>"), (updated.Status, VersionOf(updated.Json), StorageOf(updated.Json)));
        Assert.Equal(2, VersionOf((await UpdateAsync(name, id, 3, "<p>second</p>")).Json));
        Answer stale = await UpdateAsync(name, id, 2, "<p>third</p>");
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("409", stale.Error.GetProperty("status").GetString());
        Assert.Equal("<p>first – ü</p>", StorageOf(await Session.GetAsync($"/wiki/api/v2/{name}/{id}?version=1&body-format=storage")));
        List<JsonElement> versions = await Session.WalkAsync($"/wiki/api/v2/{name}/{id}/versions?limit=1&body-format=storage");
        Assert.Equal(["<p>second</p>", "<p>first – ü</p>"], versions.Select(static version => StorageOf(version.GetProperty("comment"))));
        Assert.Equal(0, (await Session.GetAsync($"/wiki/api/v2/{name}/{id}/likes/count")).GetProperty("count").GetInt32());

        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/{name}/{id}")).Status);
        foreach (string gone in (string[])[id, reply])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/{name}/{gone}")).Status);
            Assert.DoesNotContain(gone, await Session.WalkIdsAsync($"/wiki/api/v2/{name}?limit=250"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/{name}/{id}")).Status);
    }

    [Theory]
    [InlineData("footer-comments")]
    [InlineData("inline-comments")]
    public async Task A_made_up_comment_is_changed_and_deleted(string name)
    {
        SandboxComment[] all = [.. Session.Truth.PageIds.SelectMany(Session.Truth.Comments).Where(comment => comment.IsInline == (name == "inline-comments"))];
        SandboxComment parent = all.First(comment => all.Any(reply => reply.ParentId == comment.Id));
        string before = await Session.GetTextAsync($"/wiki/api/v2/{name}/{parent.Id}/versions/1");

        Answer updated = await UpdateAsync(name, parent.Id, parent.Versions.Count + 1, "<p>new</p>");

        Assert.Equal(parent.Versions.Count + 1, VersionOf(updated.Json));
        Assert.Equal(before.Contains("nextVersion", StringComparison.Ordinal), parent.Versions.Count > 1);
        Assert.Equal(FixedClock.Now, Session.Truth.Comments(parent.ContentId).Single(comment => comment.Id == parent.Id).Versions[^1].CreatedAt);
        await Session.SendAsync(HttpMethod.Delete, $"/wiki/api/v2/{name}/{parent.Id}");
        Assert.DoesNotContain(Session.Truth.Comments(parent.ContentId), comment => comment.Id == parent.Id || comment.ParentId == parent.Id);
        Assert.DoesNotContain(parent.Id, await Session.WalkIdsAsync($"/wiki/api/v2/pages/{parent.ContentId}/{name}"));
    }

    [Fact]
    public async Task Resolving_and_reopening_make_no_version()
    {
        string page = Session.Truth.PageIds.ElementAt(7);
        string id = Id(await CreateAsync("inline-comments", "pageId", page, "<p>why?</p>"));
        string path = "/wiki/api/v2/inline-comments/" + id;

        Answer resolved = await Session.SendAsync(HttpMethod.Put, path, """{"version":{"number":2},"resolved":true}""");
        Assert.Equal(("resolved", 1), (resolved.Json.GetProperty("resolutionStatus").GetString(), VersionOf(resolved.Json)));
        Assert.Equal(Session.Truth.CallerAccountId, resolved.Json.GetProperty("resolutionLastModifierId").GetString());
        Assert.Equal("2026-05-04T03:02:01.007Z", resolved.Json.GetProperty("resolutionLastModifiedAt").GetString());
        Assert.Contains(id, await Session.WalkIdsAsync($"/wiki/api/v2/pages/{page}/inline-comments?resolution-status=resolved"));
        Answer reopened = await Session.SendAsync(HttpMethod.Put, path, """{"version":{"number":2},"resolved":false}""");
        Assert.Equal("reopened", reopened.Json.GetProperty("resolutionStatus").GetString());
    }

    [Fact]
    public async Task An_inline_comment_marks_words_of_the_page()
    {
        Answer page = await Session.CreatePageAsync(Space, "Marked", value: "<p>one two one</p>");

        Answer fits = await MarkAsync(Id(page), "one", 2, 1);
        Answer tooOften = await MarkAsync(Id(page), "one", 1, 0);
        Answer outside = await MarkAsync(Id(page), "one", 2, 2);
        Answer absent = await MarkAsync(Id(page), "three", 1, 0);

        Assert.Equal("one", fits.Json.GetProperty("properties").GetProperty("inlineOriginalSelection").GetString());
        Assert.Equal(fits.Json.GetProperty("properties").GetProperty("inlineMarkerRef").GetString(), fits.Json.GetProperty("properties").GetProperty("inline-marker-ref").GetString());
        Assert.All([tooOften, outside, absent], static answer => Assert.Equal(HttpStatusCode.BadRequest, answer.Status));
        Assert.Contains("2 times", tooOften.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_go_with_their_page_into_the_trash_and_come_back_with_it()
    {
        string page = Id(await Session.CreatePageAsync(Space, "Short-lived"));
        string id = Id(await CreateAsync("footer-comments", "pageId", page, "<p>x</p>"));

        await Session.SendAsync(HttpMethod.Delete, "/wiki/api/v2/pages/" + page);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, "/wiki/api/v2/footer-comments/" + id)).Status);
        Assert.DoesNotContain(id, await Session.WalkIdsAsync("/wiki/api/v2/footer-comments?limit=250"));
        await Session.UpdatePageAsync(page, 2, "Short-lived", "<p>back</p>");
        Assert.Contains(id, await Session.WalkIdsAsync("/wiki/api/v2/footer-comments?limit=250"));
    }

    [Theory]
    [InlineData("POST", "footer-comments", """{"body":{"representation":"storage","value":""}}""", HttpStatusCode.BadRequest, "Exactly one of")]
    [InlineData("POST", "footer-comments", """{"pageId":"1","blogPostId":"2","body":{"representation":"storage","value":""}}""", HttpStatusCode.BadRequest, "Exactly one of")]
    [InlineData("POST", "footer-comments", """{"pageId":"7","body":{"representation":"storage","value":""}}""", HttpStatusCode.NotFound, "Cannot find a page with id [7]")]
    [InlineData("POST", "footer-comments", """{"blogPostId":"7","body":{"representation":"storage","value":""}}""", HttpStatusCode.NotFound, "Cannot find a blog post with id [7]")]
    [InlineData("POST", "footer-comments", """{"parentCommentId":"7","body":{"representation":"storage","value":""}}""", HttpStatusCode.NotFound, "Cannot find a comment with id [7]")]
    [InlineData("POST", "footer-comments", """{"attachmentId":"7","body":{"representation":"storage","value":""}}""", HttpStatusCode.BadRequest, "on pages and blog posts only")]
    [InlineData("POST", "footer-comments", """{"pageId":"{page}"}""", HttpStatusCode.BadRequest, "'body' is required")]
    [InlineData("POST", "inline-comments", """{"pageId":"{page}","body":{"representation":"storage","value":""}}""", HttpStatusCode.BadRequest, "'inlineCommentProperties' is required")]
    [InlineData("POST", "inline-comments", """{"parentCommentId":"{footer}","body":{"representation":"storage","value":""}}""", HttpStatusCode.NotFound, "Cannot find a comment with id [{footer}]")]
    [InlineData("PUT", "footer-comments/{footer}", """{"version":{"number":2}}""", HttpStatusCode.BadRequest, "'body' is required")]
    [InlineData("PUT", "footer-comments/{footer}", """{"body":{"representation":"storage","value":""}}""", HttpStatusCode.BadRequest, "'version' is required")]
    [InlineData("PUT", "inline-comments/{footer}", """{"resolved":true,"version":{"number":2}}""", HttpStatusCode.NotFound, "Cannot find a comment with id [{footer}]")]
    [InlineData("PUT", "inline-comments/{footer}", """{"resolved":1}""", HttpStatusCode.BadRequest, "'resolved' must be true or false")]
    public async Task What_does_not_fit_is_refused(string method, string path, string json, HttpStatusCode status, string message)
    {
        string footer = Session.Truth.PageIds.SelectMany(Session.Truth.FooterCommentIds).First();

        Answer answer = await Session.SendAsync(new HttpMethod(method), "/wiki/api/v2/" + Fill(path), Fill(json));

        Assert.Equal(status, answer.Status);
        Assert.Contains(Fill(message), answer.Error.GetProperty("title").GetString(), StringComparison.Ordinal);

        string Fill(string text) => text
            .Replace("{page}", Session.Truth.PageIds.First(), StringComparison.Ordinal)
            .Replace("{footer}", footer, StringComparison.Ordinal);
    }

    private Task<Answer> CreateAsync(string name, string member, string target, string value)
    {
        Dictionary<string, object> json = new() { [member] = target, ["body"] = new { representation = "storage", value } };
        if (name == "inline-comments" && member != "parentCommentId")
        {
            json["inlineCommentProperties"] = new { textSelection = "Revision ", textSelectionMatchCount = 1, textSelectionMatchIndex = 0 };
        }

        return Session.SendAsync(HttpMethod.Post, "/wiki/api/v2/" + name, JsonSerializer.Serialize(json));
    }

    private Task<Answer> UpdateAsync(string name, string id, int version, string value) => Session.SendAsync(
        HttpMethod.Put, $"/wiki/api/v2/{name}/{id}", JsonSerializer.Serialize(new { body = new { representation = "storage", value }, version = new { number = version } }));

    private Task<Answer> MarkAsync(string page, string selection, int count, int index) => Session.SendAsync(
        HttpMethod.Post,
        "/wiki/api/v2/inline-comments",
        JsonSerializer.Serialize(new
        {
            pageId = page,
            body = new { representation = "storage", value = "<p/>" },
            inlineCommentProperties = new { textSelection = selection, textSelectionMatchCount = count, textSelectionMatchIndex = index },
        }));
}
