using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.Attachments;

public sealed class AttachmentUploadTests : WritingTests
{
    private const string Name = "größe & maß.txt";

    [Fact]
    public async Task A_file_is_uploaded_read_listed_and_downloaded()
    {
        string page = Session.Truth.PageIds.First();
        Answer answer = await UploadAsync(HttpMethod.Post, page, Name, "first", "Zürich");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement content = answer.Json.GetProperty("results")[0];
        string id = content.GetProperty("id").GetString() ?? "";
        Assert.StartsWith("att189", id, StringComparison.Ordinal);
        Assert.Equal((Name, "attachment"), (content.GetProperty("title").GetString(), content.GetProperty("type").GetString()));
        Assert.Equal(5, content.GetProperty("extensions").GetProperty("fileSize").GetInt32());
        Assert.Equal("Zürich", content.GetProperty("metadata").GetProperty("comment").GetString());
        Assert.Equal(Session.Truth.CallerAccountId, content.GetProperty("version").GetProperty("by").GetProperty("accountId").GetString());
        JsonElement read = await Session.GetAsync("/wiki/api/v2/attachments/" + id);
        Assert.Equal(("Zürich", page), (read.GetProperty("comment").GetString(), read.GetProperty("pageId").GetString()));
        Assert.Contains(id, await Session.WalkIdsAsync($"/wiki/api/v2/pages/{page}/attachments"));
        Assert.Equal(id, (await Session.WalkIdsAsync("/wiki/api/v2/attachments?limit=30"))[^1]);
        Assert.Equal("first", await DownloadAsync(page, id));
    }

    [Fact]
    public async Task A_known_name_is_refused_by_POST_and_versioned_by_PUT()
    {
        string post = Session.Truth.BlogPostIds.First();
        string id = Id(await UploadAsync(HttpMethod.Put, post, Name, "first"), list: true);

        Answer refused = await UploadAsync(HttpMethod.Post, post, Name, "second");
        Answer versioned = await UploadAsync(HttpMethod.Put, post, Name, "second", minorEdit: "true");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.EndsWith("Cannot add a new attachment with same file name as an existing attachment: " + Name, refused.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, Id(versioned, list: true));
        Assert.Equal(2, VersionOf(versioned.Json.GetProperty("results")[0]));
        Assert.Equal(("first", "second"), (await DownloadAsync(post, id, "?version=1"), await DownloadAsync(post, id)));
        Assert.Equal(post, (await Session.GetAsync("/wiki/api/v2/attachments/" + id)).GetProperty("blogPostId").GetString());
        Assert.True((await Session.GetAsync($"/wiki/api/v2/attachments/{id}/versions/2")).GetProperty("minorEdit").GetBoolean());
    }

    [Fact]
    public async Task A_made_up_attachment_gets_new_content_and_keeps_the_old()
    {
        SandboxAttachment attachment = Session.Truth.PageIds.SelectMany(Session.Truth.Attachments).First();
        byte[] before = Session.Truth.AttachmentBytes(attachment.Id);

        Answer answer = await UploadAsync(HttpMethod.Post, attachment.ContentId, "any name.txt", "new", path: $"/{attachment.Id}/data");

        Assert.Equal((attachment.Id, attachment.Title), (answer.Json.GetProperty("id").GetString(), answer.Json.GetProperty("title").GetString()));
        Assert.Equal(attachment.Versions.Count + 1, VersionOf(answer.Json));
        Assert.Equal("new", await DownloadAsync(attachment.ContentId, attachment.Id));
        Assert.Equal(before, Session.Truth.AttachmentBytes(attachment.Id, attachment.Versions.Count));
    }

    [Fact]
    public async Task Name_and_media_type_change_without_a_version()
    {
        string page = Session.Truth.PageIds.First();
        string id = Id(await UploadAsync(HttpMethod.Post, page, Name, "x"), list: true);
        string path = $"/wiki/rest/api/content/{page}/child/attachment/{id}";

        Answer changed = await ChangeAsync(path, id, 1, "new.bin", "application/octet-stream");
        Answer stale = await ChangeAsync(path, id, 3, "newer.bin", "text/plain");
        Assert.Equal(HttpStatusCode.Conflict, (await ChangeAsync(path, id, 0, "newer.bin", "text/plain")).Status);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        JsonElement read = await Session.GetAsync("/wiki/api/v2/attachments/" + id);
        Assert.Equal(("new.bin", "application/octet-stream", 1), (read.GetProperty("title").GetString(), read.GetProperty("mediaType").GetString(), VersionOf(read)));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(409, stale.Json.GetProperty("statusCode").GetInt32());
        Assert.Equal(("newer.bin", 1), ((await ChangeAsync(path, id, 2, "newer.bin", "text/plain")).Json.GetProperty("title").GetString(), VersionOf(await Session.GetAsync("/wiki/api/v2/attachments/" + id))));
        await UploadAsync(HttpMethod.Post, page, "taken.txt", "x");
        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(path, id, 1, "taken.txt", "text/plain")).Status);
    }

    [Fact]
    public async Task A_comment_without_a_charset_is_read_as_latin_1()
    {
        string page = Session.Truth.PageIds.First();

        Answer answer = await UploadAsync(HttpMethod.Post, page, Name, "x", "ü", charset: null);

        Assert.Equal("Ã¼", answer.Json.GetProperty("results")[0].GetProperty("metadata").GetProperty("comment").GetString());
    }

    [Fact]
    public async Task A_download_leads_to_the_media_host_which_refuses_a_credential_and_a_wrong_token()
    {
        SandboxAttachment attachment = Session.Truth.BlogPostIds.SelectMany(Session.Truth.Attachments).First();
        using HttpClient bare = Bare();
        Uri target = await RedirectAsync($"/wiki/rest/api/content/{attachment.ContentId}/child/attachment/{attachment.Id}/download");
        Uri thumbnail = await RedirectAsync($"/wiki/api/v2/attachments/{attachment.Id}/thumbnail/download");

        Assert.Equal(Session.Sandbox.MediaAddress, new Uri(target, "/"));
        Assert.NotEqual(Session.Sandbox.BaseAddress, Session.Sandbox.MediaAddress);
        Assert.Equal("127.0.0.1", Session.Sandbox.MediaAddress.Host);
        Assert.Equal(target, thumbnail);
        using HttpResponseMessage file = await bare.GetAsync(target, TestContext.Current.CancellationToken);
        Assert.Equal(attachment.MediaType, file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(attachment.FileSize, file.Content.Headers.ContentLength);
        Assert.Equal(attachment.Title, file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(Session.Truth.AttachmentBytes(attachment.Id), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using HttpRequestMessage withCredential = new(HttpMethod.Get, target) { Headers = { Authorization = SandboxSession.Basic(Session.Sandbox.Email, Session.Sandbox.ApiToken) } };
        using HttpResponseMessage credentialRefused = await bare.SendAsync(withCredential, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, credentialRefused.StatusCode);
        SandboxRequest logged = Session.Sandbox.Requests[^1];
        Assert.Equal((true, target.AbsolutePath, 400), (logged.IsMedia, logged.Path, logged.Status));
        Assert.False(Session.Sandbox.Requests[0].IsMedia);
        using HttpResponseMessage refused = await bare.GetAsync(new Uri(target, "?token=1"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using HttpResponseMessage missing = await bare.GetAsync(new Uri(target, "/media/att1/1?token=1"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_site_has_no_media_and_the_media_host_no_site()
    {
        SandboxAttachment attachment = Session.Truth.BlogPostIds.SelectMany(Session.Truth.Attachments).First();
        using HttpClient bare = Bare();
        Uri target = await RedirectAsync($"/wiki/rest/api/content/{attachment.ContentId}/child/attachment/{attachment.Id}/download");

        Answer atSite = await Session.SendAsync(HttpMethod.Get, target.PathAndQuery);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (atSite.Status, atSite.MediaType));
        foreach (string path in (string[])["/wiki/api/v2/spaces", "/_edge/tenant_info", "/"])
        {
            using HttpResponseMessage atMedia = await bare.GetAsync(new Uri(Session.Sandbox.MediaAddress, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, atMedia.StatusCode);
        }
    }

    [Fact]
    public async Task The_download_of_people_refuses_an_API_token()
    {
        Answer answer = await Session.SendAsync(HttpMethod.Get, "/wiki/download/attachments/1/a.png");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("OAuth realm=", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "a.txt", "child/attachment", HttpStatusCode.NotFound, "No content found with id: ContentId{id=5}")]
    [InlineData("{page}", "a/b.txt", "child/attachment", HttpStatusCode.BadRequest, "holds a '/'")]
    [InlineData("{page}", "a.txt", "child/attachment/att5/data", HttpStatusCode.NotFound, "No content found with id: ContentId{id=att5}")]
    public async Task An_upload_that_does_not_fit_is_refused(string page, string name, string path, HttpStatusCode status, string message)
    {
        string id = page.Replace("{page}", Session.Truth.PageIds.First(), StringComparison.Ordinal);

        Answer answer = await UploadAsync(HttpMethod.Post, id, name, "x", path: path["child/attachment".Length..]);

        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_and_a_body_that_is_no_form_are_refused()
    {
        string path = $"/wiki/rest/api/content/{Session.Truth.PageIds.First()}/child/attachment";

        Answer json = await Session.SendAsync(HttpMethod.Post, path, "{}", Unchecked);
        Answer empty = await Session.SendAsync(HttpMethod.Post, path, null, request =>
        {
            Unchecked(request);
            request.Content = new MultipartFormDataContent { { new StringContent("true"), "minorEdit" } };
        });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.Status);
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("no part named 'file'", empty.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private Task<Answer> UploadAsync(
        HttpMethod method, string page, string name, string text, string? comment = null, string minorEdit = "false", string path = "", string? charset = "UTF-8") =>
        Session.SendAsync(method, $"/wiki/rest/api/content/{page}/child/attachment{path}", null, request =>
        {
            Unchecked(request);
            MultipartFormDataContent form = new() { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
            form.Add(Part(text, $"form-data; name=\"file\"; filename=\"{name}\"", "text/plain", null));
            form.Add(Part(minorEdit, "form-data; name=\"minorEdit\"", "text/plain", null));
            if (comment is not null)
            {
                form.Add(Part(comment, "form-data; name=\"comment\"", "text/plain", charset));
            }

            request.Content = form;
        });

    private static ByteArrayContent Part(string text, string disposition, string type, string? charset)
    {
        ByteArrayContent part = new(Encoding.UTF8.GetBytes(text));
        part.Headers.ContentType = new MediaTypeHeaderValue(type, charset);
        part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return part;
    }

    private Task<Answer> ChangeAsync(string path, string id, int version, string title, string mediaType) => Session.SendAsync(
        HttpMethod.Put, path, JsonSerializer.Serialize(new { id, type = "attachment", title, metadata = new { mediaType }, version = new { number = version } }), Unchecked);

    private async Task<string> DownloadAsync(string page, string id, string query = "")
    {
        using HttpClient bare = Bare();
        return await bare.GetStringAsync(await RedirectAsync($"/wiki/rest/api/content/{page}/child/attachment/{id}/download{query}"), TestContext.Current.CancellationToken);
    }

    private async Task<Uri> RedirectAsync(string path)
    {
        using HttpClient client = Bare();
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = SandboxSession.Basic(Session.Sandbox.Email, Session.Sandbox.ApiToken);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location ?? throw new InvalidOperationException("A redirect without a location.");
    }

    private HttpClient Bare() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Session.Sandbox.BaseAddress };

    private static string Id(Answer answer, bool list)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (list ? answer.Json.GetProperty("results")[0] : answer.Json).GetProperty("id").GetString() ?? "";
    }

    private static void Unchecked(HttpRequestMessage request) => request.Headers.Add("X-Atlassian-Token", "no-check");
}
