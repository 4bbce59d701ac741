using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Reading;

/// <summary>Reads what was done on a page: who created, edited, commented and liked it.</summary>
internal sealed class ActivityReader(ConfluenceClient client)
{
    /// <summary>The number of pages whose activity is read at the same time.</summary>
    public const int PagesAtOnce = 8;

    private const int ItemsPerRequest = 250;

    private readonly CommentReader _comments = new(client);

    /// <summary>Gives the activity on a page: its creation, edits by number, comments thread by thread, likes.</summary>
    /// <param name="page">The page, as a list gave it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<ActivityEvent>> ReadAsync(Page page, CancellationToken cancellationToken)
    {
        if (page.Id is not string pageId)
        {
            return [];
        }

        List<ActivityEvent> events =
        [
            new()
            {
                Kind = ActivityKind.Created, PageId = pageId, SpaceId = page.SpaceId, Actor = page.AuthorId, At = page.CreatedAt, Version = 1,
            },
        ];
        await AddEditsAsync(events, page, pageId, cancellationToken).ConfigureAwait(false);
        await foreach (CommentFact comment in _comments.ReadAsync(pageId, cancellationToken).ConfigureAwait(false))
        {
            events.Add(new ActivityEvent
            {
                Kind = ActivityKind.Commented,
                PageId = pageId,
                SpaceId = page.SpaceId,
                Actor = comment.AuthorId,
                At = comment.CreatedAt,
                CommentId = comment.Id,
            });
        }

        GetPageLikeUsersOptions options = new() { Limit = ItemsPerRequest };
        await foreach (Like like in client.Likes.GetPageLikeUsersAsync(pageId, options, cancellationToken).ConfigureAwait(false))
        {
            events.Add(new ActivityEvent { Kind = ActivityKind.Liked, PageId = pageId, SpaceId = page.SpaceId, Actor = like.AccountId });
        }

        return events;
    }

    private async Task AddEditsAsync(List<ActivityEvent> events, Page page, string pageId, CancellationToken cancellationToken)
    {
        if (page.Version?.Number == 1)
        {
            return;
        }

        List<PageVersion> edits = [];
        GetPageVersionsOptions options = new() { Limit = ItemsPerRequest };
        await foreach (PageVersion version in client.Versions.GetPageVersionsAsync(pageId, options, cancellationToken).ConfigureAwait(false))
        {
            if (version.Number is > 1)
            {
                edits.Add(version);
            }
        }

        // The site lists the latest version first; an activity log reads the other way.
        foreach (PageVersion version in edits.OrderBy(version => version.Number))
        {
            events.Add(new ActivityEvent
            {
                Kind = ActivityKind.Edited,
                PageId = pageId,
                SpaceId = page.SpaceId,
                Actor = version.AuthorId,
                At = version.CreatedAt,
                Version = version.Number,
                MinorEdit = version.MinorEdit,
                Message = string.IsNullOrEmpty(version.Message) ? null : version.Message,
            });
        }
    }
}
