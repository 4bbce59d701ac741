using Confluence.Generated.Operations;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>How one style of paging asks for a page and finds the next one. One instance serves one walk.</summary>
internal abstract partial class PageStepper(ConfluenceRequest first)
{
    /// <summary>Why a list cannot go on whose next link is not understood. What stands in the link is foreign, so it is not repeated.</summary>
    protected const string LinkNotUnderstood = "the server named a next page, but not in a way that leads there";

    protected ConfluenceRequest First { get; } = first;

    public static PageStepper Create(PagingStyle style, ConfluenceRequest first) => style switch
    {
        PagingStyle.Cursor => new CursorStepper(first),
        PagingStyle.Offset => new OffsetStepper(first),
        PagingStyle.Search => new SearchStepper(first),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style of paging."),
    };

    /// <summary>The parameters that say where a page begins and how long it is, one of which each request after the first sends.</summary>
    public static IReadOnlyList<string> PlaceNames(PagingStyle style) => style switch
    {
        PagingStyle.Cursor => ["cursor", "limit"],
        PagingStyle.Offset => ["start", "limit"],
        _ => SearchStepper.Place,
    };

    /// <summary>The token under which the page that the original request asks for would be reached; null when it is simply the first.</summary>
    public abstract string? InitialToken { get; }

    /// <summary>The request for the page that a token leads to.</summary>
    /// <exception cref="ArgumentException">The token is none of this style, or of another query.</exception>
    public abstract ConfluenceRequest RequestFor(string token);

    /// <summary>What a page says of the page after it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="token">The token that led to it; null for the first page.</param>
    public abstract NextPage NextOf<T>(PageAnswer<T> page, string? token);

    /// <summary>The error for a token of another list; the parameter is the one of <see cref="Paged{T}.AsPages"/>.</summary>
    protected static ArgumentException Foreign() =>
        new("The continuation token does not belong to this list: it must be the one that a page of the same operation gave, with the same options.", "continuationToken");

    /// <summary>
    /// The token that the first of the next links gives which can be read; otherwise the end, unless a next page was named, or more results were counted
    /// than the list had room for.
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

    /// <summary>Counts the pages of a walk that began at the beginning; of another one nobody knows how many came before.</summary>
    protected ListCount? Count<T>(PageAnswer<T> page, string? token, ListCount? count)
    {
        ListCount? counted = token is null && InitialToken is null ? new ListCount() : count;
        counted?.Add(page);
        return counted;
    }
}
