namespace Confluence.Generated;

/// <summary>The server could not be reached, or the connection broke before the answer was complete.</summary>
public class ConfluenceConnectionException : ConfluenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public ConfluenceConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
