using System.Buffers;
using System.IO.Compression;

namespace Confluence.Generated.Answers.Decoding;

/// <summary>Decompresses Brotli, and fails if the content ends early.</summary>
internal sealed class BrotliContentStream(Stream source) : ContentStream(source)
{
    private readonly Stream _source = source;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private BrotliDecoder _decoder;
    private int _start;
    private int _end;
    private bool _hasBegun;
    private bool _isDone;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isDone && !buffer.IsEmpty)
        {
            OperationStatus status = _decoder.Decompress(_buffer.AsSpan(_start, _end - _start), buffer.Span, out int consumed, out int written);
            _start += consumed;
            _isDone = status == OperationStatus.Done;
            if (written > 0)
            {
                return written;
            }

            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidDataException("The compressed content is damaged.");
            }

            if (status == OperationStatus.NeedMoreData && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return _hasBegun ? throw new InvalidDataException("The compressed content ended early.") : 0;
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _decoder.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int count = await _source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _hasBegun |= count > 0;
        return count > 0;
    }
}
