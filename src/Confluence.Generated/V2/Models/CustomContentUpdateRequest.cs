using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from custom content that was read.</content>
public sealed partial class CustomContentUpdateRequest
{
    private const string Remedy = "Bring it back in Confluence, or read the latest version.";

    /// <summary>
    /// Makes the request that writes custom content back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="customContent">
    /// The content as it was read, with its body as <c>storage</c>, <c>atlas_doc_format</c> or <c>raw</c> unless <paramref name="body"/> is given.
    /// </param>
    /// <param name="title">The new title; null keeps the one that was read.</param>
    /// <param name="body">
    /// The new body; null keeps the one that was read, in its <c>storage</c> form when that came, or else as <c>atlas_doc_format</c> or <c>raw</c>.
    /// Its text becomes a string for that, if it is none yet.
    /// </param>
    /// <param name="message">The comment on the new version; null for none. The comment on the version that was read is not repeated.</param>
    /// <param name="pageId">The page to move the content to. At most one of the three places can be given; none leaves it where it is.</param>
    /// <param name="blogPostId">The blog post to move the content to.</param>
    /// <param name="customContentId">The custom content to move the content to.</param>
    /// <returns>The request, for <see cref="CustomContentClient.UpdateCustomContentAsync"/> with the id of the content.</returns>
    /// <remarks>
    /// <para>
    /// The version number is the one that was read plus 1. Where somebody else has saved the content since it was read, the call fails with status
    /// 409 and <see cref="ConfluenceErrorKind.VersionConflict"/>: read the content again and make the request anew.
    /// </para>
    /// <para>
    /// The type is sent as it was read. The place that was read is not sent, nor are members that the document does not know. Labels and properties
    /// have calls of their own.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The content cannot be written as it was read: its body came in another form or not at all, it is not current, or its id, type, title or
    /// version did not come; or an argument is one that Confluence refuses. The message says what to do.
    /// </exception>
    public static CustomContentUpdateRequest From(
        CustomContentDetails customContent,
        string? title = null,
        CustomContentBodyWrite? body = null,
        string? message = null,
        string? pageId = null,
        string? blogPostId = null,
        string? customContentId = null)
    {
        RequestSource source = new("custom content", customContent, nameof(customContent), customContent?.IdOrNull);
        source.RequireCurrent(customContent.StatusOrNull, Remedy);
        return From(
            source,
            customContent.TypeOrNull,
            source.Text("title", customContent.TitleOrNull, title),
            body ?? CustomContentBodyWrite.From(customContent),
            new VersionUpdate { Number = source.NextVersion(customContent.VersionOrNull?.NumberOrNull), Message = message },
            pageId,
            blogPostId,
            customContentId);
    }

    /// <inheritdoc cref="From(CustomContentDetails, string?, CustomContentBodyWrite?, string?, string?, string?, string?)"/>
    public static CustomContentUpdateRequest From(
        CustomContent customContent,
        string? title = null,
        CustomContentBodyWrite? body = null,
        string? message = null,
        string? pageId = null,
        string? blogPostId = null,
        string? customContentId = null)
    {
        RequestSource source = new("custom content", customContent, nameof(customContent), customContent?.IdOrNull);
        source.RequireCurrent(customContent.StatusOrNull, Remedy);
        return From(
            source,
            customContent.TypeOrNull,
            source.Text("title", customContent.TitleOrNull, title),
            body ?? CustomContentBodyWrite.From(customContent),
            new VersionUpdate { Number = source.NextVersion(customContent.VersionOrNull?.NumberOrNull), Message = message },
            pageId,
            blogPostId,
            customContentId);
    }

    private static CustomContentUpdateRequest From(
        in RequestSource source,
        string? type,
        string title,
        CustomContentBodyWrite body,
        VersionUpdate version,
        string? pageId,
        string? blogPostId,
        string? customContentId)
    {
        if ((pageId is null ? 0 : 1) + (blogPostId is null ? 0 : 1) + (customContentId is null ? 0 : 1) > 1)
        {
            throw source.Refuse("cannot move to several places. Give at most one of pageId, blogPostId and customContentId.");
        }

        return new CustomContentUpdateRequest
        {
            Id = source.Id,
            Type = string.IsNullOrEmpty(type) ? throw source.Refuse("was read without its type, which the update has to send. Read it again.") : type,
            Status = ContentStatus.Current,
            PageId = source.OptionalId(nameof(pageId), pageId),
            BlogPostId = source.OptionalId(nameof(blogPostId), blogPostId),
            CustomContentId = source.OptionalId(nameof(customContentId), customContentId),
            Title = title,
            Body = body,
            Version = version,
        };
    }
}
