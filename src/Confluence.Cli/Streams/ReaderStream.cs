using System.Net.Sockets;

namespace Confluence.Cli.Streams;

/// <summary>A stream to a reader who may stop at any time. That ends what is written to it, and is nobody's fault.</summary>
/// <param name="inner">The stream; it is not closed.</param>
/// <param name="isNeeded">Whether the work makes sense for the reader only: then it ends in an <see cref="OutputClosedException"/>. Otherwise what is written is dropped.</param>
/// <exception cref="OutputFailedException">It is needed, and cannot be written although somebody reads.</exception>
internal sealed class ReaderStream(Stream inner, bool isNeeded) : Stream
{
    private const int BrokenPipe = 32;

    private Exception? _closed;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_closed is null)
        {
            try
            {
                inner.Write(buffer);
                return;
            }
            catch (Exception exception) when (IsGone(exception) || (!isNeeded && exception is IOException))
            {
                _closed = exception;
            }
            catch (IOException exception)
            {
                throw new OutputFailedException(exception);
            }
        }

        if (isNeeded)
        {
            throw new OutputClosedException(_closed);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Everything has been written through.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Whether the reader has gone, rather than the disk being full. A descriptor that was closed before the start cannot be written to.</summary>
    private static bool IsGone(Exception exception) =>
        exception is UnauthorizedAccessException or ObjectDisposedException
        || (exception is IOException && (exception.HResult == BrokenPipe || exception.InnerException is SocketException));
}
