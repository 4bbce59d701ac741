using System.Net;

namespace Confluence.Generated.Requests;

/// <summary>
/// The content of one attempt. Every request has content, even if it is empty: the framework's handler sends a request without content again,
/// up to three times and whatever its method, when the connection closes before an answer (dotnet/runtime#86714). Content whose sending has begun prevents that.
/// The class also tracks its progress, and can ensure that a handler of the caller's <see cref="HttpClient"/> does not send it twice.
/// </summary>
internal sealed class OutgoingContent : HttpContent
{
    private readonly HttpContent? _inner;
    private readonly bool _isSentOnce;
    private int _sendings;
    private volatile bool _isComplete;

    /// <summary>Wraps content.</summary>
    /// <param name="inner">The bytes and their headers; disposed with this. Null for none.</param>
    /// <param name="isSentOnce">Whether a second sending must fail before any of it leaves.</param>
    public OutgoingContent(HttpContent? inner, bool isSentOnce)
    {
        _inner = inner;
        _isSentOnce = isSentOnce;
        if (inner is null)
        {
            return;
        }

        foreach ((string name, IEnumerable<string> values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>Whether any of it has been passed to a connection.</summary>
    public bool IsBegun => Volatile.Read(ref _sendings) > 0;

    /// <summary>Whether all of it has been passed to a connection, so that the server may have the whole request.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>Whether sending stopped early, so that the server cannot have the whole request.</summary>
    public bool IsBrokenOff => IsBegun && !IsComplete;

    /// <summary>Whether all of it has been passed to a connection; null if none of it has, as far as can be seen from here.</summary>
    public bool? WasSentCompletely => IsBegun ? IsComplete : null;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A handler that copies it into memory, to log or sign it, sends nothing.
        bool isSending = stream is not MemoryStream;
        if (isSending && Interlocked.Increment(ref _sendings) > 1 && _isSentOnce)
        {
            throw new RepeatedSendException();
        }

        if (_inner is not null)
        {
            await _inner.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
        }

        _isComplete |= isSending;
    }

    protected override bool TryComputeLength(out long length)
    {
        long? known = _inner is null ? 0 : _inner.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
