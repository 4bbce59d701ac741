using System.Net;

namespace Confluence.Generated;

/// <summary>The server reported success, but its answer cannot be read; or a property was read whose member did not come with the answer.</summary>
public sealed class ConfluenceResponseException : ConfluenceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public ConfluenceResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the answer; null when a property was read whose member did not come with the answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// The type that the answer should have been read as; with <see cref="Member"/>, the type of the object in it that lacks the member.
    /// Null when it does not matter.
    /// </summary>
    public string? TypeName { get; init; }

    /// <summary>
    /// The member, by its name in JSON, that this answer lacks, has as null, or has as something else than its type, although answers usually carry it;
    /// null when the answer fails for another reason. See <see cref="ConfluenceClientOptions.ValidateResponses"/>.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>Where reading stopped, in bytes from the beginning of the answer; null when it never began.</summary>
    public long? BytePosition { get; init; }

    /// <summary>
    /// The text around the place where reading stopped, cut to a few hundred characters. It is not part of the message, because it may hold content.
    /// </summary>
    public string? Excerpt { get; init; }

    /// <summary>The id under which Atlassian's support can find the request; null when the answer named none.</summary>
    public string? RequestId { get; init; }
}
