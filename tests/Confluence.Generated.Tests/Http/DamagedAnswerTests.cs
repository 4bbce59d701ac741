using System.IO.Compression;
using System.Net;
using System.Text;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Compressed answers, whole, cut off and damaged.</summary>
public sealed class DamagedAnswerTests
{
    private static readonly byte[] s_content = Encoding.ASCII.GetBytes($$"""{"id":"{{string.Concat(Enumerable.Range(0, 9000).Select(static i => $"{i * 7919 % 10007:x}"))}}"}""");

    public static TheoryData<string> Encodings => ["gzip", "x-gzip", "deflate", "raw deflate", "br", "GZIP"];

    public static TheoryData<string, string> Damages()
    {
        TheoryData<string, string> damages = [];
        foreach (string encoding in new[] { "gzip", "deflate", "br" })
        {
            foreach (string damage in new[] { "half", "all but one", "all but the end", "no such", "changed" })
            {
                damages.Add(encoding, damage);
            }
        }

        return damages;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Compressed_answers_and_downloads_are_read(string encoding)
    {
        byte[] packed = Pack(encoding, s_content);
        using Harness harness = Harness.Create();
        Answer(harness, encoding, packed);
        Answer(harness, encoding, packed);
        Answer(harness, encoding, packed, step: 1);

        Assert.Equal(s_content.Length, (await harness.GetAsync(Request(GetPage))).Id?.Length + 9);
        for (int i = 0; i < 2; i++)
        {
            await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
            Assert.Null(download.Length);
            Assert.Equal(s_content, await ReadAsync(download, isSync: i == 0));
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Empty_content_is_empty_whatever_its_encoding(string encoding)
    {
        using Harness harness = Harness.Create();
        Answer(harness, encoding, []);
        Answer(harness, encoding, Pack(encoding, []));

        for (int i = 0; i < 2; i++)
        {
            await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
            Assert.Empty(await ReadAsync(download, isSync: false));
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_download_that_was_cut_off_or_damaged_does_not_end_as_if_it_were_complete(string encoding, string damage)
    {
        foreach (bool isSync in new[] { true, false })
        {
            using Harness harness = Harness.Create();
            Answer(harness, encoding, Damage(Pack(encoding, s_content), damage));
            await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

            ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(download, isSync));

            Assert.Contains("What was read so far is incomplete", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_answer_is_asked_for_again_and_leaves_a_write_unknown(string encoding, string damage)
    {
        byte[] damaged = Damage(Pack(encoding, s_content), damage);
        using Harness harness = Harness.Create();
        Answer(harness, encoding, damaged);
        harness.Handler.Json("""{"id":"9"}""");
        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        Answer(harness, encoding, damaged);
        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)));
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(3, harness.Handler.Requests.Count);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_refusal_whose_body_is_damaged_stays_one(string encoding)
    {
        using Harness harness = Harness.Create();
        Answer(harness, encoding, "no such"u8.ToArray(), HttpStatusCode.BadRequest);

        Assert.Contains("before the whole refusal had arrived", (await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_handler_reports_of_damage_is_damage_too()
    {
        foreach (Exception failure in new Exception[] { new InvalidDataException(), new InvalidOperationException("Decoder ran into invalid data.") })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Stream(HttpStatusCode.OK, new FailingStream(failure)).Json("""{"id":"9"}""").Stream(HttpStatusCode.OK, new FailingStream(failure)).Stream(HttpStatusCode.OK, new FailingStream(failure));

            Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
            await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)));
            await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
            await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(download, isSync: false));
        }
    }

    [Theory]
    [InlineData(null, "gzip, deflate, br")]
    [InlineData("identity", "identity")]
    public async Task Compression_is_asked_for_unless_the_default_headers_say_otherwise(string? header, string asked)
    {
        using RawServer server = new(static (request, stream) => RawServer.AnswerAsync(stream, RawServer.Response("200 OK", "{}"u8.ToArray())));
        using HttpClient httpClient = new(new SocketsHttpHandler());
        if (header is not null)
        {
            httpClient.DefaultRequestHeaders.Add("Accept-Encoding", header);
        }

        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"), new ConfluenceClientOptions { HttpClient = httpClient });

        await client.Transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken);
        await using ConfluenceDownload download = await client.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken);

        Assert.Equal([asked, "identity"], server.Requests.Select(static request => request.Head.Split("Accept-Encoding: ")[1].Split("\r\n")[0]));
    }

    [Fact]
    public async Task Plain_content_that_is_shorter_than_announced_is_incomplete()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "abc", headers: ("Content-Length", "4"));
        await using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        Assert.Contains("ended after 3 of 4 bytes", (await Assert.ThrowsAsync<ConfluenceConnectionException>(() => ReadAsync(download, isSync: false))).ToString(), StringComparison.Ordinal);
    }

    private static void Answer(Harness harness, string encoding, byte[] content, HttpStatusCode status = HttpStatusCode.OK, int step = 1000) =>
        harness.Handler.Stream(status, new DripStream(content, step), headers: [("Content-Encoding", encoding.Replace("raw ", "", StringComparison.Ordinal)), ("Content-Length", $"{content.Length}")]);

    private static byte[] Pack(string encoding, byte[] content)
    {
        using MemoryStream packed = new();
        using (Stream packer = encoding.ToLowerInvariant() switch
        {
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            packer.Write(content);
            packer.Flush(); // Empty content too gets its frame.
        }

        return packed.ToArray();
    }

    private static byte[] Damage(byte[] packed, string damage) => damage switch
    {
        "half" => packed[..(packed.Length / 2)],
        "all but one" => packed[..^1],
        "all but the end" => packed[..^4],
        "changed" => [.. packed[..100], .. packed[100..200].Select(static one => (byte)~one), .. packed[200..]],
        _ => "<html>This is not compressed at all.</html>"u8.ToArray(),
    };

    private static async Task<byte[]> ReadAsync(ConfluenceDownload download, bool isSync)
    {
        using MemoryStream content = new();
        if (isSync)
        {
            download.Content.CopyTo(content);
        }
        else
        {
            await download.Content.CopyToAsync(content, TestContext.Current.CancellationToken);
        }

        return content.ToArray();
    }

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }
}
