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
    private readonly HttpAnswer? _answer;

    /// <summary>Creates a download from a stream, for tests of calling code.</summary>
    /// <param name="content">The content. Disposing the download disposes it.</param>
    public ConfluenceDownload(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    private ConfluenceDownload(Stream content, HttpAnswer answer)
        : this(content) => _answer = answer;

    /// <summary>
    /// The content, which can be read once, from its beginning to its end. Each read ends after <see cref="ConfluenceClientOptions.AttemptTimeout"/>,
    /// the synchronous ones too; content that breaks off throws a <see cref="ConfluenceConnectionException"/>.
    /// </summary>
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
    public void Dispose()
    {
        Content.Dispose();
        _answer?.Release();
    }

    /// <summary>Releases the content and its connection.</summary>
    /// <returns>A task that ends when both are released.</returns>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _answer?.Release();
    }

    internal static async Task<ConfluenceDownload> OpenAsync(ConfluenceRequest request, HttpAnswer answer, ConfluenceClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            HttpContent content = answer.Response.Content;
            long? length = ContentDecoder.IsEncoded(content) ? null : content.Headers.ContentLength;
            Stream stream = await ContentDecoder.OpenAsync(content, cancellationToken).ConfigureAwait(false);
            return new ConfluenceDownload(new DownloadStream(stream, request, length, options.AttemptTimeout, options.TimeProvider), answer)
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
