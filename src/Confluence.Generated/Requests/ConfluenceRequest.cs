using System.Globalization;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Requests;

/// <summary>One call, described without any HTTP object, so that each attempt can build its message afresh. Immutable.</summary>
/// <param name="operation">The operation that is called.</param>
/// <param name="path">The path from the root, percent-encoded, without a query: <c>/wiki/api/v2/pages/123</c>.</param>
internal sealed class ConfluenceRequest(ConfluenceOperation operation, string path) : IAskedFor
{
    public ConfluenceOperation Operation { get; } = operation;

    public string Path { get; } = path;

    /// <summary>The query; null for none. It is not changed once the request exists.</summary>
    public QueryBuilder? Query { get; init; }

    public RequestBody? Body { get; init; }

    public ConfluenceRequestOptions? Options { get; init; }

    /// <summary>Whether a failed attempt is the end, apart from waits for a quota: the caller tries something else then.</summary>
    public bool IsTriedOnce { get; init; }

    /// <summary>Whether a second attempt can send the same body.</summary>
    public bool IsReplayable => Body is null || Body.IsReplayable;

    /// <summary>How many results a list is asked for; null when the request does not say.</summary>
    public int? PageSize => int.TryParse(Query?.Find("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;

    public bool Asks(string parameter) => Query?.Find(parameter) is not null;

    /// <summary>The same call with another query.</summary>
    public ConfluenceRequest WithQuery(QueryBuilder query) => new(Operation, Path) { Query = query, Body = Body, Options = Options, IsTriedOnce = IsTriedOnce };

    /// <summary>The same call, which is not repeated when an attempt fails.</summary>
    public ConfluenceRequest TriedOnce() => new(Operation, Path) { Query = Query, Body = Body, Options = Options, IsTriedOnce = true };

    /// <summary>The operation, method and path, as errors and logs show them: never the query, which may hold what people searched for.</summary>
    public override string ToString() => $"{Operation.Id} ({Operation.Method} {Path})";
}
