namespace Confluence.Generated.Answers.Decoding;

/// <summary>
/// Decompresses answers. The framework's handler could, but it takes compressed content that was cut off for complete; this notices.
/// Where the handler of a given <see cref="HttpClient"/> has decompressed already, nothing is left to do.
/// </summary>
internal static class ContentDecoder
{
    /// <summary>What requests ask for.</summary>
    public static readonly string[] Encodings = ["gzip", "deflate", "br"];

    /// <summary>Whether content is compressed in a way that is undone here.</summary>
    public static bool IsEncoded(HttpContent content) => content.Headers.ContentEncoding.Any(static encoding => Find(encoding) is not null);

    /// <summary>Opens content and undoes its compression.</summary>
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

    /// <summary>Whether an exception of a stream says that compressed content is damaged. Brotli of the framework reports it as an invalid operation.</summary>
    public static bool IsDamage(Exception exception) => exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private static Func<Stream, Stream>? Find(string encoding) => encoding.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => static stream => new InflatedStream(stream, isGzip: true),
        "DEFLATE" => static stream => new InflatedStream(stream, isGzip: false),
        "BR" => static stream => new BrotliContentStream(stream),
        _ => null,
    };
}
