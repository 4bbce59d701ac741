using System.Globalization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Paging;

/// <summary>
/// Compares how many results a list is said to have with how many its pages had room for. Room, and not what was given: totals count what the caller
/// may not see too, and such results are missing from pages. Only a total that is larger than all the room says that something was never asked for.
/// </summary>
/// <param name="asked">The limit of the request; null for the server's own.</param>
internal sealed class ListCount(long? asked)
{
    /// <summary>The room of a page of which no limit is known: the smallest default that any list has.</summary>
    private const long LeastRoom = 25;

    private long _room;
    private long _given;

    /// <summary>Counts a page that follows the ones before.</summary>
    public void Add<T>(PageAnswer<T> page)
        where T : IJsonModel<T>
    {
        _room += RoomOf(page);
        _given += page.Results.Count;
    }

    /// <summary>Begins again behind a number of results.</summary>
    public void BeginAt(long start) => _room = _given = start;

    /// <summary>Why the list cannot end with this page, which was added last; null when it can.</summary>
    public string? ContradictionOf<T>(PageAnswer<T> page)
        where T : IJsonModel<T> => page.TotalSize is { } total && total > _room
            ? string.Create(CultureInfo.InvariantCulture, $"the server counts {total} results, {_given} were given, and nothing leads to the others")
            : null;

    private long RoomOf<T>(PageAnswer<T> page)
        where T : IJsonModel<T> => Math.Max(page.Results.Count, (page.Limit ?? asked) is > 0 and { } limit ? limit : LeastRoom);
}
