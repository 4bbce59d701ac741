using System.Globalization;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>How many results the pages of one walk are asked for, and what becomes of a page that the site fails to give.</summary>
internal sealed class PageSizes(WantedPageSize wanted)
{
    /// <summary>The parameter that carries the size, in both APIs.</summary>
    private const string Limit = "limit";

    /// <summary>A page that fails has failed repeatedly; a few steps down to a single result are enough.</summary>
    private const int Parts = 4;

    private readonly PortionSize _size = new(wanted.Results ?? WantedPageSize.Least, Parts);
    private bool _wasShrunk; // By now another size than the list's own may have been sent, so each request names one.

    /// <summary>Gets the size of the next page; null leaves it to the server.</summary>
    public int? Current => wanted.Results is null && !_wasShrunk ? null : _size.Current;

    /// <summary>The request with the size of the next page. The size that a next link names stays until another is needed: the place that it leads to may hang on it.</summary>
    public ConfluenceRequest ApplyTo(ConfluenceRequest request) =>
        Current is { } size && (_wasShrunk || request.Query?.Find(Limit) is null)
            ? request with { Query = QueryBuilder.With(request.Query, Limit, size.ToString(CultureInfo.InvariantCulture)) }
            : request;

    /// <summary>Whether pages are smaller than wanted, because one failed.</summary>
    public bool IsReduced => _size.IsReduced;

    /// <summary>The size that a query names; null when that is left to the server.</summary>
    public static int? LimitOf(QueryBuilder? query) =>
        int.TryParse(query?.Find(Limit), NumberStyles.None, CultureInfo.InvariantCulture, out int limit) ? limit : null;

    /// <summary>Takes a smaller size.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryShrink()
    {
        bool shrinks = wanted.MayShrink && _size.Shrink();
        _wasShrunk |= shrinks;
        return shrinks;
    }

    /// <summary>Some results came.</summary>
    public void Passed(int count) => _size.Passed(count);
}
