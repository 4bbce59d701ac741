namespace Confluence.Generated.Retrieval;

/// <summary>
/// How many items a list is asked for at a time. When a portion fails, the item that it fails on is looked for by halves: what the first half did not
/// fail on, the rest must. Once it is passed, the size is the full one again.
/// </summary>
internal sealed class PortionSize
{
    private readonly int _full;

    // How many of the next items hold the one that the list fails on; 0 when nothing is suspected.
    private int _suspected;

    public PortionSize(int full)
    {
        _full = full;
        Current = full;
    }

    public int Current { get; private set; }

    /// <summary>A portion of the current size failed.</summary>
    /// <returns>False when it was a single item, so that it cannot be asked for in halves.</returns>
    public bool Halve()
    {
        if (Current == 1)
        {
            return false;
        }

        _suspected = Current;
        Current /= 2;
        return true;
    }

    /// <summary>Some items came.</summary>
    public void Passed(int count)
    {
        if (_suspected > 0)
        {
            _suspected -= count;
            Current = _suspected <= 0 ? _full : Math.Max(1, _suspected / 2);
        }
    }

    /// <summary>The single item that failed was passed in another way.</summary>
    public void PassedFailing()
    {
        _suspected = 0;
        Current = _full;
    }
}
