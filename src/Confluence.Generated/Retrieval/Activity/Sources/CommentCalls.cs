using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Walking;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>The operations on one kind of comment, at the foot of a page or beside its text, in one shape. A null stands for a comment without an id.</summary>
internal sealed record CommentCalls(
    bool IsInline,
    Func<RetrievedPage, CancellationToken, IAsyncEnumerable<RetrievedComment?>> Roots,
    Func<RetrievedComment, CancellationToken, IAsyncEnumerable<RetrievedComment?>> Replies,
    Func<string, CancellationToken, IAsyncEnumerable<CommentVersion>> Versions,
    Func<string, CancellationToken, Task<ContentVersionDetails>> FirstVersion,
    Func<string, CancellationToken, IAsyncEnumerable<Like>> Likes)
{
    public static CommentCalls Footer(ISiteClient client, ActivityOptions options) => new(
        IsInline: false,
        (page, token) => page.Kind == PageKind.BlogPost
            ? client.Comments
                .GetBlogPostFooterCommentsAsync(page.Id, options.Each(new GetBlogPostFooterCommentsOptions { BodyFormat = options.CommentBody }), token)
                .SelectWithSite(client, (comment, site) => new CommentPlace(page.Id, IsInline: false).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token)
            : client.Comments
                .GetPageFooterCommentsAsync(page.Id, options.Each(new GetPageFooterCommentsOptions { BodyFormat = options.CommentBody }), token)
                .SelectWithSite(client, (comment, site) => new CommentPlace(page.Id, IsInline: false).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token),
        (parent, token) => client.Comments
            .GetFooterCommentChildrenAsync(parent.Id, options.Each(new GetFooterCommentChildrenOptions { BodyFormat = options.CommentBody }), token)
            .SelectWithSite(client, (comment, site) => new CommentPlace(parent.PageId, IsInline: false, parent.Id).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token),
        (id, token) => client.Versions.GetFooterCommentVersionsAsync(id, options.Each(new GetFooterCommentVersionsOptions()), token),
        (id, token) => client.Versions.GetFooterCommentVersionDetailsAsync(id, 1, options.Each(new ConfluenceRequestOptions()), token),
        (id, token) => client.Likes.GetFooterCommentLikeUsersAsync(id, options.Each(new ConfluenceListOptions()), token));

    public static CommentCalls Inline(ISiteClient client, ActivityOptions options) => new(
        IsInline: true,
        (page, token) => page.Kind == PageKind.BlogPost
            ? client.Comments
                .GetBlogPostInlineCommentsAsync(page.Id, options.Each(new GetBlogPostInlineCommentsOptions { BodyFormat = options.CommentBody }), token)
                .SelectWithSite(client, (comment, site) => new CommentPlace(page.Id, IsInline: true).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token)
            : client.Comments
                .GetPageInlineCommentsAsync(page.Id, options.Each(new GetPageInlineCommentsOptions { BodyFormat = options.CommentBody }), token)
                .SelectWithSite(client, (comment, site) => new CommentPlace(page.Id, IsInline: true).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token),
        (parent, token) => client.Comments
            .GetInlineCommentChildrenAsync(parent.Id, options.Each(new GetInlineCommentChildrenOptions { BodyFormat = options.CommentBody }), token)
            .SelectWithSite(client, (comment, site) => new CommentPlace(parent.PageId, IsInline: true, parent.Id).Of(comment, comment.IdOrNull, comment.VersionOrNull, comment.LinksOrNull, site), token),
        (id, token) => client.Versions.GetInlineCommentVersionsAsync(id, options.Each(new GetInlineCommentVersionsOptions()), token),
        (id, token) => client.Versions.GetInlineCommentVersionDetailsAsync(id, 1, options.Each(new ConfluenceRequestOptions()), token),
        (id, token) => client.Likes.GetInlineCommentLikeUsersAsync(id, options.Each(new ConfluenceListOptions()), token));
}
