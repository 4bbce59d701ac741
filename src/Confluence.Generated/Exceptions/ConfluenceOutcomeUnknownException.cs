using System.Net;

namespace Confluence.Generated;

/// <summary>
/// A write was sent and its answer was lost, or something other than Confluence answered it (the page of a proxy or a login, another host after a redirect),
/// so it may have been carried out or not. Look before you call again: the client does not repeat such a call, because that could carry it out twice.
/// </summary>
public sealed class ConfluenceOutcomeUnknownException : ConfluenceException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">How the answer was lost.</param>
    public ConfluenceOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status, if one arrived before the answer was lost, also the 502 or 504 of a gateway; otherwise null.</summary>
    public HttpStatusCode? StatusCode { get; init; }
}
