using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>How often a page was viewed.</summary>
internal sealed class ViewActivity(ActivityOptions options, PageWalkState walk) : ActivitySource("The numbers of views", options, walk)
{
    public override ActivitySources Flag => ActivitySources.Views;

    public override async Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        if (Options.AccountIds is { Count: > 0 })
        {
            return null; // Nobody knows whose views they are.
        }

        RetrievedPage page = events.Page;
        Part<(long? Views, long? Viewers)> part = await OneAsync(null, events, events.Noun, page.Id, CountAsync, cancellationToken).ConfigureAwait(false);
        if (part.Gap is null)
        {
            events.Add(ActivityEvent.On(page, ActivityKind.Viewed, $"viewed:{page.Id}", actorId: null, at: null, views: part.Value.Views, viewers: part.Value.Viewers));
        }

        return part.Failure == PartFailure.NotThere ? part.Gap : null;

        async Task<(long? Views, long? Viewers)> CountAsync(CancellationToken token)
        {
            ContentViewCount views = await Client.V1.Analytics.GetViewsAsync(page.Id, Options.Each(new GetViewsOptions { FromDate = Options.Since }), token).ConfigureAwait(false);
            if (views.CountOrNull == 0)
            {
                return (0, 0); // Nobody viewed it.
            }

            ContentViewCount viewers = await Client.V1.Analytics.GetViewersAsync(page.Id, Options.Each(new GetViewersOptions { FromDate = Options.Since }), token).ConfigureAwait(false);
            return (views.CountOrNull, viewers.CountOrNull);
        }
    }
}
