namespace Confluence.Generated.Retrieval;

/// <summary>Reads all activity on one page: each source in turn, each refusal a gap.</summary>
internal sealed class PageActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps)
{
    private readonly ActivityFilter _filter = new(options);
    private readonly ActivitySource[] _sources =
    [
        .. new ActivitySource[]
        {
            new VersionActivity(client, options, gaps), new CommentActivity(client, options, gaps), new AttachmentActivity(client, options, gaps),
            new TaskActivity(client, options, gaps), new LikeActivity(client, options, gaps), new ViewActivity(client, options, gaps),
        }.Where(source => options.Reads(source.Flag)),
    ];

    public async Task<IReadOnlyList<ActivityEvent>> ReadAsync(RetrievedPage page, CancellationToken cancellationToken)
    {
        List<ActivityEvent> events = [];
        foreach (ActivitySource source in _sources)
        {
            if (source.IsRefused)
            {
                continue;
            }

            try
            {
                await source.ReadAsync(page, events, cancellationToken).ConfigureAwait(false);
            }
            catch (ConfluenceApiException error) when (RetrievalGap.IsCausedBy(error))
            {
                RetrievalGap? gap = source.Refused(page, error);
                if (gap is not null)
                {
                    events.Add(ActivityEvent.Missing(gap, page));
                }

                if (error.Kind == ConfluenceErrorKind.NotFound)
                {
                    // The page vanished, and the other sources would say so too.
                    break;
                }
            }
        }

        return _filter.Apply(events);
    }
}
