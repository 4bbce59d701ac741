using System.Diagnostics;

namespace Confluence.Generated.Retrieval;

/// <summary>A part that a retrieval could not get, and why.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RetrievalGap
{
    /// <summary>Makes a gap; retrievals do, and so may tests of calling code.</summary>
    /// <param name="subject">What is missing, for a person to read: <c>the footer comments of page 98400</c>.</param>
    /// <param name="reason">Why it is missing and what to do about it.</param>
    public RetrievalGap(string subject, string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Subject = subject;
        Reason = reason;
    }

    /// <summary>What is missing, for a person to read: <c>the footer comments of page 98400</c>.</summary>
    public string Subject { get; }

    /// <summary>Why it is missing and what to do about it.</summary>
    public string Reason { get; }

    /// <summary>What the call for it ended with: a refusal, a timeout, a lost connection, an answer that cannot be read; null when the gap has another cause.</summary>
    public ConfluenceException? Error { get; init; }

    /// <summary>
    /// Whether the API has no way to give it at all: a known limit, and no failure of this run. A retrieval with no other gaps is complete.
    /// </summary>
    public bool IsLimit { get; init; }

    /// <summary>The id of the page, blog post, comment or other content that the gap belongs to; null when it belongs to none.</summary>
    public string? ContentId { get; init; }

    /// <summary>The gap in one sentence.</summary>
    /// <returns>The subject and the reason.</returns>
    public override string ToString() => $"{Subject}: {Reason}";

    /// <summary>The same reason for something else.</summary>
    internal RetrievalGap About(string subject) => new(subject, Reason) { Error = Error, ContentId = ContentId, IsLimit = IsLimit };

    /// <summary>The gap that a failure leaves.</summary>
    internal static RetrievalGap Of(string subject, ConfluenceException error, string? contentId = null) =>
        new(subject, error.Message) { Error = error, ContentId = contentId };
}
