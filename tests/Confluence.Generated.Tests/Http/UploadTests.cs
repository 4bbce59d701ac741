using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Files that cannot be read to their end, and servers that do not let them in.</summary>
public sealed class UploadTests
{
    [Theory]
    [InlineData("photo.png", null, "image/png")]
    [InlineData("PHOTO.JPG", null, "image/jpeg")]
    [InlineData("notes.md", null, "text/markdown")]
    [InlineData("plan.docx", null, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("photo.png", "application/x-own", "application/x-own")]
    [InlineData("unknown.abcxyz", null, "application/octet-stream")]
    [InlineData("none", null, "application/octet-stream")]
    [InlineData(".png", null, "image/png")]
    public void The_media_type_is_the_one_given_or_that_of_the_name(string name, string? given, string expected)
    {
        Assert.Equal(expected, FileUpload.FromBytes(name, default, given).ContentType);
        Assert.Equal(expected, FileUpload.FromStream(name, new MemoryStream(), given).ContentType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_cannot_be_read_is_no_broken_connection(bool isOverNetwork)
    {
        using RawServer server = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("200 OK", "{}"u8.ToArray())));
        using Harness harness = Harness.Create();
        using ConfluenceClient own = new(server.Site, new BearerTokenCredential("abc"));
        ConfluenceClient client = isOverNetwork ? own : harness.Client;
        IOException failure = new("The disk is gone.");

        ConfluenceException exception = await Assert.ThrowsAsync<ConfluenceException>(() => UploadAsync(client, FileUpload.FromStream("a.txt", new FailingStream(failure))));

        Assert.Same(failure, exception.InnerException);
        Assert.Equal("createAttachment (POST /wiki/rest/api/content/9/child/attachment) was not carried out: the file 'a.txt' could not be sent, because reading it failed after 4 bytes (IOException).", exception.Message);
        Assert.Equal(1, exception.Attempts);
        Assert.Same(CreateAttachment, exception.Operation);
    }

    [Fact]
    public async Task A_cancellation_of_the_file_is_one_that_nobody_asked_the_call_for()
    {
        using Harness harness = Harness.Create();
        OperationCanceledException failure = new();

        Assert.Same(failure, (await Assert.ThrowsAsync<ConfluenceException>(() => UploadAsync(harness.Client, FileUpload.FromStream("a.txt", new FailingStream(failure))))).InnerException);
    }

    [Fact]
    public async Task A_file_that_shrinks_while_it_is_sent_is_named_and_one_that_grows_is_sent_as_it_was()
    {
        using RawServer server = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("200 OK", "{}"u8.ToArray())));
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));

        ConfluenceException exception = await Assert.ThrowsAsync<ConfluenceException>(() => UploadAsync(client, FileUpload.FromStream("shrinking.txt", new ChangingStream("abcdef"u8.ToArray(), 3))));
        Assert.Contains("the file 'shrinking.txt' could not be sent, because it ended after 3 of 6 bytes", exception.Message, StringComparison.Ordinal);

        await UploadAsync(client, FileUpload.FromStream("growing.txt", new ChangingStream("abc"u8.ToArray(), 6)));
        Assert.Contains("\r\n\r\nabc\r\n--", Encoding.UTF8.GetString(server.Requests.Last().Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_when_it_should_be_sent_is_named()
    {
        using Harness harness = Harness.Create();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        await File.WriteAllTextAsync(path, "text", TestContext.Current.CancellationToken);
        FileUpload file = FileUpload.FromFile(path);
        File.Delete(path);
        MemoryStream closed = new();
        FileUpload stream = FileUpload.FromStream("closed.txt", closed);
        closed.Dispose();

        ConfluenceException gone = await Assert.ThrowsAsync<ConfluenceException>(() => UploadAsync(harness.Client, file));
        Assert.IsType<FileNotFoundException>(gone.InnerException);
        Assert.Contains(Path.GetFileName(path), gone.Message, StringComparison.Ordinal);
        Assert.Contains("'closed.txt'", (await Assert.ThrowsAsync<ConfluenceException>(() => UploadAsync(harness.Client, stream))).Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_that_comes_before_the_file_is_sent_is_that_refusal(bool isSeekable)
    {
        using RawServer server = new(
            static async (_, stream) =>
            {
                await stream.WriteAsync(RawServer.Response("413 Too Large", """{"statusCode":413,"message":"too large"}"""u8.ToArray(), "Content-Type: application/json", "Connection: close"));
                return false;
            },
            readsBodies: false);
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));
        byte[] large = new byte[8 * 1024 * 1024];

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(
            () => UploadAsync(client, FileUpload.FromStream("a.bin", isSeekable ? new MemoryStream(large) : new OneWayStream(large))));

        Assert.Equal(ConfluenceErrorKind.PayloadTooLarge, exception.Kind);
        Assert.Contains("\r\nExpect: 100-continue\r\n", Assert.Single(server.Requests).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_page_is_announced_before_it_is_sent_and_a_small_one_is_not()
    {
        using RawServer server = new(
            static async (request, stream) =>
            {
                await stream.WriteAsync(RawServer.Response("413 Too Large", [], "Connection: close"));
                return !request.Head.Contains("Expect:", StringComparison.Ordinal);
            },
            readsBodies: false);
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));
        foreach ((int length, bool isAnnounced) in new[] { (1024, false), (6 * 1024 * 1024, true) })
        {
            RequestBody body = RequestBody.Json(new Item { Id = new string('x', length) }, JsonItem.Model);

            ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => client.Transport.SendAsync(Request(CreatePage, body: body), TestContext.Current.CancellationToken));

            Assert.Equal(ConfluenceErrorKind.PayloadTooLarge, exception.Kind);
            Assert.Equal(isAnnounced, server.Requests.Last().Head.Contains("Expect: 100-continue", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_proxy_that_does_not_understand_the_announcement_gets_the_file_without_it()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ExpectationFailed).Answer(HttpStatusCode.OK).Answer(HttpStatusCode.ExpectationFailed).Answer(HttpStatusCode.ExpectationFailed);
        FileUpload large = FileUpload.FromBytes("a.bin", new byte[2 * 1024 * 1024]);

        await UploadAsync(harness.Client, large);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => UploadAsync(harness.Client, large));

        Assert.Equal(["100-continue", null, "100-continue", null], harness.Handler.Requests.Select(static sent => sent.Header("Expect")));
    }

    [Fact]
    public async Task A_request_whose_sending_was_broken_off_was_not_carried_out()
    {
        using RawServer server = new(
            static async (_, stream) =>
            {
                await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
                await stream.ReadExactlyAsync(new byte[100]);
                stream.Socket.LingerState = new LingerOption(true, 0); // A reset, as of a server that has had enough.
                return false;
            },
            readsBodies: false);
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"));

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => UploadAsync(client, FileUpload.FromBytes("a.bin", new byte[64 * 1024 * 1024])));

        Assert.Contains("while the request was being sent, so it was not carried out", exception.Message, StringComparison.Ordinal);
    }

    private static Task UploadAsync(ConfluenceClient client, FileUpload file) =>
        client.Transport.SendAsync(Request(CreateAttachment, body: RequestBody.Multipart(new MultipartForm().File("file", file))), TestContext.Current.CancellationToken);

    /// <summary>Gives four bytes and then fails.</summary>
    private sealed class FailingStream(Exception failure) : MemoryStream(new byte[100])
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == 0 ? base.ReadAsync(buffer[..4], cancellationToken) : throw failure;
    }

    /// <summary>Changes its length once it is read.</summary>
    private sealed class ChangingStream : MemoryStream
    {
        private readonly int _later;

        public ChangingStream(byte[] content, int later)
        {
            Write(content);
            Position = 0;
            _later = later;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            SetLength(_later);
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
