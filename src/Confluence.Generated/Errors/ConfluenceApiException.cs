using System.Net;
using Confluence.Generated.Answers;

namespace Confluence.Generated;

/// <summary>
/// Thrown when the server refused a call. <see cref="Kind"/> says what is probably wrong, which the status alone often does not:
/// a refused credential, for example, arrives as 401, 403 or 404. The message says what was called, what the server said and what to do.
/// </summary>
public sealed class ConfluenceApiException : ConfluenceException
{
    /// <summary>Creates the exception. Tests of calling code may do so too.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="kind">What is probably wrong.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ConfluenceApiException(string message, HttpStatusCode statusCode, ConfluenceErrorKind kind, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Kind = kind;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>What is probably wrong.</summary>
    public ConfluenceErrorKind Kind { get; }

    /// <summary>
    /// Whether the answer to an earlier attempt of this call was lost, so that what was refused now may have been carried out before: a
    /// <see cref="ConfluenceErrorKind.VersionConflict"/> may then be one with the write of the same call.
    /// </summary>
    public bool WasAnswerLost { get; init; }

    /// <summary>The errors that the server reported; empty if its answer contained nothing readable.</summary>
    public IReadOnlyList<ConfluenceError> Errors { get; init; } = [];

    /// <summary>The OAuth scopes that the operation needs; empty if the reference names none.</summary>
    public IReadOnlyList<string> Scopes => Operation?.Scopes ?? [];

    /// <summary>The Confluence permission that the operation needs; null if the reference names none.</summary>
    public string? Permission => Operation?.Permission;

    /// <summary>The id by which Atlassian's support can find the request; null if the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the server asks the client to wait before the next attempt; null if it named no valid time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The rate limit in the answer; null if there is none.</summary>
    public ConfluenceQuota? Quota { get; init; }

    /// <summary>The beginning of the answer's body, cut to a few hundred characters; null if it was empty.</summary>
    public string? Excerpt { get; init; }
}
