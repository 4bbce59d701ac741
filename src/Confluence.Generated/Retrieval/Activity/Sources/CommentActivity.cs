using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Who commented on a page and replied, and on demand who changed and who likes the comments: thread by thread.</summary>
internal sealed class CommentActivity : ActivitySource
{
    private readonly CommentCalls[] _calls;

    public CommentActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps)
        : base(client, options, gaps) =>
        _calls = [CommentCalls.Footer(client, options), CommentCalls.Inline(client, options)];

    public override ActivitySources Flag => ActivitySources.Comments;

    protected override string What => "The comments";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        foreach (CommentCalls calls in _calls)
        {
            await foreach (RetrievedComment? root in calls.Roots(page, cancellationToken).ConfigureAwait(false))
            {
                await ReadThreadAsync(page, calls, root, events, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadThreadAsync(RetrievedPage page, CommentCalls calls, RetrievedComment? root, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        // A stack of its own instead of recursion: a thread can be deep.
        Stack<RetrievedComment?> waiting = new([root]);
        while (waiting.TryPop(out RetrievedComment? comment))
        {
            if (comment is null)
            {
                events.Add(WithoutId(page, "A comment"));
                continue;
            }

            await AddCommentAsync(page, calls, comment, events, cancellationToken).ConfigureAwait(false);
            if (Options.Reads(ActivitySources.CommentLikes) && (Options.IncludeUntimed || !Options.HasPeriod))
            {
                await foreach (Like like in calls.Likes(comment.Id, cancellationToken).ConfigureAwait(false))
                {
                    events.Add(ActivityEvent.OnComment(page, ActivityKind.CommentLiked, $"comment-liked:{comment.Id}:{like.AccountId}", comment, like.AccountId, at: null));
                }
            }

            await foreach (RetrievedComment? reply in calls.Replies(comment, cancellationToken).ConfigureAwait(false))
            {
                waiting.Push(reply);
            }
        }
    }

    private async Task AddCommentAsync(RetrievedPage page, CommentCalls calls, RetrievedComment comment, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        ActivityKind written = comment.ParentId is null ? ActivityKind.Commented : ActivityKind.Replied;
        string key = comment.ParentId is null ? $"commented:{comment.Id}" : $"replied:{comment.Id}";

        // The version that came along is the last one. What is older than the period needs no second look.
        if (comment.Version is not { Number: > 1 } last || (Options.Since is { } since && last.CreatedAt < since))
        {
            events.Add(ActivityEvent.OnComment(page, written, key, comment, comment.Version?.AuthorId, comment.Version?.CreatedAt, version: 1));
            return;
        }

        if (!Options.Reads(ActivitySources.CommentEdits))
        {
            ContentVersionDetails first = await calls.FirstVersion(comment.Id, cancellationToken).ConfigureAwait(false);
            events.Add(ActivityEvent.OnComment(page, written, key, comment, first.AuthorId, first.CreatedAt, version: 1));
            return;
        }

        await foreach (CommentVersion version in calls.Versions(comment.Id, cancellationToken).ConfigureAwait(false))
        {
            events.Add(version.Number is > 1
                ? ActivityEvent.OnComment(
                    page, ActivityKind.CommentEdited, FormattableString.Invariant($"comment-edited:{comment.Id}:{version.Number}"), comment,
                    version.AuthorId, version.CreatedAt, version.Number, version.MinorEdit, version.Message)
                : ActivityEvent.OnComment(page, written, key, comment, version.AuthorId, version.CreatedAt, version: 1));
        }
    }
}
