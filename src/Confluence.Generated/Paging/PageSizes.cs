using System.Globalization;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>Tracks how many results the pages of one walk are asked for, also after a page failed.</summary>
internal sealed class PageSizes(WantedPageSize wanted)
{
    /// <summary>The parameter that carries the size, in both APIs.</summary>
    private const string Limit = "limit";

    /// <summary>A page that fails has already been repeated; a few steps down to a single result are enough.</summary>
    private const int Parts = 4;

    private readonly PortionSize _size = new(wanted.Results ?? WantedPageSize.Least, Parts);
    private bool _wasShrunk; // A size other than the list's own may have been sent, so each request names one.

    /// <summary>Gets the size of the next page; null if it is left to the server.</summary>
    public int? Current => wanted.Results is null && !_wasShrunk ? null : _size.Current;

    /// <summary>Adds the size of the next page to a request. The size in a next link is kept until another is needed: its position may depend on it.</summary>
    public ConfluenceRequest ApplyTo(ConfluenceRequest request) =>
        Current is { } size && (_wasShrunk || request.Query?.Find(Limit) is null)
            ? request with { Query = QueryBuilder.With(request.Query, Limit, size.ToString(CultureInfo.InvariantCulture)) }
            : request;

    /// <summary>Whether pages are smaller than wanted because one failed.</summary>
    public bool IsReduced => _size.IsReduced;

    /// <summary>Gets the size in a query; null if it is left to the server.</summary>
    public static int? LimitOf(QueryBuilder? query) =>
        int.TryParse(query?.Find(Limit), NumberStyles.None, CultureInfo.InvariantCulture, out int limit) ? limit : null;

    /// <summary>Switches to a smaller size.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryShrink()
    {
        bool shrinks = wanted.MayShrink && _size.Shrink();
        _wasShrunk |= shrinks;
        return shrinks;
    }

    /// <summary>Records that results arrived.</summary>
    public void Passed(int count) => _size.Passed(count);
}
