using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Activity.Finding;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Walking;

namespace Confluence.Generated.Retrieval.Activity;

/// <summary>One walk over activity: the pages first, and each of them looked into on the way.</summary>
internal sealed class ActivityWalk
{
    private readonly ActivityOptions _options;
    private readonly PageWalkState _walk;
    private readonly PageReader _reader;
    private readonly ContentFinder _finder;
    private readonly PageActivity _activity;

    public ActivityWalk(ISiteClient client, ActivityOptions options)
    {
        _options = options;
        _walk = new PageWalkState("activity", client, options);
        _reader = new PageReader(options.ToPages(), _walk);
        _finder = ContentFinder.Of(options, _walk);
        _activity = new PageActivity(options, _walk, _reader);
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

        _walk.Gaps.ThrowIfUntold();
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
            _walk.Gaps.Tell(gap);
            return [ActivityEvent.Missing(gap, page: null)];
        }

        RetrievedPage page = found.Page
            ?? (await _reader.ReadAsync(found.Id ?? string.Empty, new DetailsCall(null, PageParts.None), cancellationToken, found.Kind).ConfigureAwait(false)).Page;
        if (page.State == RetrievedPageState.Unreadable)
        {
            return [.. page.Gaps.Select(static unread => ActivityEvent.Missing(unread, page: null))]; // Told by the reader.
        }

        return page.State == RetrievedPageState.Gone ? Gone(found) : await _activity.ReadAsync(page, cancellationToken).ConfigureAwait(false);
    }

    private ActivityEvent[] Gone(FoundContent found)
    {
        RetrievalGap gap = new(
            $"The activity on the {(found.Kind == PageKind.BlogPost ? "blog post" : "page")} {found.Id}",
            "there is nothing with this id, or the account may not see it. It may have been deleted since it was found; the id stands in its address, after /pages/ or /blog/"
            + $"{(_options.PageKinds is { Count: 1 } kinds ? $"; {nameof(ActivityOptions.PageKinds)} names {kinds[0]} only" : "")}.")
        { ContentId = found.Id };
        _walk.Gaps.Tell(gap);
        return [ActivityEvent.Missing(gap, page: null)];
    }
}
