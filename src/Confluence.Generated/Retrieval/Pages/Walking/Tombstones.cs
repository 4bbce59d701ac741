using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Walking;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>Finds out what became of pages that a caller knows and that no list has given.</summary>
internal sealed class Tombstones(PageRetrievalOptions options, PageScope scope, PageWalkState walk, PageCompletion completion)
{
    private readonly PageReader _reader = new(options, walk);

    /// <summary>Looks for the ids.</summary>
    /// <param name="missing">What no list has given so far; what is still there is taken out.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>
    /// What is in the trash, moved, gone or unreadable, in the order of the ids, and what the lists should have given and did not. What is there and
    /// did not change is not given.
    /// </returns>
    public async IAsyncEnumerable<RetrievedPage> FindAsync(HashSet<string> missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Lists that were cut short by time, title or status say nothing about the rest.
        bool sawAll = options is { ChangedSince: null, Title: null, Statuses: not { Count: > 0 } };
        if (!sawAll && missing.Count > 0)
        {
            PageWalkState sweep = walk.Anew();
            await foreach (RetrievedPage page in scope.For(walk.Client, options with { Title = null }).SweepAsync(sweep, cancellationToken).ConfigureAwait(false))
            {
                missing.Remove(page.Id);
            }
        }

        await foreach (RetrievedPage? page in missing.Order(StringComparer.Ordinal).ToAsyncEnumerable()
            .SelectInOrderAsync(options.Concurrency, (id, token) => LookAsync(id, sawAll, token), cancellationToken).ConfigureAwait(false))
        {
            if (page is not null)
            {
                yield return page;
            }
        }
    }

    private async Task<RetrievedPage?> LookAsync(string id, bool sawAll, CancellationToken cancellationToken)
    {
        DetailsCall call = sawAll ? completion.First : new DetailsCall(null, PageParts.None);
        (ContentSource? source, RetrievedPage page) = await _reader.ReadAsync(id, call, cancellationToken).ConfigureAwait(false);
        if (source is null || (page.State != RetrievedPageState.Current && page.State != RetrievedPageState.Archived))
        {
            return page;
        }

        if (!scope.Contains(page.SpaceId))
        {
            return new RetrievedPage(page) { State = RetrievedPageState.Moved };
        }

        // It moved from one space to another while both were listed, or the lists lag behind, or broke off.
        return sawAll ? await completion.CompleteReadAsync(source, page, cancellationToken).ConfigureAwait(false) : null;
    }
}
