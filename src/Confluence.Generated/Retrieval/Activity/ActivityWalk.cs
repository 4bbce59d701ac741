using System.Runtime.CompilerServices;

namespace Confluence.Generated.Retrieval;

/// <summary>One walk over activity: the pages first, and each of them looked into on the way.</summary>
internal sealed class ActivityWalk
{
    private readonly ActivityOptions _options;
    private readonly RetrievalGaps _gaps;
    private readonly ContentFinder _finder;
    private readonly PageActivity _activity;

    public ActivityWalk(ConfluenceClient client, ActivityOptions options)
    {
        _options = options;
        _gaps = new RetrievalGaps("activity", options);
        _finder = ContentFinder.Of(client, options, _gaps);
        _activity = new PageActivity(client, options, _gaps);
    }

    public async IAsyncEnumerable<ActivityEvent> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<ActivityEvent> events in OnceAsync(cancellationToken)
            .SelectInOrderAsync(_options.Concurrency, LookAsync, cancellationToken).ConfigureAwait(false))
        {
            foreach (ActivityEvent activity in events)
            {
                yield return activity;
            }
        }

        _gaps.ThrowIfUntold();
    }

    // A page has many comments to be found by, and can move from one space to the next while both are listed.
    private async IAsyncEnumerable<FoundContent> OnceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        await foreach (FoundContent found in _finder.FindAsync(cancellationToken).ConfigureAwait(false))
        {
            if (found.Id is null || seen.Add(found.Id))
            {
                yield return found;
            }
        }
    }

    private async Task<IReadOnlyList<ActivityEvent>> LookAsync(FoundContent found, CancellationToken cancellationToken)
    {
        if (found.Gap is { } gap)
        {
            return Missing(gap);
        }

        RetrievedPage? page = found.Page ?? await _finder.ReadAsync(found, cancellationToken).ConfigureAwait(false);
        return page is null
            ? Missing(new RetrievalGap(
                $"The activity on the {(found.Kind == PageKind.BlogPost ? "blog post" : "page")} {found.Id}",
                "there is nothing with this id, or the account may not see it. It may have been deleted since it was found; the id stands in its address, after /pages/ or /blog/"
                + $"{(_options.Kinds?.Contains(PageKind.BlogPost) == true ? "" : $", and blog posts are looked for only when {nameof(ActivityOptions.Kinds)} names them")}.")
            { ContentId = found.Id })
            : await _activity.ReadAsync(page, cancellationToken).ConfigureAwait(false);
    }

    private ActivityEvent[] Missing(RetrievalGap gap)
    {
        _gaps.Tell(gap);
        return [ActivityEvent.Missing(gap, page: null)];
    }
}
