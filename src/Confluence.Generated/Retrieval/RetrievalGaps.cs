namespace Confluence.Generated.Retrieval;

/// <summary>Takes the gaps of one walk to whoever the options name, or keeps them until the end.</summary>
internal sealed class RetrievalGaps(string what, RetrievalOptions options)
{
    // Calls under way at the same time may find gaps at the same time; their reader is promised one at a time.
    private readonly Lock _oneAtATime = new();
    private readonly List<RetrievalGap> _untold = [];

    public void Report(RetrievalGap gap)
    {
        lock (_oneAtATime)
        {
            if (options.OnGap is { } onGap)
            {
                onGap(gap);
            }
            else
            {
                _untold.Add(gap);
            }
        }
    }

    /// <summary>Tells of a gap that is given in the results themselves, where nobody can overlook it.</summary>
    public void Tell(RetrievalGap gap)
    {
        lock (_oneAtATime)
        {
            options.OnGap?.Invoke(gap);
        }
    }

    /// <summary>Called when everything else has been given.</summary>
    public void ThrowIfUntold()
    {
        lock (_oneAtATime)
        {
            if (_untold.Count > 0)
            {
                throw new ConfluenceRetrievalException(what, [.. _untold]);
            }
        }
    }
}
