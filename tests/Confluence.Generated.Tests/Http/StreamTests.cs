using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>The streams that callers get and give: what they can do, and what they refuse.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task The_content_of_a_download_is_read_once_and_refuses_everything_else()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "content");
        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        Stream content = download.Content;

        Assert.Equal((true, false, false), (content.CanRead, content.CanSeek, content.CanWrite));
        Assert.Equal("The content comes from the network. Its length, if known, is ConfluenceDownload.Length.", Refusal(() => _ = content.Length));
        Assert.Equal("The content comes from the network and has no position.", Refusal(() => _ = content.Position));
        Assert.Equal("The content comes from the network and does not support seeking.", Refusal(() => content.Position = 1));
        Assert.Equal("The content comes from the network and does not support seeking.", Refusal(() => content.Seek(0, SeekOrigin.Begin)));
        Assert.Equal("The content is read-only.", Refusal(() => content.SetLength(1)));
        Assert.Equal("The content is read-only.", Refusal(() => content.Write([1], 0, 1)));
        content.Flush();

        byte[] buffer = new byte[6];
        Assert.Equal(4, content.Read(buffer, 1, 4));
        Assert.Equal("\0cont\0"u8, buffer);
        Task<int> rest = content.ReadAsync(buffer, 2, 4, TestContext.Current.CancellationToken);
        Assert.Equal(3, await rest);
        Assert.Equal("\0cent\0"u8, buffer);
        Assert.Equal(0, content.Read(buffer, 0, 6));
    }

    [Fact]
    public async Task A_download_that_breaks_while_it_is_read_without_waiting_says_so_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream([]));
        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));

        ConfluenceConnectionException exception = Assert.Throws<ConfluenceConnectionException>(() => download.Content.Read(new byte[1], 0, 1));

        Assert.IsType<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task A_read_that_its_caller_gives_up_is_no_stalled_download()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new BrokenStream([], isStalling: true));
        using ConfluenceDownload download = await harness.DownloadAsync(Request(Download));
        using CancellationTokenSource caller = new();
        Task<int> read = download.Content.ReadAsync(new byte[1], caller.Token).AsTask();

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task A_cancellation_of_the_stream_itself_is_no_stalled_download()
    {
        OperationCanceledException cancellation = new();
        using CountingStream inner = new(cancellation);
        using DownloadStream stream = Reading(inner);

        Assert.Same(cancellation, await Assert.ThrowsAsync<OperationCanceledException>(() => stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask()));
        Assert.Same(cancellation, Assert.Throws<OperationCanceledException>(() => stream.Read(new byte[1], 0, 1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_a_download_disposes_its_content(bool isAsync)
    {
        MemoryStream content = new();
        ConfluenceDownload download = new(content);
        Assert.Same(content, download.Content);

        if (isAsync)
        {
            await download.DisposeAsync();
        }
        else
        {
            download.Dispose();
        }

        Assert.False(content.CanRead);
        Assert.Equal("content", Assert.Throws<ArgumentNullException>(() => new ConfluenceDownload(null!)).ParamName); // What callers without nullable checks do.
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_stream_of_a_download_disposes_the_one_that_it_reads(bool isAsync)
    {
        CountingStream inner = new(new IOException());
        DownloadStream stream = Reading(inner);

        if (isAsync)
        {
            await stream.DisposeAsync();
        }
        else
        {
            stream.Dispose();
        }

        Assert.False(inner.CanRead);
        Assert.Equal(isAsync ? 1 : 0, inner.AsyncDisposals);
    }

    [Fact]
    public async Task A_stream_that_is_sent_is_read_as_it_is_and_stays_open()
    {
        using MemoryStream inner = new("0123456789"u8.ToArray());
        UploadStream stream = new(inner, "a.txt", leaveOpen: true);
        byte[] buffer = new byte[4];

        Assert.Equal((true, true, false, 10L), (stream.CanRead, stream.CanSeek, stream.CanWrite, stream.Length));
        Assert.Equal(2, stream.Read(buffer, 1, 2));
        Assert.Equal("\001\0"u8, buffer);
        Assert.Equal(4, stream.Read(buffer.AsSpan()));
        Assert.Equal("2345"u8, buffer);
        Assert.Equal(6, stream.Position);
        stream.Position = 1;
        Task<int> one = stream.ReadAsync(buffer, 0, 1, TestContext.Current.CancellationToken);
        Assert.Equal(1, await one);
        Assert.Equal("1345"u8, buffer);
        Assert.Equal(8, stream.Seek(-2, SeekOrigin.End));
        Assert.Equal(2, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.Equal("8945"u8, buffer);
        stream.Flush();
        Assert.Equal("The stream is read-only.", Refusal(() => stream.SetLength(1)));
        Assert.Equal("The stream is read-only.", Refusal(() => stream.Write([1], 0, 1)));

        await stream.DisposeAsync();
        Assert.Equal(10, inner.Length);
        Assert.False(new UploadStream(new OneWayStream([]), "a.txt", leaveOpen: true).CanSeek);
    }

    private static DownloadStream Reading(Stream content)
    {
        HttpAnswer answer = new(new HttpResponseMessage(), DateTimeOffset.UnixEpoch);
        DownloadResumption none = new(Request(Download), answer, static (_, _) => throw new InvalidOperationException("Nothing can be resumed."));
        return new DownloadStream(content, answer, Request(Download), length: null, none, TimeSpan.FromSeconds(1), TimeProvider.System);
    }

    private static string Refusal(Action use) => Assert.Throws<NotSupportedException>(use).Message;

    /// <summary>Fails when it is read, and counts how often it is disposed without blocking.</summary>
    private sealed class CountingStream(Exception failure) : MemoryStream
    {
        public int AsyncDisposals { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => throw failure;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;

        public override ValueTask DisposeAsync()
        {
            AsyncDisposals++;
            return base.DisposeAsync();
        }
    }
}
