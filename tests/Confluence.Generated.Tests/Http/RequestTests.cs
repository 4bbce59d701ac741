using System.Net;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using Confluence.Generated.Transport;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class RequestTests
{
    private const string Found = """{"id":"9"}""";

    [Fact]
    public async Task A_request_names_the_library_and_the_application_and_asks_for_json()
    {
        using Harness harness = Harness.Create(options => options.ApplicationName = "Wiki-Mirror/1.4");
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Matches("^Confluence\\.Generated/[0-9][0-9A-Za-z.-]* Wiki-Mirror/1\\.4$", harness.Handler.Last.Header("User-Agent"));
        Assert.Equal("application/json", harness.Handler.Last.Header("Accept"));
        Assert.Null(harness.Handler.Last.Header("X-Atlassian-Token"));
        Assert.Equal(0, harness.Handler.Last.Body?.Length);
        Assert.Null(harness.Handler.Last.Header("Content-Type"));
    }

    [Theory]
    [InlineData("Wiki Mirror (test)")]
    [InlineData("Wiki\nMirror:1")]
    public void An_application_name_that_no_header_can_hold_is_refused(string name)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Harness.Create(options => options.ApplicationName = name));

        Assert.Contains("ApplicationName", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_gateway_the_prefix_stays_before_the_path()
    {
        using Harness harness = Harness.Create(site: "https://api.atlassian.com/ex/confluence/abc-1");
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal("https://api.atlassian.com/ex/confluence/abc-1/wiki/api/v2/pages/9", harness.Handler.Last.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Writes_of_v1_carry_the_token_check_header_and_reads_do_not()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK).Json(Found);

        await harness.SendAsync(Request(AddWatcher));
        Assert.Equal("no-check", harness.Handler.Last.Header("X-Atlassian-Token"));
        await harness.SendAsync(Request(AddRestrictions));
        Assert.Equal("no-check", harness.Handler.Last.Header("X-Atlassian-Token"));
        await harness.GetAsync(Request(SearchUser));
        Assert.Null(harness.Handler.Last.Header("X-Atlassian-Token"));
        harness.Handler.Answer(HttpStatusCode.OK);
        await harness.SendAsync(Request(new ConfluenceOperation("look", "v1", "HEAD", "/wiki/rest/api/x")));
        Assert.Null(harness.Handler.Last.Header("X-Atlassian-Token"));
    }

    [Fact]
    public async Task A_post_without_a_body_names_its_content_type_and_a_delete_has_none()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK);

        await harness.SendAsync(Request(AddWatcher));
        Assert.Equal("application/json", harness.Handler.Last.Header("Content-Type"));
        Assert.Equal(0, harness.Handler.Last.Body?.Length);
        foreach (string method in new[] { "PUT", "PATCH" })
        {
            harness.Handler.Answer(HttpStatusCode.OK);
            await harness.SendAsync(Request(new ConfluenceOperation("write", "v2", method, "/wiki/api/v2/x")));
            Assert.Equal(("application/json", 0), (harness.Handler.Last.Header("Content-Type"), harness.Handler.Last.Body?.Length));
        }

        harness.Handler.Answer(HttpStatusCode.NoContent);
        await harness.SendAsync(Request(DeletePage));
        Assert.Equal((null, 0), (harness.Handler.Last.Header("Content-Type"), harness.Handler.Last.Body?.Length));
    }

    [Fact]
    public async Task Json_is_sent_as_utf8_without_needless_escapes()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Found);

        await harness.GetAsync(Request(CreatePage, body: RequestBody.Json(new Item { Id = "<p>ü & ✓</p>" }, JsonItem.Model)));

        Assert.Equal("""{"id":"<p>ü & ✓</p>"}""", harness.Handler.Last.Text);
        Assert.Equal("application/json", harness.Handler.Last.Header("Content-Type"));
    }

    [Fact]
    public void A_path_cannot_be_left()
    {
        string id = "../../other?x#y%2F";

        Assert.Equal("..%2F..%2Fother%3Fx%23y%252F", PathSegment.Encode(id));
        Assert.Equal("a%20b~c-d_e.f", PathSegment.Encode("a b~c-d_e.f"));
        Assert.Equal("42", PathSegment.Encode(42));
        Assert.Equal("-5000000000", PathSegment.Encode(-5_000_000_000));
    }

    [Theory]
    [InlineData("", "The value is part of the request path and must not be empty.")]
    [InlineData(".", "'.' cannot be part of the request path: it would lead to another operation. Pass an id or key.")]
    [InlineData("..", "'..' cannot be part of the request path: it would lead to another operation. Pass an id or key.")]
    public void A_segment_that_leads_elsewhere_is_refused_by_name(string pageId, string said)
    {
        Assert.Equal($"{said} (Parameter 'pageId')", Assert.Throws<ArgumentException>(() => PathSegment.Encode(pageId)).Message);
        string? missing = null;
        Assert.Equal("missing", Assert.Throws<ArgumentNullException>(() => PathSegment.Encode(missing!)).ParamName); // What callers without nullable checks do.
    }

    [Fact]
    public async Task A_form_sends_texts_with_their_charset_and_file_names_in_utf8()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Found);
        MultipartForm form = new MultipartForm()
            .File("file", FileUpload.FromBytes("Übersicht \"neu\".png", "PNG"u8.ToArray(), "image/png"))
            .Text("comment", "für ✓")
            .Text("absent", (string?)null)
            .Text("minorEdit", true)
            .Text("majorEdit", false)
            .Text("number", 3);

        await harness.GetAsync(Request(CreateAttachment, body: RequestBody.Multipart(form)));

        string boundary = Assert.IsType<string>(harness.Handler.Last.Header("Content-Type")).Split("boundary=")[1];
        Assert.Matches("^confluence-[0-9a-f]{32}$", boundary);
        string expected = string.Join("\r\n",
            $"--{boundary}", "Content-Type: image/png", "Content-Disposition: form-data; name=\"file\"; filename=\"Übersicht %22neu%22.png\"", "", "PNG",
            $"--{boundary}", "Content-Type: text/plain; charset=UTF-8", "Content-Disposition: form-data; name=\"comment\"", "", "für ✓",
            $"--{boundary}", "Content-Type: text/plain; charset=UTF-8", "Content-Disposition: form-data; name=\"minorEdit\"", "", "true",
            $"--{boundary}", "Content-Type: text/plain; charset=UTF-8", "Content-Disposition: form-data; name=\"majorEdit\"", "", "false",
            $"--{boundary}", "Content-Type: text/plain; charset=UTF-8", "Content-Disposition: form-data; name=\"number\"", "", "3",
            $"--{boundary}--", "");
        Assert.Equal(expected, harness.Handler.Last.Text);
    }

    [Fact]
    public void Only_a_stream_that_cannot_seek_can_be_sent_but_once()
    {
        Assert.True(FileUpload.FromBytes("a.txt", default).IsReplayable);
        Assert.True(FileUpload.FromStream("a.txt", new MemoryStream()).IsReplayable);
        Assert.False(FileUpload.FromStream("a.txt", new OneWayStream([])).IsReplayable);
    }

    [Theory]
    [InlineData(true, "2.0", HttpVersionPolicy.RequestVersionOrLower)]
    [InlineData(false, "3.0", HttpVersionPolicy.RequestVersionExact)]
    public async Task The_version_of_HTTP_is_the_newest_that_is_safe_or_that_of_a_given_HttpClient(bool isOwnClient, string version, HttpVersionPolicy policy)
    {
        using Harness harness = Harness.Create();
        harness.HttpClient.DefaultRequestVersion = HttpVersion.Version30;
        harness.HttpClient.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        harness.Handler.Json(Found);
        ConfluenceClientOptions options = new() { HttpClient = harness.HttpClient };
        ConfluenceTransport transport = new(harness.Client.Site, new BearerTokenCredential("abc"), options, harness.HttpClient, isOwnClient);

        await transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken);

        Assert.Equal((Version.Parse(version), policy), (harness.Handler.Last.Version, harness.Handler.Last.Policy));
    }

    [Fact]
    public async Task A_file_is_sent_again_from_where_it_began()
    {
        using Harness harness = Harness.Create();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        await File.WriteAllTextAsync(path, "from disk", TestContext.Current.CancellationToken);
        try
        {
            using MemoryStream stream = new("skipped;kept"u8.ToArray()) { Position = 8 };
            MultipartForm form = new MultipartForm()
                .File("a", FileUpload.FromFile(path)).File("b", FileUpload.FromStream("b.bin", stream));
            harness.Handler.Answer(HttpStatusCode.TooManyRequests).Json(Found);

            await harness.GetAsync(Request(CreateAttachment, body: RequestBody.Multipart(form)));

            Assert.Equal(2, harness.Handler.Requests.Count);
            Assert.All(harness.Handler.Requests, sent =>
            {
                Assert.Contains("\r\n\r\nfrom disk\r\n", sent.Text, StringComparison.Ordinal);
                Assert.Contains("\r\n\r\nkept\r\n", sent.Text, StringComparison.Ordinal);
                Assert.Contains($"filename=\"{Path.GetFileName(path)}\"", sent.Text, StringComparison.Ordinal);
                Assert.Contains("Content-Type: text/plain\r\n", sent.Text, StringComparison.Ordinal);
                Assert.Contains("Content-Type: application/octet-stream\r\n", sent.Text, StringComparison.Ordinal);
            });
            Assert.True(stream.CanRead, "The stream belongs to the caller and stays open.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_one_way_stream_cannot_be_sent_by_a_second_call()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Found);
        ConfluenceRequest request = Request(CreateAttachment, body: RequestBody.Multipart(new MultipartForm().File("file", FileUpload.FromStream("a.txt", new OneWayStream("abc"u8.ToArray())))));
        await harness.GetAsync(request);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => harness.GetAsync(request));

        Assert.Contains("'a.txt'", exception.Message, StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public void A_file_that_cannot_be_sent_is_refused_early()
    {
        foreach (string name in new[] { "a/b.txt", "/b.txt", "a\\b.txt" })
        {
            Assert.Contains("slash", Assert.Throws<ArgumentException>(() => FileUpload.FromBytes(name, default)).Message, StringComparison.Ordinal);
        }

        Assert.Equal("path", Assert.Throws<ArgumentException>(() => FileUpload.FromFile("")).ParamName);
        Assert.Equal("content", Assert.Throws<ArgumentNullException>(() => FileUpload.FromStream("a.txt", null!)).ParamName); // What callers without nullable checks do.
        Assert.Equal("file", Assert.Throws<ArgumentNullException>(() => new MultipartForm().File("file", null!)).ParamName); // Likewise.
        Assert.Contains("U+000D", Assert.Throws<ArgumentException>(() => FileUpload.FromBytes("a\r\nX: y", default)).Message, StringComparison.Ordinal);
        Assert.Contains("media type", Assert.Throws<ArgumentException>(() => FileUpload.FromBytes("a.txt", default, "text")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FileUpload.FromBytes(" ", default));
        string missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains(missing, Assert.Throws<FileNotFoundException>(() => FileUpload.FromFile(missing)).Message, StringComparison.Ordinal);
        MemoryStream closed = new();
        closed.Dispose();
        Assert.Equal(
            "The stream cannot be read. It may be closed, or open for writing only. (Parameter 'content')",
            Assert.Throws<ArgumentException>(() => FileUpload.FromStream("a.txt", closed)).Message);
    }
}
