namespace Confluence.Generated.Pipeline;

/// <summary>How many repetitions the client has left. Successes earn some, so that in good times they do not run out, and a site that is down is soon asked once for each call.</summary>
/// <param name="most">What there is at the beginning and at most; null for no limit.</param>
internal sealed class RetryBudget(int? most)
{
    /// <summary>A repetition in the units that are counted.</summary>
    private const int Whole = 10;

    private long _left = (most ?? 0L) * Whole;

    /// <summary>Takes a repetition, if there is one.</summary>
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

    /// <summary>Gives a repetition back that was not made.</summary>
    public void GiveBack() => Interlocked.Add(ref _left, most is null ? 0 : Whole);

    /// <summary>A call has succeeded.</summary>
    /// <param name="wasRepeated">Whether it took repetitions.</param>
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
