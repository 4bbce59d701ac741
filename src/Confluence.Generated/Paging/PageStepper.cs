using System.Globalization;
using Confluence.Generated.Http;
using Confluence.Generated.Json;

namespace Confluence.Generated.Paging;

/// <summary>How one style of paging asks for a page and finds the next one. One instance serves one walk.</summary>
internal abstract class PageStepper(ConfluenceRequest first)
{
    protected ConfluenceRequest First { get; } = first;

    public static PageStepper Create(PagingStyle style, ConfluenceRequest first) => style switch
    {
        PagingStyle.Cursor => new CursorStepper(first),
        PagingStyle.Offset => new OffsetStepper(first),
        PagingStyle.Search => new SearchStepper(first),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of paging."),
    };

    /// <summary>The token under which the page that the original request asks for would be reached; null when it is simply the first.</summary>
    public abstract string? InitialToken { get; }

    /// <summary>The request for the page that a token leads to.</summary>
    /// <exception cref="ArgumentException">The token is none of this style.</exception>
    public abstract ConfluenceRequest RequestFor(string token);

    /// <summary>The token of the page after this one; null at the end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token that led to it; null for the first page.</param>
    public abstract string? NextOf<T>(PageAnswer<T> page, string? token)
        where T : IJsonModel<T>;

    /// <summary>The next link of a page: the body's, or the header's when the body has no links at all.</summary>
    protected static string? LinkOf<T>(PageAnswer<T> page)
        where T : IJsonModel<T> => page.HasLinks ? page.Next : NextLink.FromHeader(page.LinkHeader);

    /// <summary>The error for a token of another list; the parameter is the one of <see cref="Paged{T}.AsPages"/>.</summary>
    private static ArgumentException Foreign(string parameter) =>
        new("The continuation token is none of this list: it must be the one that a page of the same operation gave.", parameter);

    /// <summary>v2: the token is the cursor.</summary>
    private sealed class CursorStepper(ConfluenceRequest first) : PageStepper(first)
    {
        public override string? InitialToken => First.Query?.Find("cursor");

        public override ConfluenceRequest RequestFor(string token) => First.WithQuery(QueryBuilder.With(First.Query, "cursor", token));

        public override string? NextOf<T>(PageAnswer<T> page, string? token) =>
            page.Results.Count == 0 ? null : NextLink.CursorOf(LinkOf(page)); // An empty page may carry a next link, and nothing follows it.
    }

    /// <summary>Lists of v1: the token is the number of results before the page.</summary>
    private sealed class OffsetStepper(ConfluenceRequest first) : PageStepper(first)
    {
        private string? _lastFingerprint;

        public override string? InitialToken => First.Query?.Find("start");

        public override ConfluenceRequest RequestFor(string token) => TryStart(token, out _)
            ? First.WithQuery(QueryBuilder.With(First.Query, "start", token))
            : throw Foreign("continuationToken");

        public override string? NextOf<T>(PageAnswer<T> page, string? token)
        {
            long start = TryStart(token ?? InitialToken, out long asked) ? asked : 0;
            bool isRepeated = page.Results.Count > 0 && page.Fingerprint is not null && page.Fingerprint == _lastFingerprint;
            _lastFingerprint = page.Fingerprint;

            // A negative number is no position, so it tells nothing of where the page begins.
            if (isRepeated || (page.Start >= 0 && page.Start < start))
            {
                throw new ConfluencePagingException(
                    $"The list {First} cannot be walked on: results from number {start} were asked for, and the server gave earlier ones again. The pages before are sound.")
                {
                    Operation = First.Operation,
                    ContinuationToken = token,
                };
            }

            long? limit = page.Limit ?? (TryStart(First.Query?.Find("limit"), out long wanted) ? wanted : null);
            bool isFull = limit > 0 && page.Results.Count >= limit;
            return page.Results.Count > 0 && (isFull || LinkOf(page) is not null)
                ? (start + page.Results.Count).ToString(CultureInfo.InvariantCulture)
                : null;
        }

        private static bool TryStart(string? text, out long start) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }

    /// <summary>The CQL search of v1: the token is the next link's query, which goes over the original one, because it leaves parameters out.</summary>
    private sealed class SearchStepper(ConfluenceRequest first) : PageStepper(first)
    {
        public override string? InitialToken => null;

        public override ConfluenceRequest RequestFor(string token)
        {
            QueryBuilder next = QueryBuilder.Parse(token);
            return next.Count > 0
                ? First.WithQuery(QueryBuilder.Merge(First.Query, next))
                : throw Foreign("continuationToken");
        }

        public override string? NextOf<T>(PageAnswer<T> page, string? token) => NextLink.QueryOf(LinkOf(page));
    }
}
