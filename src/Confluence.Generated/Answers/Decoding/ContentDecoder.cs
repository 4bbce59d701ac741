namespace Confluence.Generated.Answers.Decoding;

/// <summary>
/// Decompresses answers. The framework's handler treats compressed content that was cut off as complete; this class detects it.
/// If the handler of a given <see cref="HttpClient"/> has already decompressed an answer, nothing is left to do.
/// </summary>
internal static class ContentDecoder
{
    /// <summary>The encodings that requests ask for.</summary>
    public static readonly string[] Encodings = ["gzip", "deflate", "br"];

    /// <summary>Whether content has a compression that this class supports.</summary>
    public static bool IsEncoded(HttpContent content) => content.Headers.ContentEncoding.Any(static encoding => Find(encoding) is not null);

    /// <summary>Opens content and decompresses it.</summary>
    public static ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Task<Stream> opening = content.ReadAsStreamAsync(cancellationToken);
        return content.Headers.NonValidated.Contains("Content-Encoding") ? DecodeAsync(content, opening) : new ValueTask<Stream>(opening);
    }

    private static async ValueTask<Stream> DecodeAsync(HttpContent content, Task<Stream> opening)
    {
        Stream stream = await opening.ConfigureAwait(false);
        foreach (string encoding in content.Headers.ContentEncoding.Reverse())
        {
            stream = Find(encoding)?.Invoke(stream) ?? stream;
        }

        return stream;
    }

    /// <summary>Whether an exception of a stream means that compressed content is damaged. The framework's Brotli stream reports it as an invalid operation.</summary>
    public static bool IsDamage(Exception exception) => exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private static Func<Stream, Stream>? Find(string encoding) => encoding.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => static stream => new InflatedStream(stream, isGzip: true),
        "DEFLATE" => static stream => new InflatedStream(stream, isGzip: false),
        "BR" => static stream => new BrotliContentStream(stream),
        _ => null,
    };
}
