namespace Confluence.Generated.Answers.Decoding;

/// <summary>Passes a stream on and remembers the last four bytes that were read.</summary>
internal sealed class TailStream(Stream source) : ContentStream(source)
{
    public const int Size = 4;

    private readonly Stream _source = source;
    private readonly byte[] _tail = new byte[Size];
    private readonly byte[] _peeked = new byte[1];
    private int _count;
    private bool _hasPeeked;

    /// <summary>The last four bytes; fewer if the stream is shorter.</summary>
    public ReadOnlySpan<byte> Tail => _tail.AsSpan(Size - _count);

    /// <summary>Whether the stream is empty.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Gets the first byte without consuming it; null if there is none.</summary>
    public async ValueTask<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        _hasPeeked = await _source.ReadAsync(_peeked, cancellationToken).ConfigureAwait(false) > 0;
        return _hasPeeked ? _peeked[0] : null;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        if (_hasPeeked && !buffer.IsEmpty)
        {
            _peeked.CopyTo(buffer);
            _hasPeeked = false;
            count = 1;
        }
        else
        {
            count = await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        Remember(buffer.Span[..count]);
        return count;
    }

    private void Remember(ReadOnlySpan<byte> read)
    {
        ReadOnlySpan<byte> last = read[Math.Max(0, read.Length - Size)..];
        _tail.AsSpan(last.Length).CopyTo(_tail); // Moves what remains to the front.
        last.CopyTo(_tail.AsSpan(Size - last.Length));
        _count = Math.Min(Size, _count + read.Length);
    }
}
