using System.Buffers;
using System.Diagnostics;
using Confluence.Generated.Answers;
using Confluence.Generated.Answers.Decoding;
using Confluence.Generated.Requests;

namespace Confluence.Generated;

/// <summary>
/// A file that is being downloaded. Its content comes from the network while it is read; dispose the download to release the connection.
/// </summary>
[DebuggerDisplay("{FileName,nq} ({ContentType,nq})")]
public sealed class ConfluenceDownload : IDisposable, IAsyncDisposable
{
    private const int CopyBuffer = 80 * 1024;

    /// <summary>Creates a download from a stream, for tests of calling code.</summary>
    /// <param name="content">The content. Disposing the download disposes it.</param>
    public ConfluenceDownload(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>
    /// The content, which can be read once, from its beginning to its end. Each read ends after <see cref="ConfluenceClientOptions.AttemptTimeout"/>,
    /// the synchronous ones too; content that breaks off throws a <see cref="ConfluenceConnectionException"/>.
    /// </summary>
    /// <remarks>
    /// If the server supports it (<c>Accept-Ranges: bytes</c>, with a strong <c>ETag</c> or a <c>Last-Modified</c> that identifies the content), a download whose connection breaks or
    /// stalls is resumed where it stopped, as a call of its own with the settings of the first; the read goes on without noticing. After three resumptions in a row that
    /// brought not a single byte, the read fails. If the file has changed in the meantime, the read fails too, and its message says how many bytes arrived: parts of two files are never mixed.
    /// </remarks>
    public Stream Content { get; }

    /// <summary>The media type, such as <c>image/png</c>; null if the server named none.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The file name from the server, without any folder; null if the server sent none. It is not trusted: check it before you use it as a path.
    /// </summary>
    public string? FileName { get; init; }

    /// <summary>The length in bytes; null if the server did not report it.</summary>
    public long? Length { get; init; }

    /// <summary>Releases the content and its connection.</summary>
    public void Dispose() => Content.Dispose();

    /// <summary>Releases the content and its connection.</summary>
    /// <returns>A task that ends when both are released.</returns>
    public ValueTask DisposeAsync() => Content.DisposeAsync();

    /// <summary>Copies the content, or what has not been read of it, to another stream, such as a file. Memory use does not depend on its length.</summary>
    /// <param name="destination">Where the content goes. It stays open.</param>
    /// <param name="progress">Is told after each piece how many bytes have been copied in all; null for nobody.</param>
    /// <param name="cancellationToken">Ends the copying. What was written by then remains.</param>
    /// <returns>A task that ends when all of the content has been written.</returns>
    /// <exception cref="ConfluenceConnectionException">The content broke off and could not be resumed; what was written is incomplete.</exception>
    /// <exception cref="ConfluenceTimeoutException">Nothing arrived for <see cref="ConfluenceClientOptions.AttemptTimeout"/>; what was written is incomplete.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> ended the copying.</exception>
    public async Task CopyToAsync(Stream destination, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            long copied = 0;
            int count;
            while ((count = await Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                copied += count;
                progress?.Report(copied);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Opens the content of an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer; released with the download.</param>
    /// <param name="ask">Asks for the file, or for the rest of it.</param>
    /// <param name="options">The options of the client.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    internal static async Task<ConfluenceDownload> OpenAsync(
        ConfluenceRequest request, HttpAnswer answer, Func<RestOfFile?, CancellationToken, Task<HttpAnswer>> ask, ConfluenceClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            HttpContent content = answer.Response.Content;
            long? length = ContentDecoder.IsEncoded(content) ? null : content.Headers.ContentLength;
            Stream stream = await ContentDecoder.OpenAsync(content, cancellationToken).ConfigureAwait(false);
            return new ConfluenceDownload(new DownloadStream(stream, answer, request, length, new DownloadResumption(request, answer, ask), options.AttemptTimeout, options.TimeProvider))
            {
                ContentType = answer.ContentType,
                FileName = DownloadName.Of(content),
                Length = length,
            };
        }
        catch
        {
            answer.Release();
            throw;
        }
    }
}
