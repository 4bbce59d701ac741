using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Answers.Decoding;
using Confluence.Generated.Errors;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Answers;

/// <summary>
/// The answer to one attempt: the status and headers, and the body in a rented buffer. The content of a download is not read; it stays in the response.
/// The class is not disposable, so that no strategy of a pipeline disposes an answer that the call still reports: the call releases it.
/// </summary>
internal sealed class HttpAnswer(HttpResponseMessage response, DateTimeOffset arrivedAt) : IFailedAnswer
{
    private const int MaxRequestId = 100;

    private static readonly TimeSpan s_sameTime = TimeSpan.FromSeconds(3);

    private byte[]? _buffer;
    private int _length;

    public HttpResponseMessage Response { get; } = response;

    /// <summary>When the answer arrived, by the clock of this machine.</summary>
    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    /// <summary>
    /// The current time for points in time that the server names: that of this machine, unless its clock and the server's are far apart.
    /// The server truncates its own time to whole seconds.
    /// </summary>
    public DateTimeOffset ServerTime => Response.Headers.Date is { } date && (date - ArrivedAt).Duration() > s_sameTime ? date : ArrivedAt;

    public HttpStatusCode StatusCode => Response.StatusCode;

    public bool IsSuccess => Response.IsSuccessStatusCode;

    /// <summary>Whether the connection broke before the body of a refusal was complete.</summary>
    public bool IsBodyCutOff { get; set; }

    /// <summary>The host that redirects led to; null if the configured server itself answered.</summary>
    public string? ContentHost { get; init; }

    /// <summary>The credential that the request carried; null for none.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>Other values of the request that may be secret.</summary>
    public IEnumerable<string> AdditionalValues { get; init; } = [];

    /// <summary>The values that must not be shown if the server echoes them.</summary>
    public SecretValues Secrets => field ??= SecretValues.Of(Authorization, AdditionalValues);

    /// <summary>The body. It must not be used after the answer is released.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    public string? CharSet => Response.Content.Headers.ContentType?.CharSet;

    public (Uri? Own, Uri? Target) Addresses => (Response.RequestMessage?.RequestUri, Response.Headers.Location);

    public string? CredentialScheme => Response.RequestMessage?.Headers.Authorization?.Scheme;

    public TimeSpan? RetryAfter => Answers.RetryAfter.Of(this, ArrivedAt);

    /// <summary>Whether the answer has quota headers; most answers do not.</summary>
    public bool TellsQuota => Response.Headers.NonValidated.Contains("X-RateLimit-Remaining") || Response.Headers.NonValidated.Contains("X-RateLimit-NearLimit");

    public ConfluenceQuota? Quota => QuotaHeaders.Of(this, ArrivedAt);

    public string? ContentType => Response.Content.Headers.ContentType?.MediaType;

    /// <summary>Gets the first value of a header; null if it did not arrive.</summary>
    public string? Header(string name) =>
        Response.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;

    /// <summary>Gets all values of a header in one text; null if it did not arrive.</summary>
    public string? Headers(string name) =>
        Response.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? string.Join(", ", values) : null;

    /// <summary>The id by which Atlassian can find the request, safe for messages and logs.</summary>
    public string? RequestId => Clean(Header("atl-request-id") ?? Header("atl-traceid"), MaxRequestId);

    /// <summary>The beginning of the body as text, safe for messages and logs; null if there is none.</summary>
    public string? Excerpt => SafeText.Excerpt(Body, Secrets);

    /// <summary>The title of a body that is a web page, safe for messages and logs; null if it has none.</summary>
    public string? PageTitle => SafeText.HtmlTitle(Secrets.Scrub(SafeText.Decode(Body, 0, 16 * 1024)));

    /// <summary>Makes text of the answer safe for messages and logs; null if nothing is left of it.</summary>
    public string? Clean(string? text, int maxLength) => text is null ? null : SafeText.Clean(Secrets.Scrub(text), maxLength);

    /// <summary>Gets the text of the body around a position, safe for messages and logs; null if there is none.</summary>
    public string? ExcerptAround(long position) => SafeText.ExcerptAround(Body, position, Secrets);

    /// <summary>Reads the whole body.</summary>
    /// <param name="maxLength">The most bytes to read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>False if the body is longer; what was read is kept.</returns>
    public async ValueTask<bool> ReadBodyAsync(long maxLength, CancellationToken cancellationToken)
    {
        // The announced length is only a hint: it may be wrong, and it differs for compressed content.
        int hint = (int)Math.Min(Math.Clamp(Response.Content.Headers.ContentLength ?? 0, 4096, 1 << 20), maxLength);
        _buffer = ArrayPool<byte>.Shared.Rent(hint + 1);
        Stream stream = await ContentDecoder.OpenAsync(Response.Content, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                while (true)
                {
                    if (_length == _buffer.Length)
                    {
                        Grow(maxLength);
                    }

                    int read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
                    _length += read;
                    if (read == 0)
                    {
                        return true;
                    }

                    if (_length > maxLength)
                    {
                        _length = (int)maxLength;
                        return false;
                    }
                }
            }
            catch (InvalidOperationException exception) when (ContentDecoder.IsDamage(exception))
            {
                throw new InvalidDataException("The compressed content is damaged.", exception);
            }
        }
    }

    /// <summary>Releases the buffer and the connection.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Response.Dispose();
    }

    private void Grow(long maxLength)
    {
        byte[] small = _buffer!; // Rented before the first read.
        byte[] large = ArrayPool<byte>.Shared.Rent((int)Math.Min(small.Length * 2L, maxLength + 1));
        small.AsSpan(0, _length).CopyTo(large);
        _buffer = large;
        ArrayPool<byte>.Shared.Return(small);
    }
}
