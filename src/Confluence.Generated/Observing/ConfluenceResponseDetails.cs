using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Confluence.Generated;

/// <summary>
/// Describes an answer, without its body; the argument of <see cref="ConfluenceRequestOptions.OnResponse"/>. It does not change,
/// references neither the body nor the connection, and may be kept.
/// </summary>
/// <param name="operation">The operation that was called.</param>
/// <param name="statusCode">The status of the answer.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceResponseDetails(ConfluenceOperation operation, HttpStatusCode statusCode)
{
    /// <summary>The operation that was called.</summary>
    public ConfluenceOperation Operation { get; } = operation ?? throw new ArgumentNullException(nameof(operation));

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>
    /// The headers of the answer and of its content, with case-insensitive names. Headers that carry secrets, such as cookies and tokens,
    /// are omitted; so is the query of an address that the answer points to. Control characters are replaced by spaces, and very long values are cut.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The id by which Atlassian's support can find the request; null if the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The rate limit in the answer; null if there is none, as in most answers.</summary>
    public ConfluenceQuota? Quota { get; init; }

    /// <summary>How many attempts the call took, including the one for this answer.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How long the call took, with all attempts and waits, until the body arrived; for a download, until its content began.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The number of the page in its walk, counted from 1 where the walk began; null if the operation is not paged.</summary>
    public int? PageNumber { get; init; }

    /// <summary>The client's result, which it retrieves after a caller's pipeline has run.</summary>
    internal object? Result { get; init; }

    /// <summary>Returns the operation and its outcome.</summary>
    /// <returns>For example <c>getPages (GET /wiki/api/v2/pages): 200, page 2, attempts 1, 0.12 s</c>.</returns>
    public override string ToString()
    {
        string page = PageNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $", page {number}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{Operation}: {(int)StatusCode}{page}, attempts {Attempts}, {Duration.TotalSeconds:0.###} s");
    }
}
