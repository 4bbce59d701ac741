using System.Runtime.CompilerServices;

namespace Confluence.Generated.Retrieval;

/// <summary>Finds out what became of pages that a caller knows and that no list has given.</summary>
internal sealed class Tombstones(ConfluenceClient client, PageRetrievalOptions options, PageScope scope, RetrievalGaps gaps)
{
    /// <summary>Looks for the ids.</summary>
    /// <param name="missing">What no list has given so far; what is still there is taken out.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What is in the trash, moved or gone, in the order of the ids. What is there and did not change is not given.</returns>
    public async IAsyncEnumerable<RetrievedPage> FindAsync(HashSet<string> missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Lists that were cut short by time, title or status say nothing about the rest.
        bool sawAll = options is { ChangedSince: null, Title: null, Statuses: not { Count: > 0 } };
        if (!sawAll && missing.Count > 0)
        {
            await foreach (RetrievedPage page in scope.For(client, options with { Title = null }).SweepAsync(gaps, cancellationToken).ConfigureAwait(false))
            {
                missing.Remove(page.Id);
            }
        }

        ContentSource[] sources = [.. PageScope.AllSources(client, options).Where(source => options.Wants(source.Kind))];
        await foreach (RetrievedPage? page in missing.Order(StringComparer.Ordinal).ToAsyncEnumerable()
            .SelectInOrderAsync(options.Concurrency, (id, token) => LookAsync(sources, id, token), cancellationToken).ConfigureAwait(false))
        {
            if (page is not null)
            {
                yield return page;
            }
        }
    }

    private async Task<RetrievedPage?> LookAsync(ContentSource[] sources, string id, CancellationToken cancellationToken)
    {
        foreach (ContentSource source in sources)
        {
            try
            {
                RetrievedPage page = await source.ReadAsync(id, null, new DetailsCall(null, PageParts.None), cancellationToken).ConfigureAwait(false);
                if (page.State != RetrievedPageState.Current && page.State != RetrievedPageState.Archived)
                {
                    return page;
                }

                // In a space that was asked for, it came back meanwhile, or the lists do not know it yet.
                return scope.Contains(page.SpaceId) ? null : new RetrievedPage(page) { State = RetrievedPageState.Moved };
            }
            catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
            {
                // The routes of one kind do not know the ids of the other.
            }
        }

        return new RetrievedPage { Id = id, State = RetrievedPageState.Gone };
    }
}
