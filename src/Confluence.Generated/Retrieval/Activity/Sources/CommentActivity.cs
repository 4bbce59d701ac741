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
            await foreach (CommentHead root in calls.Roots(page, cancellationToken).ConfigureAwait(false))
            {
                await ReadThreadAsync(page, calls, root, events, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadThreadAsync(RetrievedPage page, CommentCalls calls, CommentHead root, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        // A stack of its own instead of recursion: a thread can be deep.
        Stack<CommentHead> waiting = new([root]);
        while (waiting.TryPop(out CommentHead? comment))
        {
            if (comment.Id is not { Length: > 0 } id)
            {
                continue;
            }

            await AddCommentAsync(page, calls, comment, id, events, cancellationToken).ConfigureAwait(false);
            if (Options.Reads(ActivitySources.CommentLikes) && (Options.IncludeUntimed || !Options.HasPeriod))
            {
                await foreach (Like like in calls.Likes(id, cancellationToken).ConfigureAwait(false))
                {
                    events.Add(ActivityEvent.On(
                        page, ActivityKind.CommentLiked, $"comment-liked:{id}:{like.AccountId}", like.AccountId, at: null, commentId: id, isInline: calls.IsInline));
                }
            }

            await foreach (CommentHead reply in calls.Replies(id, cancellationToken).ConfigureAwait(false))
            {
                waiting.Push(reply with { ParentId = id });
            }
        }
    }

    private async Task AddCommentAsync(RetrievedPage page, CommentCalls calls, CommentHead comment, string id, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        ActivityKind written = comment.ParentId is null ? ActivityKind.Commented : ActivityKind.Replied;
        string key = comment.ParentId is null ? $"commented:{id}" : $"replied:{id}";

        // The version that came along is the last one. What is older than the period needs no second look.
        if (comment.Version is not { Number: > 1 } last || (Options.Since is { } since && last.CreatedAt < since))
        {
            AddVersion(written, key, 1, comment.Version?.AuthorId, comment.Version?.CreatedAt, null, null);
            return;
        }

        if (Options.Reads(ActivitySources.CommentEdits))
        {
            await foreach (CommentVersion version in calls.Versions(id, cancellationToken).ConfigureAwait(false))
            {
                bool isFirst = version.Number is not > 1;
                AddVersion(
                    isFirst ? written : ActivityKind.CommentEdited,
                    isFirst ? key : FormattableString.Invariant($"comment-edited:{id}:{version.Number}"),
                    version.Number ?? 1, version.AuthorId, version.CreatedAt, isFirst ? null : version.MinorEdit, isFirst ? null : version.Message);
            }
        }
        else
        {
            ContentVersionDetails first = await calls.FirstVersion(id, cancellationToken).ConfigureAwait(false);
            AddVersion(written, key, 1, first.AuthorId, first.CreatedAt, null, null);
        }

        void AddVersion(ActivityKind kind, string eventKey, int number, string? authorId, DateTimeOffset? at, bool? isMinor, string? message) =>
            events.Add(ActivityEvent.On(
                page, kind, eventKey, authorId, at, version: number, isMinorEdit: isMinor, message: message,
                commentId: id, parentCommentId: comment.ParentId, isInline: calls.IsInline));
    }
}
