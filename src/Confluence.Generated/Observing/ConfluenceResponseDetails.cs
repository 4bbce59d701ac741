using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Confluence.Generated;

/// <summary>
/// What an answer was like, apart from its body; the argument of <see cref="ConfluenceRequestOptions.OnResponse"/>. It does not change,
/// holds on to neither the body nor the connection, and may be kept.
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
    /// The headers of the answer and of its content, under case-insensitive names. Those that carry secrets, such as cookies and tokens,
    /// are left out; so is the query of an address that the answer points to. Control characters are blanks, and very long values are cut.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The id under which Atlassian's support can find the request; null when the answer named none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the answer said about the rate limit; null when it said nothing, as most do.</summary>
    public ConfluenceQuota? Quota { get; init; }

    /// <summary>How many attempts the call took, this answer's included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How long the call took, with all attempts and the waits between them, until the body had arrived; for a download, until its content began.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Which page of its walk this is, counted from 1 where the walk began; null when the operation is not paged.</summary>
    public int? PageNumber { get; init; }

    /// <summary>What the client made of the answer, for it to find again behind the pipeline of a caller.</summary>
    internal object? Result { get; init; }

    /// <summary>What was called, and what came of it.</summary>
    /// <returns>For example <c>getPages (GET /wiki/api/v2/pages): 200, page 2, attempts 1, 0.12 s</c>.</returns>
    public override string ToString()
    {
        string page = PageNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $", page {number}") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{Operation}: {(int)StatusCode}{page}, attempts {Attempts}, {Duration.TotalSeconds:0.###} s");
    }
}
