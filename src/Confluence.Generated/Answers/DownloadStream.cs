using Confluence.Generated.Answers.Decoding;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Answers;

/// <summary>
/// The content of a download. Each read has its own time limit, because the call's limits ended with the headers.
/// A connection that breaks or stalls, and content that ends early, are resumed where the server allows it;
/// otherwise they cause exceptions of this library.
/// </summary>
/// <param name="inner">The content.</param>
/// <param name="answer">The answer that it belongs to; released with the stream.</param>
/// <param name="request">The request.</param>
/// <param name="length">The expected length of the content; null if it is not known.</param>
/// <param name="resumption">Gets the rest of content that breaks off.</param>
/// <param name="readLimit">The limit for each read.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class DownloadStream(
    Stream inner, HttpAnswer answer, ConfluenceRequest request, long? length, DownloadResumption resumption, TimeSpan readLimit, TimeProvider timeProvider) : ContentStream(inner)
{
    private Stream _current = inner;
    private HttpAnswer _answer = answer;
    private long? _length = length;
    private long _read;
    private volatile bool _isDisposed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ConfluenceException broke;
            try
            {
                int count = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                _read += count;
                return count;
            }
            catch (ConfluenceException exception) when (!_isDisposed && !(_read >= _length) && resumption.IsPossible(_read))
            {
                broke = exception;
            }

            await ResumeAsync(broke, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await base.DisposeAsync().ConfigureAwait(false);
        _answer.Release();
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
        if (disposing)
        {
            _answer.Release(); // Its content closes the stream that it was read from.
        }
    }

    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timer = new(readLimit, timeProvider);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        int count;
        try
        {
            count = await _current.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.DownloadStalled(request, readLimit, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || ContentDecoder.IsDamage(exception))
        {
            throw CallFailures.DownloadBroke(request, exception);
        }

        if (count == 0 && !buffer.IsEmpty && _read < _length)
        {
            throw CallFailures.DownloadBroke(request, new EndOfStreamException($"The content ended after {_read} of {_length} bytes."));
        }

        return count;
    }

    private async Task ResumeAsync(ConfluenceException broke, CancellationToken cancellationToken)
    {
        _answer.Release();
        HttpAnswer rest = await resumption.AskAsync(_read, _length, broke, cancellationToken).ConfigureAwait(false);
        _answer = rest;
        if (_isDisposed)
        {
            rest.Release();
            throw new ObjectDisposedException(nameof(ConfluenceDownload), "The download was disposed while it was being read.");
        }

        _length ??= rest.Response.Content.Headers.ContentRange?.Length;
        _current = await rest.Response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }
}
