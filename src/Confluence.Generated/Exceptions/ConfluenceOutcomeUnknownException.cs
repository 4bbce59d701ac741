using System.Net;

namespace Confluence.Generated;

/// <summary>
/// Thrown when a write was sent and its answer was lost, or something other than Confluence answered it (the page of a proxy or a login, another host after a redirect),
/// so it may or may not have been carried out. Check before you call again: the client does not repeat such a call, because that could carry it out twice.
/// </summary>
public sealed class ConfluenceOutcomeUnknownException : ConfluenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">How the answer was lost.</param>
    public ConfluenceOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether all of the request was handed to the connection, so that Confluence may have it complete. Null if the client cannot tell, because a handler of the given
    /// <see cref="HttpClient"/> failed without having read the request. A request that broke off while it was being sent throws a <see cref="ConfluenceConnectionException"/> instead, because no server carries it out.
    /// </summary>
    public bool? WasSentCompletely { get; init; }

    /// <summary>
    /// How to find out whether the write was carried out: a sentence that names the operation to look with, and what to look for; it is part of the message too. Null if the library knows
    /// nothing better than to read again what the call writes.
    /// </summary>
    public string? HowToFindOut { get; init; }

    /// <summary>The status, if one arrived before the answer was lost, including the 502 or 504 of a gateway; otherwise null.</summary>
    public HttpStatusCode? StatusCode { get; init; }
}
