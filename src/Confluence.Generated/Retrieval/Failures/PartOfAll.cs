namespace Confluence.Generated.Retrieval.Failures;

/// <summary>
/// One sort of part that many items have, such as the labels of pages. A failure costs the part of one item. What fails for every item alike is told once,
/// and nobody asks any more: because a scope or a right is missing, because the site never offered the operation, or because it failed for many in a row.
/// </summary>
internal sealed class PartOfAll(string what, WalkFailures failures)
{
    /// <summary>Each page counts once, however many of its parts fail: a few damaged pages side by side are no outage, and giving up costs all that follow.</summary>
    private const int FailuresInARow = 50;

    /// <summary>An operation that answered none of so many items, and says that it is not there, is not there.</summary>
    private const int NotOfferedInARow = 3;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private RetrievalGap? _gapOfAll;
    private bool _hasWorked;

    /// <summary>Reads the part of one item.</summary>
    /// <param name="noun">What the item is, for a person to read.</param>
    /// <param name="id">The id of the item.</param>
    /// <param name="read">Reads the part.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="pageId">The page that the item is on, if it is none itself.</param>
    /// <returns>The part, or the gap that is left in its place. Nobody has been told of the gap yet, unless it is repeated.</returns>
    /// <exception cref="ConfluenceException">The credential or the site is lost.</exception>
    public async Task<Part<T>> ReadAsync<T>(
        string noun, string id, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken, string? pageId = null)
    {
        if (Volatile.Read(ref _gapOfAll) is { } known)
        {
            return new Part<T>(known, PartFailure.RefusedForAll, isRepeated: true);
        }

        PartResult<T> result = await failures.TryAsync(pageId ?? id, read, cancellationToken).ConfigureAwait(false);
        if (result.TryGet(out T? value, out ConfluenceException? error))
        {
            Worked();
            return new Part<T>(value);
        }

        if (!IsForAll(result.Failure, pageId ?? id))
        {
            return new Part<T>(RetrievalGap.Of($"{what} of the {noun} {id}", error, id), result.Failure);
        }

        RetrievalGap gap = RetrievalGap.Of($"{what} of all {(result.Failure == PartFailure.RefusedForAll ? "" : "further ")}{noun}s", error);
        RetrievalGap first = Interlocked.CompareExchange(ref _gapOfAll, gap, null) ?? gap;
        return new Part<T>(first, PartFailure.RefusedForAll, isRepeated: !ReferenceEquals(first, gap));
    }

    private void Worked()
    {
        lock (_gate)
        {
            _hasWorked = true;
            _failed.Clear();
        }
    }

    private bool IsForAll(PartFailure failure, string id)
    {
        lock (_gate)
        {
            switch (failure)
            {
                case PartFailure.RefusedForAll:
                    return true;
                case PartFailure.NotThere or PartFailure.Refused:
                    _failed.Clear(); // The operation works.
                    return false;
                default:
                    _failed.Add(id);
                    return _failed.Count >= (failure == PartFailure.NotOffered && !_hasWorked ? NotOfferedInARow : FailuresInARow);
            }
        }
    }
}

/// <summary>A part of an item, or the gap in its place.</summary>
internal readonly struct Part<T>
{
    public Part(T value) => Value = value;

    public Part(RetrievalGap gap, PartFailure failure, bool isRepeated = false)
    {
        Gap = gap;
        Failure = failure;
        IsRepeated = isRepeated;
    }

    /// <summary>The part; the default when there is a gap.</summary>
    public T? Value { get; }

    /// <summary>Why it is missing; null when it is there.</summary>
    public RetrievalGap? Gap { get; }

    /// <summary>What kind of failure left the gap.</summary>
    public PartFailure Failure { get; }

    /// <summary>Whether the gap holds for every item alike and has been told of before.</summary>
    public bool IsRepeated { get; }
}
