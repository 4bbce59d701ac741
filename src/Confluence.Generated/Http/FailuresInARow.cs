using System.Collections.Concurrent;

namespace Confluence.Generated.Http;

/// <summary>
/// How many calls in a row failed as a site does that is down: of all operations, and of each. Where there are many, the size of pages is not what they fail on, and
/// smaller ones are not tried: that would only multiply the requests. Used by all calls of a client at once.
/// </summary>
internal sealed class FailuresInARow
{
    private const int Few = 3;

    private readonly ConcurrentDictionary<ConfluenceOperation, int> _ofOperation = new();
    private int _ofAll;

    /// <summary>Whether calls, and those of this operation, have succeeded lately.</summary>
    public bool AreFew(ConfluenceOperation operation) => Volatile.Read(ref _ofAll) <= Few && _ofOperation.GetValueOrDefault(operation) <= Few;

    public void Add(ConfluenceOperation operation)
    {
        Interlocked.Increment(ref _ofAll);
        _ofOperation.AddOrUpdate(operation, 1, static (_, count) => count + 1);
    }

    public void End(ConfluenceOperation operation)
    {
        Volatile.Write(ref _ofAll, 0);
        if (!_ofOperation.IsEmpty)
        {
            _ofOperation.TryRemove(operation, out _);
        }
    }
}
