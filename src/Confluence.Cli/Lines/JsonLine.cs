using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Confluence.Cli.Lines;

/// <summary>
/// Makes lines of newline-delimited JSON: an object as the site sent it, its points in time all to the millisecond, with one more member at its end,
/// <c>_retrieval</c>, which says where it came from. The buffers are used again for each line.
/// </summary>
internal sealed class JsonLine
{
    // Text stays readable, since no browser will take a file or a terminal for a page.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _model = new();
    private readonly ArrayBufferWriter<byte> _sent = new();
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Gets the line, its end included. It changes with the next <see cref="Write"/>.</summary>
    public ReadOnlyMemory<byte> Utf8 => _line.WrittenMemory;

    /// <summary>Gives the line, its end included, as text.</summary>
    public string Text() => Encoding.UTF8.GetString(_line.WrittenSpan);

    /// <summary>Makes a line.</summary>
    /// <typeparam name="T">The type of the object, a model of the library.</typeparam>
    /// <param name="model">The object.</param>
    /// <param name="retrieval">Where it came from.</param>
    public void Write<T>(T model, RetrievalNote retrieval) => Write(writer => JsonSerializer.Serialize(writer, model), retrieval);

    /// <summary>Makes a line.</summary>
    /// <param name="write">Writes the object.</param>
    /// <param name="retrieval">Where it came from.</param>
    public void Write(Action<Utf8JsonWriter> write, RetrievalNote retrieval)
    {
        _model.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(_model, s_options))
        {
            write(writer);
        }

        ReadOnlySpan<byte> wire = _model.WrittenSpan;
        if (wire is not [(byte)'{', .., (byte)'}'])
        {
            throw new ArgumentException($"What stands in a line of the kind '{retrieval.Kind}' is no object in JSON, so no member can be added to it.", nameof(write));
        }

        _sent.ResetWrittenCount();
        _sent.Write(wire[..^1]);
        _sent.Write(wire.Length == 2 ? "\"_retrieval\":"u8 : ",\"_retrieval\":"u8);
        using (Utf8JsonWriter writer = new(_sent, s_options))
        {
            retrieval.Write(writer);
        }

        _sent.Write("}"u8);
        _line.ResetWrittenCount();
        OneTimeForm.Copy(_sent.WrittenSpan, _line);
        _line.Write("\n"u8);
    }
}
