using System.Globalization;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>How often a page was viewed.</summary>
internal sealed class ViewActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ActivitySource(client, options, gaps)
{
    public override ActivitySources Flag => ActivitySources.Views;

    protected override string What => "The numbers of views";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        if (Options.AccountIds is { Count: > 0 })
        {
            return; // Nobody knows whose views they are.
        }

        string? from = Options.Since?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        ContentViewCount views = await Client.V1.Analytics
            .GetViewsAsync(page.Id, Options.Each(new GetViewsOptions { FromDate = from }), cancellationToken).ConfigureAwait(false);
        ContentViewCount viewers = await Client.V1.Analytics
            .GetViewersAsync(page.Id, Options.Each(new GetViewersOptions { FromDate = from }), cancellationToken).ConfigureAwait(false);
        events.Add(ActivityEvent.On(page, ActivityKind.Viewed, $"viewed:{page.Id}", actorId: null, at: null, views: views.Count, viewers: viewers.Count));
    }
}
