using Confluence.Generated.Json;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a footer comment that was read.</content>
public sealed partial class FooterCommentUpdateRequest
{
    private const string Remedy = "Bring it back in Confluence, or read the latest version.";

    /// <summary>
    /// Makes the request that writes a footer comment back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="comment">
    /// The comment as it was read, with its body as <c>storage</c> or <c>atlas_doc_format</c> unless <paramref name="body"/> is given.
    /// </param>
    /// <param name="body">
    /// The new body; null keeps the one that was read, in its <c>storage</c> form when that came, or else as <c>atlas_doc_format</c>.
    /// Its text becomes a string for that, if it is none yet.
    /// </param>
    /// <param name="message">The comment on the new version; null for none. The comment on the version that was read is not repeated.</param>
    /// <returns>The request, for <see cref="CommentsClient.UpdateFooterCommentAsync"/> with the id of the comment.</returns>
    /// <remarks>
    /// The version number is the one that was read plus 1. Where somebody else has saved the comment since it was read, the call fails with status
    /// 409: read it again and make the request anew. A request that changes nothing makes no new version. Members that the document does not know
    /// are not sent.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The comment cannot be written as it was read: its body came in another form or not at all, it is not current, or its version did not come.
    /// The message says what to do.
    /// </exception>
    public static FooterCommentUpdateRequest From(FooterComment comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    /// <inheritdoc cref="From(FooterComment, CommentBodyWrite?, string?)"/>
    public static FooterCommentUpdateRequest From(PageFooterComment comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    /// <inheritdoc cref="From(FooterComment, CommentBodyWrite?, string?)"/>
    public static FooterCommentUpdateRequest From(BlogPostFooterComment comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    /// <inheritdoc cref="From(FooterComment, CommentBodyWrite?, string?)"/>
    public static FooterCommentUpdateRequest From(AttachmentComment comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    /// <inheritdoc cref="From(FooterComment, CommentBodyWrite?, string?)"/>
    public static FooterCommentUpdateRequest From(CustomContentComment comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    /// <inheritdoc cref="From(FooterComment, CommentBodyWrite?, string?)"/>
    public static FooterCommentUpdateRequest From(FooterCommentReply comment, CommentBodyWrite? body = null, string? message = null)
    {
        RequestSource source = new("footer comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message);
    }

    private static FooterCommentUpdateRequest From(in RequestSource source, IOpenEnum? status, ContentVersion? version, CommentBodyWrite body, string? message)
    {
        source.RequireCurrent(status, Remedy);
        return new FooterCommentUpdateRequest
        {
            Version = new CommentVersionUpdate { Number = source.NextVersion(version?.NumberOrNull), Message = message },
            Body = body,
        };
    }
}
