using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class DownloadTests
{
    private const string MediaToken = "eyJhbGciOiJIUzI1NiJ9-media-token";
    private const string Media = "https://api.media.atlassian.com/file/1/binary?token=" + MediaToken;

    [Fact]
    public async Task A_download_follows_to_the_media_host_without_the_credential()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Answer(HttpStatusCode.Found, headers: ("Location", Media))
            .Answer(HttpStatusCode.OK, "content", "image/png", ("Content-Disposition", "attachment; filename=\"diagram.png\""));

        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal("image/png", download.ContentType);
        Assert.Equal("diagram.png", download.FileName);
        Assert.Equal(7, download.Length);
        using StreamReader reader = new(download.Content);
        Assert.Equal("content", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Sent[] sent = [.. harness.Handler.Requests];
        Assert.NotNull(sent[0].Header("Authorization"));
        Assert.Equal(new Uri(Media), sent[1].Uri);
        Assert.Equal("*/*", sent[0].Header("Accept"));
        Assert.Equal(["Accept", "Accept-Encoding", "Content-Length", "User-Agent"], sent[1].Headers.Keys.Order());
        Assert.Equal(("*/*", "identity", "0"), (sent[1].Header("Accept"), sent[1].Header("Accept-Encoding"), sent[1].Header("Content-Length")));
    }

    [Fact]
    public async Task Even_a_redirect_to_the_same_host_goes_without_the_credential()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TemporaryRedirect, headers: ("Location", "/elsewhere?x=1")).Answer(HttpStatusCode.OK, "c");

        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal("https://acme.atlassian.net/elsewhere?x=1", harness.Handler.Last.Uri.AbsoluteUri);
        Assert.Null(harness.Handler.Last.Header("Authorization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_the_download_lets_the_answer_go(bool isAsync)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", Media)).Answer(HttpStatusCode.OK, "content");
        ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        Assert.False(harness.Handler.Contents.Last().IsDisposed);

        if (isAsync)
        {
            await download.DisposeAsync();
        }
        else
        {
            download.Dispose();
        }

        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task An_answer_whose_content_cannot_be_opened_is_let_go()
    {
        using Harness harness = Harness.Create();
        using UnopenableContent content = new();
        harness.Handler.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content }));

        await Assert.ThrowsAsync<NotSupportedException>(() => harness.DownloadAsync(Request(Download)));

        Assert.True(content.IsDisposed);
    }

    [Theory]
    [InlineData("http://api.media.atlassian.com/x?token=" + MediaToken, "'http://api.media.atlassian.com', and the client only follows redirects to https")]
    [InlineData("file:///etc/passwd", "follows redirects to https")]
    [InlineData(null, "without saying where to")]
    [InlineData("//", "without saying where to")]
    [InlineData("http://", "without saying where to")]
    [InlineData("https://", "without saying where to")]
    [InlineData("https://[::1", "without saying where to")]
    [InlineData("https://a b/", "without saying where to")]
    [InlineData("http://127.0.0.1:8080/metadata", "'http://127.0.0.1', and the client only follows redirects to https")]
    [InlineData("http://localhost/", "'http://localhost', and the client only follows redirects to https")]
    public async Task A_redirect_that_must_not_be_followed_is_not(string? location, string said)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: location is null ? [] : [("Location", location)]);

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.DownloadAsync(Request(Download)));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MediaToken, exception.ToString(), StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 10; i++)
        {
            harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", Media));
        }

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.DownloadAsync(Request(Download)));

        Assert.Contains("redirected too many times", exception.Message, StringComparison.Ordinal);
        Assert.Equal(6, harness.Handler.Requests.Count);
        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task A_loopback_server_may_redirect_to_plain_http_on_loopback()
    {
        using Harness harness = Harness.Create(site: "http://127.0.0.1:9");
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", "http://127.0.0.1:9/media")).Answer(HttpStatusCode.OK, "c");

        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal("/media", harness.Handler.Last.Uri.AbsolutePath);
    }

    [Theory]
    [InlineData("https://api.media.example/file/UNKNOWN_MEDIA_ID/binary?token=x", "not found")]
    [InlineData("https://api.media.example/file/1/binary?token=x", """{"error":{"code":"UNKNOWN_MEDIA_ID"},"message":"UNKNOWN_MEDIA_ID"}""")]
    public async Task A_file_that_the_media_host_does_not_have_is_lost(string location, string body)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", location)).Answer(HttpStatusCode.NotFound, body, "application/json");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.DownloadAsync(Request(Download)));

        Assert.Equal(ConfluenceErrorKind.FileLost, exception.Kind);
        Assert.Contains("never helps", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_media_host_names_the_host_and_not_the_address()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", Media)).Answer(HttpStatusCode.Forbidden, $"expired token={MediaToken}", "text/plain");

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.DownloadAsync(Request(Download)));

        Assert.Equal(ConfluenceErrorKind.ContentHostRefused, exception.Kind);
        Assert.Contains("'api.media.atlassian.com'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MediaToken, exception + exception.Excerpt + string.Join(' ', harness.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_media_host_that_is_out_of_reach_is_asked_again_from_the_start()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", Media)).Answer(HttpStatusCode.ServiceUnavailable)
            .Answer(HttpStatusCode.Found, headers: ("Location", Media)).Answer(HttpStatusCode.OK, "c");

        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Equal(4, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_download_that_breaks_or_stalls_says_so()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray())).Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray(), isStalling: true));
        byte[] buffer = new byte[10];

        using ConfluenceDownload broken = await harness.DownloadAsync(Request(Download));
        Assert.Equal(3, await broken.Content.ReadAsync(buffer, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => broken.Content.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken).AsTask());

        using ConfluenceDownload stalled = await harness.DownloadAsync(Request(Download));
        Assert.Equal(3, await stalled.Content.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Task<int> read = stalled.Content.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        harness.Clock.Advance(TimeSpan.FromSeconds(60));
        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => read);
        Assert.Contains("received nothing for 60 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synchronous_reads_have_the_time_limit_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream("abc"u8.ToArray(), isStalling: true));
        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        using MemoryStream copy = new();
        int limits = harness.Clock.Started.Count;
        Task reading = Task.Run(() => download.Content.CopyTo(copy), TestContext.Current.CancellationToken);
        while (harness.Clock.Started.Count < limits + 2)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken); // Until the second read, which stalls, has its limit.
        }

        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => reading);
        Assert.Equal("abc"u8, copy.ToArray());
    }

    [Fact]
    public async Task A_json_call_follows_no_redirect_and_names_the_host_only()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", "https://login.example.com/sso?token=" + MediaToken));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(ConfluenceErrorKind.Redirected, exception.Kind);
        Assert.Contains("'login.example.com'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(MediaToken, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("/sso", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    private sealed class UnopenableContent : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new NotSupportedException("Nothing can be read here.");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("Nothing can be read here.");

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
