using System.Buffers.Binary;
using System.IO.Compression;

namespace Confluence.Generated.Answers.Decoding;

/// <summary>
/// Decompresses gzip and deflate. The framework's streams end silently when their source ends, so this class checks the trailer of both formats:
/// gzip has the length of its content there, deflate a checksum. Raw deflate, which some servers send, has neither and is not checked.
/// </summary>
internal sealed class InflatedStream(Stream source, bool isGzip) : ContentStream(source)
{
    private const uint AdlerModulus = 65521;

    private readonly TailStream _source = new(source);
    private Stream? _inflater;
    private bool _isFramed = true;
    private uint _length;
    private uint _adlerLow = 1;
    private uint _adlerHigh;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _inflater ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        int count = await _inflater.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            Sum(buffer.Span[..count]);
        }
        else if (!buffer.IsEmpty && !IsComplete())
        {
            throw new InvalidDataException("The compressed content ended early.");
        }

        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_inflater is not null)
        {
            await _inflater.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflater?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (isGzip)
        {
            return new GZipStream(_source, CompressionMode.Decompress, leaveOpen: true);
        }

        // The frame begins with the method, which is always 8.
        _isFramed = await _source.PeekAsync(cancellationToken).ConfigureAwait(false) is not { } first || (first & 0x0F) == 8;
        return _isFramed ? new ZLibStream(_source, CompressionMode.Decompress, leaveOpen: true) : new DeflateStream(_source, CompressionMode.Decompress, leaveOpen: true);
    }

    private void Sum(ReadOnlySpan<byte> content)
    {
        _length += (uint)content.Length; // Overflow is intended: gzip stores the length modulo 2^32.
        if (isGzip || !_isFramed)
        {
            return;
        }

        foreach (byte one in content)
        {
            _adlerLow = (_adlerLow + one) % AdlerModulus;
            _adlerHigh = (_adlerHigh + _adlerLow) % AdlerModulus;
        }
    }

    private bool IsComplete()
    {
        ReadOnlySpan<byte> tail = _source.Tail;
        return !_isFramed || _source.IsEmpty || (tail.Length == TailStream.Size
            && (isGzip ? BinaryPrimitives.ReadUInt32LittleEndian(tail) == _length : BinaryPrimitives.ReadUInt32BigEndian(tail) == ((_adlerHigh << 16) | _adlerLow)));
    }
}
