namespace Confluence.Generated.Requests;

/// <summary>
/// Reads the content of a file to send. A failure concerns the caller's file and not the connection, so it throws an
/// <see cref="UploadSourceException"/>. Content whose length was known at the beginning is read up to that length, because the request has announced it.
/// </summary>
/// <param name="inner">The content.</param>
/// <param name="fileName">The name of the file, for errors.</param>
/// <param name="leaveOpen">Whether the stream stays open when this one is disposed, because sending a request disposes its content.</param>
/// <param name="progress">Is told how many bytes have been read; null for nobody.</param>
internal sealed class UploadStream(Stream inner, string fileName, bool leaveOpen, IProgress<long>? progress = null) : Stream
{
    private readonly long _start = inner.CanSeek ? inner.Position : 0;
    private readonly long? _promised = inner.CanSeek ? inner.Length - inner.Position : null;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set
        {
            inner.Position = value;
            _read = value - _start;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long left = (_promised ?? long.MaxValue) - _read;
        if (left == 0 || buffer.IsEmpty)
        {
            return 0;
        }

        int count;
        try
        {
            count = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new UploadSourceException(fileName, $"reading it failed after {_read} bytes ({exception.GetType().Name})", exception);
        }

        if (count == 0 && _promised is { } promised)
        {
            throw new UploadSourceException(fileName, $"it ended after {_read} of {promised} bytes, so it was changed while it was being sent", cause: null);
        }

        _read += count;
        if (count > 0)
        {
            progress?.Report(_read);
        }

        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The stream is read-only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is read-only.");

    public override async ValueTask DisposeAsync()
    {
        if (!leaveOpen)
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
