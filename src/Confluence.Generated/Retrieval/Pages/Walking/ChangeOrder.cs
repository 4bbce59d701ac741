namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>
/// Watches the order of a list that is sorted by the time of the last change, the latest first. The walk may end at what is older than the caller wants,
/// but only as long as the list keeps to its order: sites do not always.
/// </summary>
internal sealed class ChangeOrder(DateTimeOffset since)
{
    /// <summary>So many items must have come in order, and so many in a row be too old, before the order is believed: a single one may stand in the wrong place.</summary>
    private const int Believed = 10;

    private DateTimeOffset? _last;
    private bool _hasHeld = true;
    private int _old;

    /// <summary>Whether a page changed late enough, or does not tell.</summary>
    public bool Wants(RetrievedPage page) => page.Version?.CreatedAtOrNull is not { } at || at >= since;

    /// <summary>Takes note of a portion.</summary>
    /// <returns>Whether all that would follow is too old.</returns>
    public bool IsPassedBy(IEnumerable<RetrievedPage?> portion)
    {
        foreach (RetrievedPage? page in portion)
        {
            if (page?.Version?.CreatedAtOrNull is { } at)
            {
                _hasHeld &= _last is not { } last || at <= last;
                _last = at;
                _old = at < since ? _old + 1 : 0;
            }
        }

        return _hasHeld && _old >= Believed;
    }
}
