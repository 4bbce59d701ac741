namespace Confluence.Generated.Answers.Decoding;

/// <summary>A stream that reads another one from beginning to end, and owns it. Synchronous reads use the asynchronous path, with its limits.</summary>
internal abstract class ContentStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The content comes from the network. Its length, if known, is ConfluenceDownload.Length.");

    public override long Position
    {
        get => throw new NotSupportedException("The content comes from the network and has no position.");
        set => throw new NotSupportedException("The content comes from the network and does not support seeking.");
    }

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The content comes from the network and does not support seeking.");

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
