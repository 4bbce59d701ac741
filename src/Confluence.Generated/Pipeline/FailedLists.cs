using System.Collections.Concurrent;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// How many lists in a row failed whatever the size of their pages was: of all operations, and of each. Where there are some, size is not what they fail on, as when
/// the site is down, and smaller pages are not tried: that would only multiply the requests. Used by all calls of a client at once.
/// </summary>
internal sealed class FailedLists
{
    /// <summary>One damaged result makes one list fail at every size; a site that is down makes all of them.</summary>
    private const int Enough = 3;

    private readonly ConcurrentDictionary<ConfluenceOperation, int> _ofOperation = new();
    private int _ofAll;

    /// <summary>Whether smaller pages are worth trying when one of this operation fails.</summary>
    public bool AreFew(ConfluenceOperation operation) => Volatile.Read(ref _ofAll) < Enough && _ofOperation.GetValueOrDefault(operation) < Enough;

    /// <summary>A list failed at every size.</summary>
    public void Add(ConfluenceOperation operation)
    {
        Interlocked.Increment(ref _ofAll);
        _ofOperation.AddOrUpdate(operation, 1, static (_, count) => count + 1);
    }

    /// <summary>A call succeeded, so the site is up.</summary>
    public void End(ConfluenceOperation operation)
    {
        Volatile.Write(ref _ofAll, 0);
        if (!_ofOperation.IsEmpty)
        {
            _ofOperation.TryRemove(operation, out _);
        }
    }
}
