using System.Buffers;
using System.Text.Json;

namespace Confluence.Cli.Export;

/// <summary>Writes a file of JSON objects, one a line, in UTF-8.</summary>
internal sealed class NdjsonFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _writer;

    /// <summary>Creates the file, or empties the one that is there.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="IOException">It cannot be created, or another program is writing it.</exception>
    public NdjsonFile(string path)
    {
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        _writer = new Utf8JsonWriter(_line, WireJson.WriterOptions);
    }

    /// <summary>Gets the number of lines written.</summary>
    public long Lines { get; private set; }

    /// <summary>Writes a line.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes the object as JSON.</param>
    /// <param name="cancellationToken">Ends the writing early; the file is then of no use.</param>
    public async ValueTask WriteLineAsync<T>(T value, Action<Utf8JsonWriter, T> write, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        _writer.Reset();
        write(_writer, value);
        _writer.Flush();
        _line.Write("\n"u8);
        await _stream.WriteAsync(_line.WrittenMemory, cancellationToken).ConfigureAwait(false);
        Lines++;
    }

    /// <summary>Brings everything to the disk, so that a file moved into place afterwards is whole even after a power cut.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }
}
