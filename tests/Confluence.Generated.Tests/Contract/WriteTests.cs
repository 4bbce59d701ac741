using System.Text;
using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>Comments, labels, watches and attachments: what is sent, byte by byte where it matters.</summary>
public sealed class WriteTests : IDisposable
{
    private const string AttachmentPath = "/wiki/rest/api/content/42/child/attachment";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task A_footer_comment_is_created()
    {
        _wire.Script("POST", "/wiki/api/v2/footer-comments",
            new WireAnswer(201, """{"id":"c-1","pageId":"42","version":{"number":1}}""").With("Location", "/wiki/api/v2/footer-comments/c-1"));

        FooterComment comment = await _wire.Client.Comments.CreateFooterCommentAsync(new FooterCommentCreateRequest
        {
            PageId = "42",
            Body = new CommentBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "<p>Très bien 👍</p>" },
        });

        _wire.Request.Is("POST", "/wiki/api/v2/footer-comments");
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        WireJson.AssertSame("""{"pageId":"42","body":{"representation":"storage","value":"<p>Très bien 👍</p>"}}""", _wire.Request.Body);
        Assert.Equal("c-1", comment.Id);
    }

    [Fact]
    public async Task Labels_are_added_as_a_plain_array()
    {
        _wire.Script("POST", "/wiki/rest/api/content/42/label",
            WireAnswer.Json("""{"results":[{"prefix":"global","name":"rot","id":"5","label":"rot"}],"start":0,"limit":200,"size":1,"_links":{"self":"x"}}"""));

        LabelCollection labels = await _wire.Client.V1.Labels.AddLabelsToContentAsync(
            "42", [new LabelCreate { Prefix = "global", Name = "rot" }, new LabelCreate { Prefix = "my", Name = "grün" }]);

        _wire.Request.Is("POST", "/wiki/rest/api/content/42/label");
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        WireJson.AssertSame("""[{"prefix":"global","name":"rot"},{"prefix":"my","name":"grün"}]""", _wire.Request.Body);
        Assert.Equal("rot", Assert.Single(labels.Results ?? []).Name);
        Assert.Equal(1, labels.Size);
    }

    [Fact]
    public async Task A_label_is_removed()
    {
        _wire.Script("DELETE", "/wiki/rest/api/content/42/label", new WireAnswer(204));

        await _wire.Client.V1.Labels.RemoveLabelFromContentUsingQueryParameterAsync("42", "a/b");

        _wire.Request.Is("DELETE", "/wiki/rest/api/content/42/label", "name=a%2Fb");
    }

    [Fact]
    public async Task A_write_without_a_body_names_its_type_nevertheless()
    {
        _wire.Script("POST", "/wiki/rest/api/user/watch/space/DEV", new WireAnswer(204));

        await _wire.Client.V1.Watches.AddSpaceWatcherAsync("DEV", new AddSpaceWatcherOptions { AccountId = "a-1" });

        _wire.Request.Is("POST", "/wiki/rest/api/user/watch/space/DEV", "accountId=a-1");
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        Assert.Empty(_wire.Request.Bytes);
    }

    [Fact]
    public async Task An_attachment_is_uploaded_with_its_name_and_comment_in_utf_8()
    {
        _wire.Script("POST", AttachmentPath, WireAnswer.Json("""{"results":[{"id":"att9","type":"attachment","title":"größe 図.png","extensions":{"fileSize":4,"mediaType":"image/png"}}],"size":1}"""));
        byte[] content = [0x00, 0xFF, 0x0D, 0x0A];

        ContentCollection answer = await _wire.Client.V1.Attachments.CreateAttachmentAsync("42", new AttachmentUpload
        {
            File = FileUpload.FromBytes("größe 図.png", content, "image/png"),
            Comment = "Größe – 図",
            MinorEdit = true,
        }, new CreateAttachmentOptions { Status = DraftableStatus.Draft });

        _wire.Request.Is("POST", AttachmentPath, "status=draft");
        string boundary = Assert.IsType<string>(_wire.Request.Header("Content-Type")).Split("multipart/form-data; boundary=")[1].Trim('"');
        byte[] expected =
        [
            .. Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=\"file\"; filename=\"größe 図.png\"\r\n\r\n"),
            .. content,
            .. Encoding.UTF8.GetBytes($"\r\n--{boundary}\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nGröße – 図"),
            .. Encoding.UTF8.GetBytes($"\r\n--{boundary}\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Disposition: form-data; name=\"minorEdit\"\r\n\r\ntrue"),
            .. Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"),
        ];
        Assert.Equal(Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(_wire.Request.Bytes));
        Content attachment = Assert.Single(answer.Results ?? []);
        Assert.Equal("att9", attachment.Id);
        Assert.Equal(4, attachment.Extensions?.GetProperty("fileSize").GetInt32());
    }

    [Fact]
    public async Task An_upload_that_is_refused_because_of_the_rate_is_sent_again_whole()
    {
        _wire.Script("PUT", AttachmentPath,
            new WireAnswer(429).With("Retry-After", "1"),
            WireAnswer.Json("""{"results":[{"id":"att9"}],"size":1}"""));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("skipped|kept"));
        stream.Position = 8;

        await _wire.Client.V1.Attachments.CreateOrUpdateAttachmentsAsync("42", new AttachmentUpload
        {
            File = FileUpload.FromStream("a.txt", stream, "text/plain"),
            MinorEdit = false,
        });

        Assert.Equal(2, _wire.Requests.Count);
        Assert.All(_wire.Requests, static request =>
        {
            Assert.Contains("\r\n\r\nkept\r\n", request.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("skipped", request.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("\"comment\"", request.Body, StringComparison.Ordinal);
            Assert.Equal("no-check", request.Header("X-Atlassian-Token"));
        });
        Assert.True(stream.CanRead);
    }

    public void Dispose() => _wire.Dispose();
}
