namespace Confluence.Generated.Paging;

/// <summary>
/// How many items a list is asked for at a time. When a portion fails, what it fails on is looked for in smaller ones: what the first did not
/// fail on, the rest must. Once it is passed, the size is the full one again.
/// </summary>
internal sealed class PortionSize
{
    private readonly int _full;
    private readonly int _parts;

    // How many of the next items hold the one that the list fails on; 0 when nothing is suspected.
    private int _suspected;

    /// <param name="full">The size when all is well.</param>
    /// <param name="parts">Into how many parts a portion that failed is taken.</param>
    public PortionSize(int full, int parts)
    {
        _full = full;
        _parts = parts;
        Current = full;
    }

    public int Current { get; private set; }

    /// <summary>Whether what a portion failed on is being looked for.</summary>
    public bool IsReduced => _suspected > 0;

    /// <summary>A portion of the current size failed.</summary>
    /// <returns>False when it was a single item, so that it cannot be taken apart.</returns>
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

    /// <summary>Some items came.</summary>
    public void Passed(int count)
    {
        if (_suspected > 0)
        {
            _suspected -= count;
            Current = _suspected <= 0 ? _full : Math.Max(1, _suspected / _parts);
        }
    }

    /// <summary>The single item that failed was passed in another way.</summary>
    public void PassedFailing()
    {
        _suspected = 0;
        Current = _full;
    }
}
