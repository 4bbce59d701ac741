using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Attachments;

public sealed class AttachmentReadTests : IAsyncLifetime
{
    private static readonly string[] s_listed =
    [
        "mediaTypeDescription", "webuiLink", "downloadLink", "createdAt", "version", "comment", "id", "pageId", "fileId", "mediaType", "status",
        "title", "fileSize", "_links",
    ];

    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() =>
        _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 150, BlogPosts = 60, Spaces = 4 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Theory]
    [InlineData("limit=7")]
    [InlineData("limit=1")]
    [InlineData("limit=20&sort=created-date")]
    [InlineData("limit=20&sort=-modified-date")]
    public async Task Attachments_of_all_pages_and_blog_posts_are_those_of_the_site_list(string query)
    {
        List<string> expected = [];
        foreach ((string segment, string id) in Contents())
        {
            List<string> ids = await _session.WalkIdsAsync($"/wiki/api/v2/{segment}/{id}/attachments?limit=1");
            Assert.Equal(_session.Truth.Attachments(id).Select(static attachment => attachment.Id), ids);
            expected.AddRange(ids);
        }

        Assert.True(expected.Count > 150, $"{expected.Count} attachments are too few to prove anything.");
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await _session.WalkIdsAsync("/wiki/api/v2/attachments?" + query)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_lists_show_fifty_unless_asked_otherwise() =>
        Assert.Equal(50, (await _session.GetAsync("/wiki/api/v2/attachments")).GetProperty("results").GetArrayLength());

    [Fact]
    public async Task A_listed_attachment_has_the_members_of_a_real_one_and_is_read_by_either_form_of_its_id()
    {
        SandboxAttachment truth = Every().First(static attachment => attachment.Versions.Count > 1);

        JsonElement listed = (await _session.WalkAsync($"/wiki/api/v2/{SegmentOf(truth.ContentId)}/{truth.ContentId}/attachments"))
            .Single(item => item.GetProperty("id").GetString() == truth.Id);
        JsonElement single = await _session.GetAsync("/wiki/api/v2/attachments/" + truth.Id);
        JsonElement first = await _session.GetAsync($"/wiki/api/v2/attachments/{truth.Id[3..]}?version=1");

        Assert.Equal(s_listed, listed.EnumerateObject().Select(static member => member.Name == "blogPostId" ? "pageId" : member.Name));
        Assert.Equal(truth.Title, listed.GetProperty("title").GetString());
        Assert.Equal(truth.FileSize, single.GetProperty("fileSize").GetInt64());
        Assert.Equal(truth.Versions.Count, single.GetProperty("version").GetProperty("number").GetInt32());
        Assert.Equal(listed.GetProperty("version").GetRawText(), single.GetProperty("version").GetRawText());
        Assert.Equal(("historical", 1), (first.GetProperty("status").GetString(), first.GetProperty("version").GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Both_forms_of_download_links_occur()
    {
        string?[] links = [.. (await _session.WalkAsync("/wiki/api/v2/attachments")).Select(static item => item.GetProperty("downloadLink").GetString())];

        Assert.Contains(links, static link => link!.StartsWith("/download/attachments/", StringComparison.Ordinal)); // A missing link fails here just as well.
        Assert.Contains(links, static link => link!.StartsWith("/rest/api/content/", StringComparison.Ordinal)); // As above.
    }

    [Fact]
    public async Task Versions_are_those_of_the_truth_and_ascend_in_time()
    {
        int several = 0;
        foreach (SandboxAttachment attachment in Every())
        {
            string path = "/wiki/api/v2/attachments/" + attachment.Id;
            List<JsonElement> versions = await _session.WalkAsync(path + "/versions?limit=1");
            versions.Reverse();
            Assert.Equal(
                attachment.Versions,
                versions.Select(static version => new SandboxVersion(
                    version.GetProperty("number").GetInt32(), version.GetProperty("authorId").GetString() ?? "", version.GetProperty("createdAt").GetDateTimeOffset())));
            Assert.Equal(versions, versions.OrderBy(static version => version.GetProperty("createdAt").GetDateTimeOffset()));
            Assert.Equal(attachment.Id, versions[0].GetProperty("attachment").GetProperty("id").GetString());
            Assert.Equal(versions.Count, (await _session.GetAsync($"{path}/versions/{versions.Count}")).GetProperty("number").GetInt32());
            several += versions.Count > 1 ? 1 : 0;
        }

        Assert.True(several > 20, $"{several} attachments of several versions are too few to prove anything.");
    }

    [Fact]
    public async Task Filters_hold_for_all_that_is_listed_and_for_nothing_else()
    {
        SandboxAttachment[] all = [.. Every()];
        string name = all[^1].Title;

        Assert.Equal(Ids(all.Where(static one => one.MediaType == "image/png")), await _session.WalkIdsAsync("/wiki/api/v2/attachments?mediaType=image/png&limit=3"));
        Assert.Equal(Ids(all.Where(one => one.Title == name)), await _session.WalkIdsAsync("/wiki/api/v2/attachments?filename=" + Uri.EscapeDataString(name)));
        List<string> archived = await _session.WalkIdsAsync("/wiki/api/v2/attachments?status=archived");
        Assert.Equal(Ids(all.Where(static one => one.Status == "archived")), archived);
        Assert.NotEmpty(archived);
        Assert.Empty(await _session.WalkIdsAsync("/wiki/api/v2/attachments?status=trashed"));
    }

    [Theory]
    [InlineData("/wiki/api/v2/attachments/att5", HttpStatusCode.NotFound, "Cannot find an attachment with id [att5]")]
    [InlineData("/wiki/api/v2/attachments/att5/versions", HttpStatusCode.NotFound, "Cannot find an attachment with id [att5]")]
    [InlineData("/wiki/api/v2/attachments/x5", HttpStatusCode.BadRequest, "such as att123")]
    [InlineData("/wiki/api/v2/attachments?status=draft", HttpStatusCode.BadRequest, "one of current, archived, trashed")]
    public async Task What_is_not_there_or_cannot_be_asked_is_refused(string path, HttpStatusCode status, string message)
    {
        Answer answer = await _session.SendAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_attachment_is_in_the_trash_until_it_is_purged()
    {
        SandboxAttachment attachment = Every().First();
        string path = "/wiki/api/v2/attachments/" + attachment.Id;

        Assert.Equal(HttpStatusCode.BadRequest, (await _session.SendAsync(HttpMethod.Delete, path + "?purge=true")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal("trashed", (await _session.GetAsync(path)).GetProperty("status").GetString());
        Assert.Equal([attachment.Id], await _session.WalkIdsAsync("/wiki/api/v2/attachments?status=trashed"));
        Assert.DoesNotContain(attachment.Id, await _session.WalkIdsAsync("/wiki/api/v2/attachments?limit=250"));
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _session.SendAsync(HttpMethod.Delete, path + "?purge=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Attachments_go_with_their_page_into_the_trash()
    {
        SandboxAttachment attachment = Every().First();

        await _session.SendAsync(HttpMethod.Delete, "/wiki/api/v2/pages/" + attachment.ContentId);

        Assert.Equal("trashed", (await _session.GetAsync("/wiki/api/v2/attachments/" + attachment.Id)).GetProperty("status").GetString());
        Assert.Empty(await _session.WalkIdsAsync($"/wiki/api/v2/pages/{attachment.ContentId}/attachments"));
        Assert.Contains(attachment.Id, await _session.WalkIdsAsync($"/wiki/api/v2/pages/{attachment.ContentId}/attachments?status=trashed"));
    }

    private IEnumerable<SandboxAttachment> Every() => Contents().SelectMany(content => _session.Truth.Attachments(content.Id));

    private IEnumerable<(string Segment, string Id)> Contents() =>
        [.. _session.Truth.PageIds.Select(static id => ("pages", id)), .. _session.Truth.BlogPostIds.Select(static id => ("blogposts", id))];

    private string SegmentOf(string id) => _session.Truth.PageIds.Contains(id) ? "pages" : "blogposts";

    private static IEnumerable<string> Ids(IEnumerable<SandboxAttachment> attachments) => attachments.Select(static attachment => attachment.Id);
}
