using System.Diagnostics;
using System.Net.Http.Headers;
using Confluence.Generated.Requests;

namespace Confluence.Generated;

/// <summary>
/// A file to send, such as an attachment. Bytes, files and seekable streams can be sent again when a request is repeated;
/// a stream that cannot seek is sent once, and its request is never repeated.
/// </summary>
[DebuggerDisplay("{FileName,nq} ({ContentType,nq})")]
public sealed class FileUpload
{
    private readonly Func<IProgress<long>?, HttpContent> _create;
    private readonly IProgress<long>? _progress;

    private FileUpload(string fileName, string? contentType, bool isReplayable, Func<IProgress<long>?, HttpContent> create)
    {
        FileName = CheckName(fileName);
        ContentType = contentType is null ? MediaTypes.Of(fileName) : CheckContentType(contentType);
        IsReplayable = isReplayable;
        _create = create;
    }

    private FileUpload(FileUpload other, IProgress<long> progress)
    {
        (FileName, ContentType, IsReplayable, _create) = (other.FileName, other.ContentType, other.IsReplayable, other._create);
        _progress = progress;
    }

    /// <summary>The name of the file in Confluence.</summary>
    public string FileName { get; }

    /// <summary>The media type, such as <c>image/png</c>: the given one, otherwise the usual one for the file extension,
    /// or <c>application/octet-stream</c> if the extension is not known.</summary>
    public string ContentType { get; }

    /// <summary>Whether the file can be sent more than once.</summary>
    public bool IsReplayable { get; }

    /// <summary>Creates an upload from memory. The memory must not change until the call has ended.</summary>
    /// <param name="fileName">The name of the file in Confluence, without a slash.</param>
    /// <param name="content">The content.</param>
    /// <param name="contentType">The media type; null for the usual one for the file extension, see <see cref="ContentType"/>.</param>
    /// <returns>The file to send.</returns>
    /// <exception cref="ArgumentException">The name or the media type cannot be used; the message says why.</exception>
    public static FileUpload FromBytes(string fileName, ReadOnlyMemory<byte> content, string? contentType = null) =>
        new(fileName, contentType, isReplayable: true, progress => progress is null
            ? new ReadOnlyMemoryContent(content)
            : new StreamContent(new UploadStream(new ReadOnlyMemoryContent(content).ReadAsStream(), fileName, leaveOpen: false, progress)));

    /// <summary>Creates an upload from a file on disk. The file is opened again for each attempt.</summary>
    /// <param name="path">The path of the file; its last segment becomes the name in Confluence.</param>
    /// <param name="contentType">The media type; null for the usual one for the file extension, see <see cref="ContentType"/>.</param>
    /// <returns>The file to send.</returns>
    /// <exception cref="ArgumentException">The path is empty, or the media type cannot be used.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUpload FromFile(string path, string? contentType = null)
    {
        string fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            throw new FileNotFoundException($"There is no file '{fullPath}' to upload.", fullPath);
        }

        return new FileUpload(Path.GetFileName(fullPath), contentType, isReplayable: true, progress => new StreamContent(new UploadStream(
            new FileStream(fullPath, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan }), fullPath, leaveOpen: false, progress)));
    }

    /// <summary>
    /// Creates an upload from a stream, from its current position to its end. The stream stays open; the caller disposes it.
    /// </summary>
    /// <param name="fileName">The name of the file in Confluence, without a slash.</param>
    /// <param name="content">The stream; one that cannot seek can be sent only once.</param>
    /// <param name="contentType">The media type; null for the usual one for the file extension, see <see cref="ContentType"/>.</param>
    /// <returns>The file to send.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or the name or the media type cannot be used.</exception>
    public static FileUpload FromStream(string fileName, Stream content, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read. It may be closed, or open for writing only.", nameof(content));
        }

        if (content.CanSeek)
        {
            long start = content.Position;
            return new FileUpload(fileName, contentType, isReplayable: true, progress =>
            {
                content.Position = start;
                return new StreamContent(new UploadStream(content, fileName, leaveOpen: true, progress));
            });
        }

        int opened = 0;
        return new FileUpload(fileName, contentType, isReplayable: false, progress => Interlocked.Exchange(ref opened, 1) == 0
            ? new StreamContent(new UploadStream(content, fileName, leaveOpen: true, progress))
            : throw new InvalidOperationException($"The file '{fileName}' comes from a stream that cannot seek, and has already been sent. Create a new FileUpload from a new stream."));
    }

    /// <summary>Returns the same upload, with someone who is told how far it has come.</summary>
    /// <param name="progress">
    /// Is told after each piece how many bytes of the file have been handed to the connection. When the request is sent again, the number begins again.
    /// It is told on the thread that sends, and an exception that it throws ends the attempt.
    /// </param>
    /// <returns>The file to send, in place of this one: a stream that cannot seek can be sent only once by both.</returns>
    public FileUpload WithProgress(IProgress<long> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return new FileUpload(this, progress);
    }

    internal HttpContent CreateContent()
    {
        HttpContent content;
        try
        {
            content = _create(_progress);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            throw new UploadSourceException(FileName, $"it could not be opened ({exception.GetType().Name})", exception);
        }

        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return content;
    }

    private static string CheckName(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            throw new ArgumentException($"The file name '{fileName}' contains a slash, which Confluence does not allow. Use the name without a folder.", nameof(fileName));
        }

        foreach (char character in fileName)
        {
            if (char.IsControl(character))
            {
                throw new ArgumentException($"The file name contains the control character U+{(int)character:X4}, which cannot be sent.", nameof(fileName));
            }
        }

        return fileName;
    }

    private static string CheckContentType(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out _)
            ? contentType
            : throw new ArgumentException($"'{contentType}' is not a media type. Write it as type/subtype, such as image/png.", nameof(contentType));
}
