using System.Runtime.ExceptionServices;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Sources;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>Reads pages of which only the id is known, and tells what is gone from what cannot be read.</summary>
internal sealed class PageReader(PageRetrievalOptions options, PageWalkState walk)
{
    private readonly ContentSource[] _sources = [.. PageScope.AllSources(walk.Client, options).Where(source => options.Wants(source.Kind))];

    /// <summary>Reads one.</summary>
    /// <param name="id">The id.</param>
    /// <param name="call">What comes along.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="kind">What it is; the default when that is not known.</param>
    /// <returns>The page and where it was found; without a place, a page in the state <see cref="RetrievedPageState.Gone"/> or <see cref="RetrievedPageState.Unreadable"/>.</returns>
    /// <exception cref="ConfluenceException">The credential or the site is lost, or no page can be read this way.</exception>
    public async Task<(ContentSource? Source, RetrievedPage Page)> ReadAsync(string id, DetailsCall call, CancellationToken cancellationToken, PageKind kind = default)
    {
        RetrievalGap? gap = null;
        foreach (ContentSource source in _sources.Where(source => kind == default || kind == source.Kind))
        {
            PartResult<RetrievedPage> result = await walk.Failures.TryAsync(id, token => source.ReadAsync(id, null, call, token), cancellationToken, anew: true).ConfigureAwait(false);
            if (result.TryGet(out RetrievedPage? page, out ConfluenceException? error))
            {
                return (source, page);
            }

            if (result.Failure == PartFailure.RefusedForAll)
            {
                ExceptionDispatchInfo.Throw(error);
            }

            // The routes of one kind do not know the ids of the other.
            if (result.Failure != PartFailure.NotThere)
            {
                gap ??= RetrievalGap.Of($"The {source.Noun} {id}", error, id);
            }
        }

        if (gap is null)
        {
            return (null, new RetrievedPage { Id = id, State = RetrievedPageState.Gone });
        }

        walk.Gaps.Tell(gap);
        return (null, new RetrievedPage { Id = id, State = RetrievedPageState.Unreadable, Gaps = [gap] });
    }
}
