using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>What is told of a comment before it is looked into.</summary>
internal sealed record CommentHead(string? Id, ContentVersion? Version, string? ParentId = null);

/// <summary>The operations on one kind of comment, at the foot of a page or beside its text, in one shape.</summary>
internal sealed record CommentCalls(
    bool IsInline,
    Func<RetrievedPage, CancellationToken, IAsyncEnumerable<CommentHead>> Roots,
    Func<string, CancellationToken, IAsyncEnumerable<CommentHead>> Replies,
    Func<string, CancellationToken, IAsyncEnumerable<CommentVersion>> Versions,
    Func<string, CancellationToken, Task<ContentVersionDetails>> FirstVersion,
    Func<string, CancellationToken, IAsyncEnumerable<Like>> Likes)
{
    private const int LargestPage = 250;

    public static CommentCalls Footer(ConfluenceClient client, ActivityOptions options) => new(
        IsInline: false,
        (page, token) => page.Kind == PageKind.BlogPost
            ? client.Comments.GetBlogPostFooterCommentsAsync(page.Id, options.Each(new GetBlogPostFooterCommentsOptions { Limit = LargestPage }), token)
                .Select(static comment => new CommentHead(comment.Id, comment.Version))
            : client.Comments.GetPageFooterCommentsAsync(page.Id, options.Each(new GetPageFooterCommentsOptions { Limit = LargestPage }), token)
                .Select(static comment => new CommentHead(comment.Id, comment.Version)),
        (id, token) => client.Comments.GetFooterCommentChildrenAsync(id, options.Each(new GetFooterCommentChildrenOptions { Limit = LargestPage }), token)
            .Select(static comment => new CommentHead(comment.Id, comment.Version)),
        (id, token) => client.Versions.GetFooterCommentVersionsAsync(id, options.Each(new GetFooterCommentVersionsOptions { Limit = LargestPage }), token),
        (id, token) => client.Versions.GetFooterCommentVersionDetailsAsync(id, 1, options.Each(new ConfluenceRequestOptions()), token),
        (id, token) => client.Likes.GetFooterLikeUsersAsync(id, options.Each(new GetFooterLikeUsersOptions { Limit = LargestPage }), token));

    public static CommentCalls Inline(ConfluenceClient client, ActivityOptions options) => new(
        IsInline: true,
        (page, token) => page.Kind == PageKind.BlogPost
            ? client.Comments.GetBlogPostInlineCommentsAsync(page.Id, options.Each(new GetBlogPostInlineCommentsOptions { Limit = LargestPage }), token)
                .Select(static comment => new CommentHead(comment.Id, comment.Version))
            : client.Comments.GetPageInlineCommentsAsync(page.Id, options.Each(new GetPageInlineCommentsOptions { Limit = LargestPage }), token)
                .Select(static comment => new CommentHead(comment.Id, comment.Version)),
        (id, token) => client.Comments.GetInlineCommentChildrenAsync(id, options.Each(new GetInlineCommentChildrenOptions { Limit = LargestPage }), token)
            .Select(static comment => new CommentHead(comment.Id, comment.Version)),
        (id, token) => client.Versions.GetInlineCommentVersionsAsync(id, options.Each(new GetInlineCommentVersionsOptions { Limit = LargestPage }), token),
        (id, token) => client.Versions.GetInlineCommentVersionDetailsAsync(id, 1, options.Each(new ConfluenceRequestOptions()), token),
        (id, token) => client.Likes.GetInlineLikeUsersAsync(id, options.Each(new GetInlineLikeUsersOptions { Limit = LargestPage }), token));
}
