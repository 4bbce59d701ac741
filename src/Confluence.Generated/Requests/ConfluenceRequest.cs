using System.Globalization;
using Confluence.Generated.Configuration;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Requests;

/// <summary>One call, described without any HTTP object, so that each attempt can build its message afresh. Immutable.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Path">The path from the root, percent-encoded, without a query: <c>/wiki/api/v2/pages/123</c>.</param>
internal sealed record ConfluenceRequest(ConfluenceOperation Operation, string Path) : IAskedFor
{
    /// <summary>The query; null for none. It is not changed once the request exists.</summary>
    public QueryBuilder? Query { get; init; }

    /// <summary>The query that is sent, without its question mark: the operation's, then what the caller adds; empty when there is none.</summary>
    public string QueryText => Settings.AdditionalQuery is { } additional
        ? QueryBuilder.Merge(Query, QueryBuilder.Of(additional)).ToString()
        : Query?.ToString() ?? string.Empty;

    public RequestBody? Body { get; init; }

    public ConfluenceRequestOptions? Options { get; init; }

    /// <summary>What holds for this call, whether the caller gave options or not.</summary>
    public CallSettings Settings => Options?.Settings ?? CallSettings.Default;

    /// <summary>Whether a failed attempt is the end, apart from waits for a quota: the caller tries something else then.</summary>
    public bool IsTriedOnce { get; init; }

    /// <summary>Whether a second attempt can send the same body.</summary>
    public bool IsReplayable => Body is null || Body.IsReplayable;

    /// <summary>How many results a list is asked for; null when the request does not say.</summary>
    public int? PageSize => int.TryParse(Query?.Find("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;

    public bool Asks(string parameter) => Query?.Find(parameter) is not null;

    /// <summary>
    /// Refuses additional parameters with the name of one that the operation sends. Names are compared in any case: what a server does with <c>Limit</c> beside
    /// <c>limit</c> is not told.
    /// </summary>
    /// <param name="further">Parameters that a later request of the same call sends.</param>
    /// <exception cref="ArgumentException">There is one.</exception>
    public void ThrowIfSentTwice(params IEnumerable<string> further)
    {
        if (Settings.AdditionalQuery is not { } additional)
        {
            return;
        }

        foreach (string name in further.Concat(Query?.Names ?? []))
        {
            if (additional.Keys.FirstOrDefault(added => added.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } twice)
            {
                throw new ArgumentException(
                    $"{nameof(ConfluenceRequestOptions.AdditionalQuery)} holds '{twice}', a parameter that {Operation.Id} sends itself. Take it out there, and use the arguments and options of the operation.");
            }
        }
    }

    /// <summary>The operation, method and path, as errors and logs show them: never the query, which may hold what people searched for.</summary>
    public override string ToString() => $"{Operation.Id} ({Operation.Method} {Path})";
}
