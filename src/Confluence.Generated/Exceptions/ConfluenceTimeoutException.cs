namespace Confluence.Generated;

/// <summary>
/// A time limit of the client ran out: the one for an attempt, and repeating did not help, or the one for the whole call.
/// A call that its own cancellation token ended throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ConfluenceTimeoutException : ConfluenceConnectionException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public ConfluenceTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The limit that ran out; null when it was not one of this client's.</summary>
    public TimeSpan? Limit { get; init; }
}
