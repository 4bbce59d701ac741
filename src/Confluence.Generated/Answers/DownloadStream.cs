using Confluence.Generated.Answers.Decoding;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Answers;

/// <summary>
/// The content of a download. Each read has its own time limit, because the call's limits ended with the headers.
/// A connection that breaks or stalls, and content that ends early, cause exceptions of this library.
/// </summary>
/// <param name="inner">The content.</param>
/// <param name="request">The request.</param>
/// <param name="length">The expected length of the content; null if it is not known.</param>
/// <param name="readLimit">The limit for each read.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class DownloadStream(Stream inner, ConfluenceRequest request, long? length, TimeSpan readLimit, TimeProvider timeProvider) : ContentStream(inner)
{
    private readonly Stream _inner = inner;
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource timer = new(readLimit, timeProvider);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        int count;
        try
        {
            count = await _inner.ReadAsync(buffer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.DownloadStalled(request, readLimit, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || ContentDecoder.IsDamage(exception))
        {
            throw CallFailures.DownloadBroke(request, exception);
        }

        _read += count;
        if (count == 0 && !buffer.IsEmpty && _read < length)
        {
            throw CallFailures.DownloadBroke(request, new EndOfStreamException($"The content ended after {_read} of {length} bytes."));
        }

        return count;
    }
}
