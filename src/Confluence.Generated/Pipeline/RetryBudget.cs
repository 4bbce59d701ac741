namespace Confluence.Generated.Pipeline;

/// <summary>Counts the repetitions that the client has left. Successes earn repetitions, so that they do not run out in normal operation, while a site that is down soon gets one attempt per call.</summary>
/// <param name="most">The number at the beginning, and the maximum; null for no limit.</param>
internal sealed class RetryBudget(int? most)
{
    /// <summary>A repetition in counted units.</summary>
    private const int Whole = 10;

    private long _left = (most ?? 0L) * Whole;

    /// <summary>Takes a repetition, if one is left.</summary>
    public bool TryTake()
    {
        if (most is null)
        {
            return true;
        }

        if (Interlocked.Add(ref _left, -Whole) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _left, Whole);
        return false;
    }

    /// <summary>Returns a repetition that was not made.</summary>
    public void GiveBack() => Interlocked.Add(ref _left, most is null ? 0 : Whole);

    /// <summary>Records that a call succeeded.</summary>
    /// <param name="wasRepeated">Whether the call took repetitions.</param>
    public void Earn(bool wasRepeated)
    {
        if (most is not { } limit || Volatile.Read(ref _left) >= (long)limit * Whole)
        {
            return;
        }

        int earned = wasRepeated ? Whole : 1;
        if (Interlocked.Add(ref _left, earned) > (long)limit * Whole)
        {
            Interlocked.Add(ref _left, -earned);
        }
    }
}
