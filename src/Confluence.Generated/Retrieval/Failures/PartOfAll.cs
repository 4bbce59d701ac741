namespace Confluence.Generated.Retrieval;

/// <summary>
/// One sort of part that many items have, such as the labels of pages. A failure costs the part of one item; what fails for every item alike, because a
/// scope or a right is missing or because the operation fails for one item after the other, is told once, and nobody asks any more.
/// </summary>
internal sealed class PartOfAll(string what, WalkFailures failures)
{
    private const int FailuresInARow = 10;

    private RetrievalGap? _gapOfAll;
    private int _failed;

    /// <summary>Reads the part of one item.</summary>
    /// <param name="noun">What the item is, for a person to read.</param>
    /// <param name="id">The id of the item.</param>
    /// <param name="read">Reads the part.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The part, or the gap that is left in its place. Nobody has been told of the gap yet, unless it is repeated.</returns>
    /// <exception cref="ConfluenceException">The credential or the site is lost.</exception>
    public async Task<Part<T>> ReadAsync<T>(string noun, string id, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _gapOfAll) is { } known)
        {
            return new Part<T>(known, PartFailure.RefusedForAll, isRepeated: true);
        }

        PartResult<T> result = await failures.TryAsync(id, read, cancellationToken).ConfigureAwait(false);
        if (result.TryGet(out T? value, out ConfluenceException? error))
        {
            Volatile.Write(ref _failed, 0);
            return new Part<T>(value);
        }

        if (result.Failure is PartFailure.NotThere or PartFailure.Refused)
        {
            Volatile.Write(ref _failed, 0); // The operation works.
        }

        bool isForAll = result.Failure == PartFailure.RefusedForAll
            || (result.Failure == PartFailure.Broken && Interlocked.Increment(ref _failed) >= FailuresInARow);
        if (!isForAll)
        {
            return new Part<T>(RetrievalGap.Of($"{what} of the {noun} {id}", error, id), result.Failure);
        }

        RetrievalGap gap = RetrievalGap.Of($"{what} of all {(result.Failure == PartFailure.Broken ? "further " : "")}{noun}s", error);
        RetrievalGap first = Interlocked.CompareExchange(ref _gapOfAll, gap, null) ?? gap;
        return new Part<T>(first, PartFailure.RefusedForAll, isRepeated: !ReferenceEquals(first, gap));
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
