using System.Collections.Concurrent;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// Counts the lists in a row that failed at every page size: of all operations, and of each. After several, the size is not the cause, as when
/// the site is down, and smaller pages are not tried: that would only multiply the requests. Used by all calls of a client simultaneously.
/// </summary>
internal sealed class FailedLists
{
    /// <summary>One damaged result makes one list fail at every size; a site that is down makes all of them fail.</summary>
    private const int Enough = 3;

    private readonly ConcurrentDictionary<ConfluenceOperation, int> _ofOperation = new();
    private int _ofAll;

    /// <summary>Whether smaller pages are worth trying when a page of this operation fails.</summary>
    public bool AreFew(ConfluenceOperation operation) => Volatile.Read(ref _ofAll) < Enough && _ofOperation.GetValueOrDefault(operation) < Enough;

    /// <summary>Records that a list failed at every size.</summary>
    public void Add(ConfluenceOperation operation)
    {
        Interlocked.Increment(ref _ofAll);
        _ofOperation.AddOrUpdate(operation, 1, static (_, count) => count + 1);
    }

    /// <summary>Records that a call succeeded, so the site is up.</summary>
    public void End(ConfluenceOperation operation)
    {
        Volatile.Write(ref _ofAll, 0);
        if (!_ofOperation.IsEmpty)
        {
            _ofOperation.TryRemove(operation, out _);
        }
    }
}
