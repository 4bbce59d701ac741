using System.Runtime.CompilerServices;
using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Reading;

/// <summary>Who wrote a comment, and when.</summary>
/// <param name="Id">The id of the comment.</param>
/// <param name="AuthorId">The account id of who wrote it.</param>
/// <param name="CreatedAt">When it was written, not when it was last changed.</param>
internal sealed record CommentFact(string Id, string? AuthorId, DateTimeOffset? CreatedAt);

/// <summary>Reads the comments of a page: first those at its foot, then those beside its text, each followed by its replies.</summary>
internal sealed class CommentReader(ConfluenceClient client)
{
    private const int ItemsPerRequest = 250;

    private readonly CommentCalls _footer = new(
        (id, cancellationToken) => client.Comments
            .GetFooterCommentChildrenAsync(id, new GetFooterCommentChildrenOptions { Limit = ItemsPerRequest }, cancellationToken)
            .Select(reply => new CommentHead(reply.Id, reply.Version)),
        (id, cancellationToken) => client.Versions.GetFooterCommentVersionDetailsAsync(id, 1, cancellationToken: cancellationToken));

    private readonly CommentCalls _inline = new(
        (id, cancellationToken) => client.Comments
            .GetInlineCommentChildrenAsync(id, new GetInlineCommentChildrenOptions { Limit = ItemsPerRequest }, cancellationToken)
            .Select(reply => new CommentHead(reply.Id, reply.Version)),
        (id, cancellationToken) => client.Versions.GetInlineCommentVersionDetailsAsync(id, 1, cancellationToken: cancellationToken));

    /// <summary>Gives the comments and replies of a page.</summary>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async IAsyncEnumerable<CommentFact> ReadAsync(string pageId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GetPageFooterCommentsOptions footer = new() { Limit = ItemsPerRequest };
        await foreach (PageFooterComment comment in client.Comments.GetPageFooterCommentsAsync(pageId, footer, cancellationToken).ConfigureAwait(false))
        {
            if (comment.Id is string id)
            {
                await foreach (CommentFact fact in ThreadAsync(_footer, id, comment.Version, cancellationToken).ConfigureAwait(false))
                {
                    yield return fact;
                }
            }
        }

        GetPageInlineCommentsOptions inline = new() { Limit = ItemsPerRequest };
        await foreach (PageInlineComment comment in client.Comments.GetPageInlineCommentsAsync(pageId, inline, cancellationToken).ConfigureAwait(false))
        {
            if (comment.Id is string id)
            {
                await foreach (CommentFact fact in ThreadAsync(_inline, id, comment.Version, cancellationToken).ConfigureAwait(false))
                {
                    yield return fact;
                }
            }
        }
    }

    private static async IAsyncEnumerable<CommentFact> ThreadAsync(
        CommentCalls calls,
        string rootId,
        ContentVersion? rootVersion,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A stack of its own instead of recursion: a thread can be deep, and each level would cost an enumerator.
        Stack<CommentHead> waiting = new([new CommentHead(rootId, rootVersion)]);
        while (waiting.TryPop(out CommentHead comment))
        {
            if (comment.Id is not string id)
            {
                continue;
            }

            yield return await FactAsync(calls, id, comment.Version, cancellationToken).ConfigureAwait(false);

            List<CommentHead> replies = await calls.Replies(id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            for (int index = replies.Count - 1; index >= 0; index--)
            {
                waiting.Push(replies[index]);
            }
        }
    }

    private static async Task<CommentFact> FactAsync(CommentCalls calls, string id, ContentVersion? version, CancellationToken cancellationToken)
    {
        if (version?.Number is > 1)
        {
            // The version that came along is the latest: its author and time are those of the last change.
            ContentVersionDetails first = await calls.FirstVersion(id, cancellationToken).ConfigureAwait(false);
            return new CommentFact(id, first.AuthorId, first.CreatedAt);
        }

        return new CommentFact(id, version?.AuthorId, version?.CreatedAt);
    }

    private readonly record struct CommentHead(string? Id, ContentVersion? Version);

    private sealed record CommentCalls(
        Func<string, CancellationToken, IAsyncEnumerable<CommentHead>> Replies,
        Func<string, CancellationToken, Task<ContentVersionDetails>> FirstVersion);
}
