namespace Confluence.Generated;

/// <summary>
/// Thrown when a time limit ran out: that of an attempt, if repeating did not help, or that of the whole call.
/// A call that is cancelled by its own token throws an <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class ConfluenceTimeoutException : ConfluenceConnectionException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public ConfluenceTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The limit that ran out; null if it was not one of this client's.</summary>
    public TimeSpan? Limit { get; init; }
}
