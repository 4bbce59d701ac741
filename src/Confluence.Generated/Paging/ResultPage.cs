using System.Text.Json;
using Confluence.Generated.Sites;

namespace Confluence.Generated;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the results.</typeparam>
/// <param name="items">The results of this page; there may be none.</param>
/// <param name="continuationToken">The token that leads to the next page; null on the last page.</param>
public sealed class ResultPage<T>(IReadOnlyList<T> items, string? continuationToken = null)
{
    /// <summary>The results of this page; there may be none.</summary>
    public IReadOnlyList<T> Items { get; } = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>
    /// The token that leads to the next page: pass it to <see cref="Paged{T}.AsPages"/> of the same operation with the same options to continue there,
    /// also in another process. Null on the last page. If the server says that there are more results but not how to reach them, the token leads to a
    /// <see cref="ConfluencePagingException"/> that says so. Its format is up to the server.
    /// </summary>
    public string? ContinuationToken { get; } = continuationToken;

    /// <summary>The number of results in the whole list, an estimate for a search; null if the server does not report it.</summary>
    public long? TotalSize { get; init; }

    /// <summary>
    /// The address of the site for a browser, with <c>/wiki</c>, even if requests go through the gateway; null if the server does not
    /// report it. Together with the link of a result, it forms the whole address.
    /// </summary>
    public Uri? WebBase => WebAddress.SiteOf(AdditionalProperties);

    /// <summary>The other members of the answer, such as <c>_links</c>, by their names in JSON.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, JsonElement>.Empty;
}
