using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// The content of a download. Each read has a time limit of its own, since the call's limits ended with the headers;
/// a connection that breaks or stalls ends in this library's exceptions.
/// </summary>
internal sealed class DownloadStream(Stream inner, ConfluenceRequest request, TimeSpan readLimit, TimeProvider timeProvider) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The content comes from the network. Its length, if known, is ConfluenceDownload.Length.");

    public override long Position
    {
        get => throw new NotSupportedException("The content comes from the network and has no position.");
        set => throw new NotSupportedException("The content comes from the network and cannot be sought.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource timer = new(readLimit, timeProvider);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await inner.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.DownloadStalled(request, readLimit, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw CallFailures.DownloadBroke(request, exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw CallFailures.DownloadBroke(request, exception);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The content comes from the network and cannot be sought.");

    public override void SetLength(long value) => throw new NotSupportedException("The content is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The content is read-only.");

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
