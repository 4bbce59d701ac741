using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Activity.Sources;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Pages.Walking;

namespace Confluence.Generated.Retrieval.Activity;

/// <summary>Reads all activity on one page: each source in turn, each failure a gap of what it concerns.</summary>
internal sealed class PageActivity(ActivityOptions options, PageWalkState walk, PageReader reader)
{
    private readonly ActivityFilter _filter = new(options);
    private readonly ActivitySource[] _sources =
    [
        .. new ActivitySource[]
        {
            new VersionActivity(options, walk), new CommentActivity(options, walk), new AttachmentActivity(options, walk),
            new TaskActivity(options, walk), new LikeActivity(options, walk), new ViewActivity(options, walk),
        }.Where(source => options.Reads(source.Flag)),
    ];

    public async Task<IReadOnlyList<ActivityEvent>> ReadAsync(RetrievedPage page, CancellationToken cancellationToken)
    {
        PageEvents events = new(page, walk);
        bool isThere = false;
        foreach (ActivitySource source in _sources)
        {
            RetrievalGap? missing = await source.ReadAsync(events, cancellationToken).ConfigureAwait(false);
            if (missing is null)
            {
                continue;
            }

            // Either the page has none of this sort to give, or it vanished meanwhile, and the other sources would say so too.
            isThere = isThere || await IsThereAsync(page, cancellationToken).ConfigureAwait(false);
            events.Miss(isThere ? missing : new RetrievalGap(
                $"The activity on the {events.Noun} {page.Id}", "it vanished while the activity was read: it was deleted, or the account may not see it any more.")
            { ContentId = page.Id });
            if (!isThere)
            {
                break;
            }
        }

        return _filter.Apply(events.All);
    }

    private async Task<bool> IsThereAsync(RetrievedPage page, CancellationToken cancellationToken)
    {
        (ContentSource? source, _) = await reader.ReadAsync(page.Id, new DetailsCall(null, PageParts.None), cancellationToken, page.Kind).ConfigureAwait(false);
        return source is not null;
    }
}
