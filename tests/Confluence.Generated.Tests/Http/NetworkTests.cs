using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Generated.Json;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>The client's own HTTP stack, against a server that speaks bare HTTP on this machine.</summary>
public sealed class NetworkTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _heads = [];

    public NetworkTests() => _listener.Start();

    private string Site => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Compressed_answers_are_read_cookies_are_not_kept_and_connections_are()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("""{"id":"9"}"""u8);
        }

        Task<int> server = ServeAsync(
            Response("200 OK", packed.ToArray(), "Content-Encoding: gzip", "Set-Cookie: session=1"),
            Response("200 OK", """{"id":"10"}"""u8.ToArray()));
        using ConfluenceClient client = new(Site, new ApiTokenCredential(Harness.Email, Harness.Token));

        Assert.Equal("9", (await GetAsync(client)).Id);
        Assert.Equal("10", (await GetAsync(client)).Id);

        Assert.Equal(1, await server);
        Assert.StartsWith("GET /wiki/api/v2/pages/9 HTTP/1.1\r\n", _heads[0], StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: gzip, deflate, br\r\n", _heads[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", _heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_not_followed_by_the_handler()
    {
        Task<int> server = ServeAsync(Response("302 Found", [], $"Location: {Site}/elsewhere"));
        using ConfluenceClient client = new(Site, new ApiTokenCredential(Harness.Email, Harness.Token));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => GetAsync(client));

        Assert.Equal(ConfluenceErrorKind.Redirected, exception.Kind);
        await server;
        Assert.Single(_heads);
    }

    [Fact]
    public async Task A_connection_that_the_server_closes_before_answering_loses_a_write_and_repeats_a_read()
    {
        ConfluenceClientOptions options = new() { Retry = { BaseDelay = TimeSpan.Zero } };
        using ConfluenceClient client = new(Site, new ApiTokenCredential(Harness.Email, Harness.Token), options);

        Task<int> writes = ServeAsync([[]]);
        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));
        await writes;

        Task<int> reads = ServeAsync([], Response("200 OK", """{"id":"9"}"""u8.ToArray()));
        Assert.Equal("9", (await GetAsync(client)).Id);
        await reads;
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_connection_failure_even_for_a_write()
    {
        string site = Site;
        _listener.Stop();
        using ConfluenceClient client = new(site, new ApiTokenCredential(Harness.Email, Harness.Token));

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(
            () => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));

        Assert.Contains("no connection could be made", exception.Message, StringComparison.Ordinal);
    }

    private static Task<Item> GetAsync(ConfluenceClient client) => client.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, TestContext.Current.CancellationToken);

    private static byte[] Response(string status, byte[] body, params string[] headers) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"), .. body];

    /// <summary>Answers one request after the other; an empty answer closes the connection. Tells how many connections it took.</summary>
    private async Task<int> ServeAsync(params byte[][] answers)
    {
        int connections = 0;
        int next = 0;
        while (next < answers.Length)
        {
            using TcpClient connection = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            connections++;
            NetworkStream stream = connection.GetStream();
            while (next < answers.Length && await ReadHeadAsync(stream) is { } head)
            {
                _heads.Add(head);
                byte[] answer = answers[next++];
                if (answer.Length == 0)
                {
                    break;
                }

                await stream.WriteAsync(answer, TestContext.Current.CancellationToken);
            }
        }

        return connections;
    }

    private static async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, TestContext.Current.CancellationToken) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
