namespace Confluence.Generated.Paging;

/// <summary>
/// Tracks how many items a list is asked for at a time. When a portion fails, smaller ones search for the failing item: if the first ones do not
/// contain it, the rest must. After it has been passed, the size is the full one again.
/// </summary>
internal sealed class PortionSize
{
    private readonly int _full;
    private readonly int _parts;

    // How many of the next items contain the one that the list fails on; 0 if there is none.
    private int _suspected;

    /// <param name="full">The size without failures.</param>
    /// <param name="parts">How many parts a failed portion is split into.</param>
    public PortionSize(int full, int parts)
    {
        _full = full;
        _parts = parts;
        Current = full;
    }

    public int Current { get; private set; }

    /// <summary>Whether the item that a portion failed on is being searched for.</summary>
    public bool IsReduced => _suspected > 0;

    /// <summary>Records that a portion of the current size failed.</summary>
    /// <returns>False if it was a single item, so that it cannot be split.</returns>
    public bool Shrink()
    {
        if (Current == 1)
        {
            return false;
        }

        _suspected = Current;
        Current = Math.Max(1, Current / _parts);
        return true;
    }

    /// <summary>Records that items arrived.</summary>
    public void Passed(int count)
    {
        if (_suspected > 0)
        {
            _suspected -= count;
            Current = _suspected <= 0 ? _full : Math.Max(1, _suspected / _parts);
        }
    }

    /// <summary>Records that the single item that failed was passed in another way.</summary>
    public void PassedFailing()
    {
        _suspected = 0;
        Current = _full;
    }
}
