using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Who likes a page.</summary>
internal sealed class LikeActivity(ActivityOptions options, PageWalkState walk) : ActivitySource("The likes", options, walk)
{
    public override ActivitySources Flag => ActivitySources.Likes;

    public override Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        if (Options.HasPeriod && !Options.IncludeUntimed)
        {
            return Task.FromResult<RetrievalGap?>(null); // None of them would be given.
        }

        RetrievedPage page = events.Page;
        IAsyncEnumerable<Like> likes = page.Kind == PageKind.BlogPost
            ? Client.Likes.GetBlogPostLikeUsersAsync(page.Id, Options.Each(new ConfluenceListOptions()), cancellationToken)
            : Client.Likes.GetPageLikeUsersAsync(page.Id, Options.Each(new ConfluenceListOptions()), cancellationToken);
        return EachAsync(events, likes, Add, cancellationToken);

        void Add(Like like)
        {
            if (like.AccountIdOrNull is not { Length: > 0 } accountId)
            {
                events.MissId("A like");
                return;
            }

            events.Add(ActivityEvent.On(page, ActivityKind.Liked, $"liked:{page.Id}:{accountId}", accountId, at: null));
        }
    }
}
