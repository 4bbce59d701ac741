using System.Text.Json;
using Confluence.Generated.Sites;

namespace Confluence.Generated;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the results.</typeparam>
/// <param name="items">The results of this page; there may be none.</param>
/// <param name="continuationToken">What leads to the next page; null on the last one.</param>
public sealed class ResultPage<T>(IReadOnlyList<T> items, string? continuationToken = null)
{
    /// <summary>The results of this page; there may be none.</summary>
    public IReadOnlyList<T> Items { get; } = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>
    /// What leads to the next page: pass it to <see cref="Paged{T}.AsPages"/> of the same operation with the same options to go on there,
    /// in another process if need be. Null on the last page. Where the server says that there are more results but not how to reach them, the token leads to the
    /// <see cref="ConfluencePagingException"/> that says so. Its form is up to the server.
    /// </summary>
    public string? ContinuationToken { get; } = continuationToken;

    /// <summary>How many results the whole list has, where the server tells; for a search it is an estimate. Otherwise null.</summary>
    public long? TotalSize { get; init; }

    /// <summary>
    /// The address of the site that people open in a browser, with <c>/wiki</c>, also where requests go through the gateway; null when the server does not
    /// tell it. Together with the link of a result it makes the whole address.
    /// </summary>
    public Uri? WebBase => WebAddress.SiteOf(AdditionalProperties);

    /// <summary>What else arrived beside the results, such as <c>_links</c>, under the names of the wire.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, JsonElement>.Empty;
}
