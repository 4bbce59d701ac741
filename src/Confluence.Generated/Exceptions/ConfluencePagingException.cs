namespace Confluence.Generated;

/// <summary>
/// A list cannot be walked to its end: the server leads in a circle, or says that there are more results but not how to reach them.
/// The pages before it are valid.
/// </summary>
public sealed class ConfluencePagingException : ConfluenceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ConfluencePagingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The token of the page that could not be walked to; null when there is none.</summary>
    public string? ContinuationToken { get; init; }
}
