using Confluence.Generated.Raw;

namespace Confluence.Generated;

/// <summary>Settings of a single call of <see cref="RawClient"/>.</summary>
public record RawOptions : ConfluenceRequestOptions
{
    /// <summary>
    /// Whether carrying out the request twice has the same effect as once, so that the client may send it again when its answer is lost or the server fails. Null, the default, means
    /// true for GET, HEAD, PUT and DELETE, and false for POST and PATCH. Set true for a POST that only reads, and false for a PUT or DELETE that must not be repeated.
    /// A refusal with status 429 is repeated in any case: nothing was carried out.
    /// </summary>
    public bool? IsIdempotent { get; init; }

    /// <summary>
    /// The name of the request in errors, logs, traces and metrics, such as <c>Whiteboards.Export</c>. Null, the default, means <c>Raw.Get</c> and the like. Metrics are kept by name: do
    /// not put ids into it.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? OperationName
    {
        get;
        init => field = RawNames.CheckName(value);
    }

    /// <summary>
    /// The path with its parameters in braces, such as <c>/wiki/api/v2/whiteboards/{id}/export</c>, for traces. Null, the default, names only the API: the path itself, which
    /// may contain ids, never appears in traces.
    /// </summary>
    /// <exception cref="ArgumentException">The template does not begin with <c>/wiki/</c>, or has a query.</exception>
    public string? PathTemplate
    {
        get;
        init => field = RawNames.CheckTemplate(value);
    }
}
