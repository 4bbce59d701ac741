using System.Globalization;
using Confluence.Generated.Configuration;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Requests;

/// <summary>Describes a call without HTTP objects, so that each attempt can build a new message. Immutable.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Path">The path from the root, percent-encoded, without a query: <c>/wiki/api/v2/pages/123</c>.</param>
internal sealed record ConfluenceRequest(ConfluenceOperation Operation, string Path) : IAskedFor
{
    /// <summary>The query; null for none. It does not change after the request is created.</summary>
    public QueryBuilder? Query { get; init; }

    /// <summary>The query that is sent, without its question mark: that of the operation, then that of the caller; empty if there is none.</summary>
    public string QueryText => Settings.AdditionalQuery is { } additional
        ? QueryBuilder.Merge(Query, QueryBuilder.Of(additional)).ToString()
        : Query?.ToString() ?? string.Empty;

    public RequestBody? Body { get; init; }

    public ConfluenceRequestOptions? Options { get; init; }

    /// <summary>The settings of this call, with or without options from the caller.</summary>
    public CallSettings Settings => Options?.Settings ?? CallSettings.Default;

    /// <summary>What is left of a file whose download broke off; null for all of it.</summary>
    public RestOfFile? Rest { get; init; }

    /// <summary>Whether a failed attempt ends the call, apart from waits for a quota, because the caller then tries something else.</summary>
    public bool IsTriedOnce { get; init; }

    /// <summary>Whether a second attempt can send the same body.</summary>
    public bool IsReplayable => Body is null || Body.IsReplayable;

    /// <summary>The number of results that a list is asked for; null if the request does not say.</summary>
    public int? PageSize => int.TryParse(Query?.Find("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;

    public bool Asks(string parameter) => Query?.Find(parameter) is not null;

    /// <summary>
    /// Throws if an additional parameter has the name of one that the operation sends. Names are compared case-insensitively: how a server treats <c>Limit</c> together with
    /// <c>limit</c> is not documented.
    /// </summary>
    /// <param name="further">Parameters that a later request of the same call sends.</param>
    /// <exception cref="ArgumentException">There is such a parameter.</exception>
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
                    $"{nameof(ConfluenceRequestOptions.AdditionalQuery)} contains '{twice}', a parameter that {Operation.Id} sends itself. Remove it, and use the arguments and options of the operation.");
            }
        }
    }

    /// <summary>Returns the operation, method and path for errors and logs, without the query, which may contain search terms.</summary>
    public override string ToString() => $"{Operation.Id} ({Operation.Method} {Path})";
}
