using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Who likes a page.</summary>
internal sealed class LikeActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ActivitySource(client, options, gaps)
{
    public override ActivitySources Flag => ActivitySources.Likes;

    protected override string What => "The likes";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        if (Options.HasPeriod && !Options.IncludeUntimed)
        {
            return; // None of them would be given.
        }

        IAsyncEnumerable<Like> likes = page.Kind == PageKind.BlogPost
            ? Client.Likes.GetBlogPostLikeUsersAsync(page.Id, Options.Each(new GetBlogPostLikeUsersOptions { Limit = LargestPage }), cancellationToken)
            : Client.Likes.GetPageLikeUsersAsync(page.Id, Options.Each(new GetPageLikeUsersOptions { Limit = LargestPage }), cancellationToken);
        await foreach (Like like in likes.ConfigureAwait(false))
        {
            events.Add(ActivityEvent.On(page, ActivityKind.Liked, $"liked:{page.Id}:{like.AccountId}", like.AccountId, at: null));
        }
    }
}
