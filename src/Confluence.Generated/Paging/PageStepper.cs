using Confluence.Generated.Operations;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>Implements how one paging style asks for a page and finds the next one. One instance serves one walk.</summary>
internal abstract partial class PageStepper(ConfluenceRequest first)
{
    /// <summary>Why a list cannot continue if its next link is not understood. The link is not trusted, so it is not quoted.</summary>
    protected const string LinkNotUnderstood = "the server named a next page, but not in a way that leads there";

    protected ConfluenceRequest First { get; } = first;

    public static PageStepper Create(PagingStyle style, ConfluenceRequest first) => style switch
    {
        PagingStyle.Cursor => new CursorStepper(first),
        PagingStyle.Offset => new OffsetStepper(first),
        PagingStyle.Search => new SearchStepper(first),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of paging."),
    };

    /// <summary>Gets the parameters for the position and the size of a page; each request after the first sends at least one of them.</summary>
    public static IReadOnlyList<string> PlaceNames(PagingStyle style) => style switch
    {
        PagingStyle.Cursor => ["cursor", "limit"],
        PagingStyle.Offset => ["start", "limit"],
        _ => SearchStepper.Place,
    };

    /// <summary>The token that leads to the page of the original request; null if it is the first page.</summary>
    public abstract string? InitialToken { get; }

    /// <summary>Creates the request for the page that a token leads to.</summary>
    /// <exception cref="ArgumentException">The token is not of this style, or belongs to another query.</exception>
    public abstract ConfluenceRequest RequestFor(string token);

    /// <summary>Gets what a page says about the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token that led to it; null for the first page.</param>
    public abstract NextPage NextOf<T>(PageAnswer<T> page, string? token);

    /// <summary>Creates the exception for a token of another list; the parameter is that of <see cref="Paged{T}.AsPages"/>.</summary>
    protected static ArgumentException Foreign() =>
        new("The continuation token does not belong to this list: it must come from a page of the same operation, with the same options.", "continuationToken");

    /// <summary>
    /// Gets the token of the first next link that can be read; otherwise the end, unless a next page was named, or more results were counted
    /// than the pages had room for.
    /// </summary>
    protected static NextPage Follow<T>(PageAnswer<T> page, Func<string, string?> read, ListCount? count)
    {
        IReadOnlyList<string> links = NextLink.Of(page);
        foreach (string link in links)
        {
            if (read(link) is { } token)
            {
                return NextPage.At(token);
            }
        }

        return page.NamesNext || links.Count > 0 ? NextPage.Lost(LinkNotUnderstood)
            : count?.Contradiction is { } contradiction ? NextPage.Lost(contradiction)
            : NextPage.End;
    }

    /// <summary>Counts the pages of a walk that started at the beginning; for others, the number of earlier results is not known.</summary>
    protected ListCount? Count<T>(PageAnswer<T> page, string? token, ListCount? count)
    {
        ListCount? counted = token is null && InitialToken is null ? new ListCount() : count;
        counted?.Add(page);
        return counted;
    }
}
