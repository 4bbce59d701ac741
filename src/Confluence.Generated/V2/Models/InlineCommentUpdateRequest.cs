using Confluence.Generated.Json;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from an inline comment that was read.</content>
public sealed partial class InlineCommentUpdateRequest
{
    private const string Remedy = "Bring it back in Confluence, or read the latest version.";

    /// <summary>
    /// Makes the request that writes an inline comment back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="comment">
    /// The comment as it was read, with its body as <c>storage</c> or <c>atlas_doc_format</c> unless <paramref name="body"/> is given.
    /// </param>
    /// <param name="body">
    /// The new body; null keeps the one that was read, in its <c>storage</c> form when that came, or else as <c>atlas_doc_format</c>.
    /// Its text becomes a string for that, if it is none yet.
    /// </param>
    /// <param name="message">The comment on the new version; null for none. The comment on the version that was read is not repeated.</param>
    /// <param name="resolved">True to resolve the comment, false to open it again; null leaves it as it is.</param>
    /// <returns>The request, for <see cref="CommentsClient.UpdateInlineCommentAsync"/> with the id of the comment.</returns>
    /// <remarks>
    /// The version number is the one that was read plus 1. Where somebody else has saved the comment since it was read, the call fails with status
    /// 409: read it again and make the request anew. A request that changes nothing makes no new version. Members that the document does not know
    /// are not sent.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The comment cannot be written as it was read: its body came in another form or not at all, it is not current, or its version did not come; or it is to be resolved or opened, and the text it belongs to is gone.
    /// The message says what to do.
    /// </exception>
    public static InlineCommentUpdateRequest From(InlineComment comment, CommentBodyWrite? body = null, string? message = null, bool? resolved = null)
    {
        RequestSource source = new("inline comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message, comment.ResolutionStatusOrNull, resolved);
    }

    /// <inheritdoc cref="From(InlineComment, CommentBodyWrite?, string?, bool?)"/>
    public static InlineCommentUpdateRequest From(PageInlineComment comment, CommentBodyWrite? body = null, string? message = null, bool? resolved = null)
    {
        RequestSource source = new("inline comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message, comment.ResolutionStatusOrNull, resolved);
    }

    /// <inheritdoc cref="From(InlineComment, CommentBodyWrite?, string?, bool?)"/>
    public static InlineCommentUpdateRequest From(BlogPostInlineComment comment, CommentBodyWrite? body = null, string? message = null, bool? resolved = null)
    {
        RequestSource source = new("inline comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message, comment.ResolutionStatusOrNull, resolved);
    }

    /// <inheritdoc cref="From(InlineComment, CommentBodyWrite?, string?, bool?)"/>
    public static InlineCommentUpdateRequest From(InlineCommentReply comment, CommentBodyWrite? body = null, string? message = null, bool? resolved = null)
    {
        RequestSource source = new("inline comment", comment, nameof(comment), comment?.IdOrNull);
        return From(source, comment.StatusOrNull, comment.VersionOrNull, body ?? CommentBodyWrite.Make(WritableBody.Of(source, comment.Body)), message, comment.ResolutionStatus, resolved);
    }

    private static InlineCommentUpdateRequest From(
        in RequestSource source, IOpenEnum? status, ContentVersion? version, CommentBodyWrite body, string? message, IOpenEnum? resolution, bool? resolved)
    {
        source.RequireCurrent(status, Remedy);
        if (resolved is not null && resolution?.Value == InlineCommentResolutionStatus.Values.Dangling)
        {
            throw source.Refuse("has lost the text it belonged to, so it can be neither resolved nor opened. Leave out the argument resolved.");
        }

        return new InlineCommentUpdateRequest
        {
            Version = new CommentVersionUpdate { Number = source.NextVersion(version?.NumberOrNull), Message = message },
            Body = body,
            Resolved = resolved,
        };
    }
}
