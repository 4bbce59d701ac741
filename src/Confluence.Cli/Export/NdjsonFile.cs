using Confluence.Cli.Files;
using Confluence.Cli.Lines;

namespace Confluence.Cli.Export;

/// <summary>A growing file of lines of JSON, in UTF-8. It is created with its first line.</summary>
internal sealed class NdjsonFile(string path) : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private FileStream? _stream;

    /// <summary>Gets the number of lines written.</summary>
    public long Lines { get; private set; }

    /// <summary>Writes a line.</summary>
    /// <param name="line">The line, its end included.</param>
    /// <param name="cancellationToken">Ends the writing early; the file is then of no use.</param>
    /// <exception cref="IOException">The file cannot be created or written.</exception>
    public async ValueTask WriteAsync(JsonLine line, CancellationToken cancellationToken)
    {
        _stream ??= PrivateFile.Create(path, BufferSize);
        await _stream.WriteAsync(line.Utf8, cancellationToken).ConfigureAwait(false);
        Lines++;
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}
