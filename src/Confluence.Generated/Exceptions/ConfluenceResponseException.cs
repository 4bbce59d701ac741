using System.Net;

namespace Confluence.Generated;

/// <summary>Thrown when the server reported success, but its answer cannot be read; or when a property is read whose member is missing in the answer.</summary>
public sealed class ConfluenceResponseException : ConfluenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public ConfluenceResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the answer; null if a property was read whose member is missing in the answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// The type that the answer should have been read as; with <see cref="Member"/>, the type of the object in it that lacks the member.
    /// Null if it does not matter.
    /// </summary>
    public string? TypeName { get; init; }

    /// <summary>
    /// The JSON name of the member that is missing in this answer, is null, or is not of its type, although answers usually contain it;
    /// null if the answer fails for another reason. See <see cref="ConfluenceClientOptions.ValidateResponses"/>.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>Where reading stopped, in bytes from the beginning of the answer; null if it never began.</summary>
    public long? BytePosition { get; init; }

    /// <summary>
    /// The text around the position where reading stopped, cut to a few hundred characters. It is not part of the message, because it may include content.
    /// </summary>
    public string? Excerpt { get; init; }

    /// <summary>The id by which Atlassian's support can find the request; null if the answer has none.</summary>
    public string? RequestId { get; init; }
}
