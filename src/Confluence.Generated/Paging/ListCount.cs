using System.Globalization;

namespace Confluence.Generated.Paging;

/// <summary>
/// Compares how many results a list is said to have with how many its pages had room for. Room, and not what was given: totals count what the caller
/// may not see too, and such results are missing from pages. Only a total that is larger than all the room says that something was never asked for.
/// </summary>
internal sealed class ListCount
{
    private long? _total;
    private long _room;
    private long _given;

    /// <summary>Counts a page that follows the ones before.</summary>
    public void Add<T>(PageAnswer<T> page)
    {
        _total = page.TotalSize ?? _total; // A page without a total does not take back an earlier one.
        _room += RoomOf(page);
        _given += page.Results.Count;
    }

    /// <summary>Begins again behind a number of results.</summary>
    /// <param name="start">The number.</param>
    /// <param name="total">The total that an earlier page told.</param>
    public void BeginAt(long start, long? total)
    {
        _room = _given = start;
        _total = total;
    }

    /// <summary>Gets why the list cannot end with the page that was added last; null when it can.</summary>
    public string? Contradiction =>
        _total is { } total && total > _room
            ? string.Create(CultureInfo.InvariantCulture, $"the server counts {total} results, {_given} were given, and nothing leads to the others")
            : null;

    private static long RoomOf<T>(PageAnswer<T> page) => Math.Max(page.Results.Count, (page.Limit ?? page.Asked) is > 0 and { } limit ? limit : WantedPageSize.Least);
}
