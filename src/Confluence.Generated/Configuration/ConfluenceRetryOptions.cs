namespace Confluence.Generated;

/// <summary>
/// When and how failed attempts are repeated.
/// A call that was refused because of the rate limit (429) is repeated whatever its method; after 408, 502, 503, 504 and lost connections
/// only idempotent calls are repeated; after any other 5xx they are repeated only when the server names a time to wait.
/// A call that only reads is repeated too when its answer is not JSON, as when a proxy answers in the server's place.
/// A call whose body comes from a stream that cannot seek is never repeated, nor is one whose file cannot be read.
/// </summary>
/// <remarks>
/// A server that has not answered this client yet is probably at another address: then a host name that does not exist, a certificate that is not trusted and a
/// proxy that refuses are not asked again, and a connection that cannot be made is tried once more. A failing name service is asked like any other, and so is
/// everything once the server has answered: then what fails is the network.
/// </remarks>
public sealed class ConfluenceRetryOptions
{
    /// <summary>
    /// How many times a call is repeated at most, after its first attempt. From 0, which turns repeating off, to 100; the default is 4.
    /// The waits that <see cref="ConfluenceRequestOptions.MaxWait"/> allows are not counted.
    /// </summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>
    /// The wait before the first repetition when the server names none; each further wait is twice as long, and each varies by chance
    /// between half of its length and the whole. From zero to one day; the default is one second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that the client chooses by itself. From zero to one day; the default is 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest wait that the client accepts from the server's <c>Retry-After</c>. When the server asks for more, the call fails at once
    /// and the exception tells the time, since trying earlier is known to fail. From zero to one day; the default is 60 seconds.
    /// It does not apply to calls with <see cref="ConfluenceRequestOptions.MaxWait"/>.
    /// A wait of zero, of less, of more than a day, or one that cannot be read counts as not named: then the client's own waits apply.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    internal ConfluenceRetryOptions Copy() => (ConfluenceRetryOptions)MemberwiseClone();

    internal void Validate()
    {
        if (MaxRetries is < 0 or > 100)
        {
            throw new ArgumentException($"The option Retry.{nameof(MaxRetries)} is {MaxRetries}; it must lie between 0 and 100.");
        }

        Check(BaseDelay, nameof(BaseDelay));
        Check(MaxDelay, nameof(MaxDelay));
        Check(MaxRetryAfter, nameof(MaxRetryAfter));
    }

    private static void Check(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"The option Retry.{name} is {value}; it must lie between zero and one day.");
        }
    }
}
