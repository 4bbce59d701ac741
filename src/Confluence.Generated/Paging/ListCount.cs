using System.Globalization;

namespace Confluence.Generated.Paging;

/// <summary>
/// Compares the reported number of results of a list with the number that its pages had room for. Room counts, not the returned results: totals include results that the caller
/// may not see, which are missing from pages. Only a total larger than the room means that some results were never asked for.
/// </summary>
internal sealed class ListCount
{
    private long? _total;
    private long _room;
    private long _given;

    /// <summary>Adds the next page to the count.</summary>
    public void Add<T>(PageAnswer<T> page)
    {
        _total = page.TotalSize ?? _total; // A page without a total does not revoke an earlier one.
        _room += RoomOf(page);
        _given += page.Results.Count;
    }

    /// <summary>Restarts after a number of results.</summary>
    /// <param name="start">The number.</param>
    /// <param name="total">The total that an earlier page reported.</param>
    public void BeginAt(long start, long? total)
    {
        _room = _given = start;
        _total = total;
    }

    /// <summary>Gets why the list cannot end with the last added page; null if it can.</summary>
    public string? Contradiction =>
        _total is { } total && total > _room
            ? string.Create(CultureInfo.InvariantCulture, $"the server counts {total} results, {_given} were returned, and nothing leads to the rest")
            : null;

    private static long RoomOf<T>(PageAnswer<T> page) => Math.Max(page.Results.Count, (page.Limit ?? page.Asked) is > 0 and { } limit ? limit : WantedPageSize.Least);
}
