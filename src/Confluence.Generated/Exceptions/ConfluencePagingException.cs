namespace Confluence.Generated;

/// <summary>
/// Thrown when a list cannot be walked to its end: the server leads in a circle, or says that there are more results but not how to reach them.
/// The previous pages are valid.
/// </summary>
public sealed class ConfluencePagingException : ConfluenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ConfluencePagingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The token of the page that could not be reached; null if there is none.</summary>
    public string? ContinuationToken { get; init; }
}
