using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Retrieval.Failures;

/// <summary>Tells the log and the caller of the gaps of one walk, and keeps those that nobody else would learn of until the end.</summary>
internal sealed class RetrievalGaps(string what, RetrievalOptions options, ILogger? logger)
{
    // Calls under way at the same time may find gaps at the same time; their reader is promised one at a time.
    private readonly Lock _oneAtATime = new();
    private readonly List<RetrievalGap> _untold = [];

    /// <summary>Tells of a gap that belongs to nothing that is given.</summary>
    public void Report(RetrievalGap gap)
    {
        Tell(gap);
        if (options.OnGap is null && !gap.IsLimit)
        {
            lock (_oneAtATime)
            {
                _untold.Add(gap);
            }
        }
    }

    /// <summary>Tells of a gap that is given with what it belongs to.</summary>
    public void Tell(RetrievalGap gap)
    {
        lock (_oneAtATime)
        {
            if (logger is not null && gap.IsLimit)
            {
                RetrievalLog.Limit(logger, what, gap);
            }
            else if (logger is not null)
            {
                RetrievalLog.Gap(logger, what, gap);
            }

            options.OnGap?.Invoke(gap);
        }
    }

    /// <summary>Called when everything else has been given.</summary>
    /// <exception cref="ConfluenceRetrievalException">There are gaps that nobody was told of.</exception>
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
