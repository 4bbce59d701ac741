using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Who commented on a page and replied, and on demand who changed and who likes the comments: thread by thread.</summary>
internal sealed class CommentActivity : ActivitySource
{
    private readonly CommentCalls[] _calls;
    private readonly PartOfAll _replies;
    private readonly PartOfAll _versions;
    private readonly PartOfAll _likes;

    public CommentActivity(ActivityOptions options, PageWalkState walk)
        : base("The comments", options, walk)
    {
        _calls = [CommentCalls.Footer(Client, options), CommentCalls.Inline(Client, options)];
        _replies = Part("The replies");
        _versions = Part("The versions");
        _likes = Part("The likes");
    }

    public override ActivitySources Flag => ActivitySources.Comments;

    public override async Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        RetrievalGap? missing = null;
        foreach (CommentCalls calls in _calls)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            missing = await EachAsync(
                events, calls.Roots(events.Page, cancellationToken), root => ReadThreadAsync(events, calls, root, seen, cancellationToken), cancellationToken).ConfigureAwait(false) ?? missing;
        }

        return missing;
    }

    private async Task ReadThreadAsync(PageEvents events, CommentCalls calls, RetrievedComment? root, HashSet<string> seen, CancellationToken cancellationToken)
    {
        // A stack of its own instead of recursion: a thread can be deep.
        Stack<RetrievedComment?> waiting = new([root]);
        while (waiting.TryPop(out RetrievedComment? comment))
        {
            if (comment is null)
            {
                events.MissId("A comment");
                continue;
            }

            if (!seen.Add(comment.Id))
            {
                continue; // Each once: a site can give it on two portions of a list, or among the replies to its own replies.
            }

            await AddCommentAsync(events, calls, comment, cancellationToken).ConfigureAwait(false);
            if (Options.Reads(ActivitySources.CommentLikes) && (Options.IncludeUntimed || !Options.HasPeriod))
            {
                await EachOfChildAsync(
                    _likes, events, "comment", comment.Id, calls.Likes(comment.Id, cancellationToken), like => AddLike(events, comment, like), cancellationToken).ConfigureAwait(false);
            }

            await EachOfChildAsync(_replies, events, "comment", comment.Id, calls.Replies(comment, cancellationToken), waiting.Push, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void AddLike(PageEvents events, RetrievedComment comment, Like like)
    {
        if (like.AccountIdOrNull is not { Length: > 0 } accountId)
        {
            events.MissId("A like of a comment");
            return;
        }

        events.Add(ActivityEvent.OnComment(events.Page, ActivityKind.CommentLiked, $"comment-liked:{comment.Id}:{accountId}", comment, accountId, at: null));
    }

    private async Task AddCommentAsync(PageEvents events, CommentCalls calls, RetrievedComment comment, CancellationToken cancellationToken)
    {
        RetrievedPage page = events.Page;
        ActivityKind written = comment.ParentId is null ? ActivityKind.Commented : ActivityKind.Replied;
        string key = comment.ParentId is null ? $"commented:{comment.Id}" : $"replied:{comment.Id}";

        // The version that came along is the last one. What is older than the period needs no second look.
        if (comment.Version is not { NumberOrNull: > 1 } last || (Options.Since is { } since && last.CreatedAtOrNull < since))
        {
            events.Add(ActivityEvent.OnComment(page, written, key, comment, comment.Version?.AuthorIdOrNull, comment.Version?.CreatedAtOrNull, version: 1));
            return;
        }

        if (!Options.Reads(ActivitySources.CommentEdits))
        {
            Part<ContentVersionDetails> first = await OneAsync(_versions, events, "comment", comment.Id, token => calls.FirstVersion(comment.Id, token), cancellationToken).ConfigureAwait(false);
            if (first.Value is { } version)
            {
                events.Add(ActivityEvent.OnComment(page, written, key, comment, version.AuthorIdOrNull, version.CreatedAtOrNull, version: 1));
            }

            return;
        }

        bool isWhole = await EachOfChildAsync(
            _versions,
            events,
            "comment",
            comment.Id,
            calls.Versions(comment.Id, cancellationToken),
            version =>
            {
                if (version.NumberOrNull is > 1)
                {
                    AddEdit(version.NumberOrNull, version.AuthorIdOrNull, version.CreatedAtOrNull, version.MinorEditOrNull, version.Message);
                }
                else
                {
                    events.Add(ActivityEvent.OnComment(page, written, key, comment, version.AuthorIdOrNull, version.CreatedAtOrNull, version: 1));
                }
            },
            cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            AddEdit(last.NumberOrNull, last.AuthorIdOrNull, last.CreatedAtOrNull, last.MinorEditOrNull, last.Message); // The comment itself tells of its last version.
        }

        void AddEdit(int? number, string? authorId, DateTimeOffset? at, bool? isMinor, string? message) => events.Add(ActivityEvent.OnComment(
            page, ActivityKind.CommentEdited, FormattableString.Invariant($"comment-edited:{comment.Id}:{number}"), comment, authorId, at, number, isMinor, message));
    }
}
