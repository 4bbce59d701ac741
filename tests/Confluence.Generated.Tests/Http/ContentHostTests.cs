using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>What a given client has to do with the hosts that keep the content of downloads.</summary>
public sealed class ContentHostTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Default_headers_of_a_given_client_reach_the_site_alone(bool hasSecrets)
    {
        using RawServer media = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("200 OK", "content"u8.ToArray())));
        using RawServer server = new((request, stream) => RawServer.AnswerAsync(
            stream, RawServer.Response("302 Found", [], request.Line.Contains("/again", StringComparison.Ordinal) ? $"Location: {media.Site}/file" : "Location: /again")));
        using Counting handler = new();
        using HttpClient httpClient = new(handler);
        httpClient.DefaultRequestHeaders.Add("Accept", "application/json");
        httpClient.DefaultRequestHeaders.Add("User-Agent", "Own/1.0");
        if (hasSecrets)
        {
            httpClient.DefaultRequestHeaders.Add("Cookie", "session=secret");
            httpClient.DefaultRequestHeaders.Add("X-Api-Key", "secret");
            httpClient.DefaultRequestHeaders.Add("Proxy-Authorization", "Basic secret");
            httpClient.DefaultRequestHeaders.Add("X-Anything", "secret");
        }

        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"), new ConfluenceClientOptions { HttpClient = httpClient });

        await using ConfluenceDownload download = await client.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken);

        using StreamReader reader = new(download.Content);
        Assert.Equal("content", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.All(server.Requests, request => Assert.Equal(hasSecrets, request.Head.Contains("secret", StringComparison.Ordinal)));
        string head = Assert.Single(media.Requests).Head;
        Assert.Equal(
            ["Accept-Encoding: identity", "Accept: */*", "Content-Length: 0", $"Host: {new Uri(media.Site).Authority}"],
            head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(static line => !line.StartsWith("User-Agent: Confluence.Generated/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(hasSecrets ? 2 : 3, handler.Count); // Without anything to keep back, the caller's proxy and handlers have their part.
    }

    [Fact]
    public async Task A_download_whose_redirect_a_handler_followed_is_one()
    {
        using RawServer media = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("403 Forbidden", [])));
        using RawServer server = new((_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("302 Found", [], $"Location: {media.Site}/file")));
        using HttpClient httpClient = new();
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"), new ConfluenceClientOptions { HttpClient = httpClient });

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => client.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken));

        Assert.Equal(ConfluenceErrorKind.ContentHostRefused, exception.Kind);
    }

    private sealed class Counting() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
