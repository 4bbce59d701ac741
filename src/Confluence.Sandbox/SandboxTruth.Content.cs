using Confluence.Sandbox.Content;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox;

/// <content>What hangs on pages and blog posts.</content>
public sealed partial class SandboxTruth
{
    /// <summary>Gets the versions of a page or blog post.</summary>
    /// <param name="contentId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>All versions, the first one first.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<SandboxVersion> Versions(string contentId)
    {
        Page page = Find(contentId);
        return [.. Enumerable.Range(1, page.VersionCount).Select(number => Of(_site.Version(page, number)))];
    }

    /// <summary>Gets the comments on a page or blog post, replies included: footer comments first, each kind by ascending id.</summary>
    /// <param name="contentId">The id of the page or blog post.</param>
    /// <returns>The comments; none when it is in the trash.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<SandboxComment> Comments(string contentId)
    {
        Page page = Find(contentId);
        return [.. _site.Comments.On(page, inline: false).Concat(_site.Comments.On(page, inline: true)).Select(Of)];
    }

    /// <summary>Gets the attachments of a page or blog post, those in the trash among them, by ascending id.</summary>
    /// <param name="contentId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The attachments; purged ones are gone.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<SandboxAttachment> Attachments(string contentId) => [.. _site.Attachments.On(Find(contentId)).Select(Of)];

    /// <summary>Gets the bytes of a version of an attachment.</summary>
    /// <param name="attachmentId">The id of the attachment, with or without its prefix.</param>
    /// <param name="version">The number of the version; null for the current one.</param>
    /// <returns>A copy of the bytes.</returns>
    /// <exception cref="ArgumentException">There is no such attachment, or no such version of it.</exception>
    public byte[] AttachmentBytes(string attachmentId, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(attachmentId);
        if (!AttachmentIds.TryParse(attachmentId, out long id) || _site.Attachments.Find(id) is not Attachment attachment)
        {
            throw new ArgumentException($"The sandbox has no attachment with the id '{attachmentId}'. See {nameof(Attachments)}.", nameof(attachmentId));
        }

        int number = version ?? attachment.VersionCount;
        return number >= 1 && number <= attachment.VersionCount
            ? [.. _site.Attachments.Bytes(attachment, number)]
            : throw new ArgumentException($"The attachment '{attachmentId}' has the versions 1 to {Text(attachment.VersionCount)}.", nameof(version));
    }

    /// <summary>Gets the tasks of a page or blog post, by ascending id; bodies that were written through the API in storage format are read too.</summary>
    /// <param name="contentId">The id of the page or blog post.</param>
    /// <returns>The tasks; none when it is in the trash.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<SandboxTask> Tasks(string contentId) => [.. _site.Tasks.On(Find(contentId).Id).Select(Of)];

    /// <summary>Gets the keys of the properties of a page or blog post, those of the editor among them, in the order of the API.</summary>
    /// <param name="contentId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The keys, each once.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<string> PropertyKeys(string contentId) =>
        [.. _site.Properties.Of(Find(contentId).Id).Select(static property => property.Key).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets the names of the labels on a page or blog post, in the order of their ids.</summary>
    /// <param name="contentId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The names, without their prefixes.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<string> Labels(string contentId) => [.. _site.Labels.Of(Find(contentId).Id).Select(static label => label.Name)];

    private SandboxComment Of(Comment comment) => new(
        Text(comment.Id),
        Text(comment.PageId),
        comment.ParentId is long parent ? Text(parent) : null,
        comment.Inline,
        comment.ResolutionStatus,
        [.. Enumerable.Range(1, comment.VersionCount).Select(number => Of(_site.Comments.Version(comment, number)))],
        _site.Comments.Likes(comment));

    private SandboxAttachment Of(Attachment attachment) => new(
        AttachmentIds.Of(attachment),
        Text(attachment.PageId),
        attachment.Title,
        attachment.MediaType,
        _site.Attachments.StatusOf(attachment).Text(),
        _site.Attachments.Size(attachment, attachment.VersionCount),
        [.. Enumerable.Range(1, attachment.VersionCount).Select(number => Of(_site.Attachments.Version(attachment, number)))]);

    private static SandboxTask Of(PageTask task) => new(
        Text(task.Id),
        Text(task.PageId),
        task.Completion is not null,
        task.AuthorId,
        task.AssigneeId,
        task.Completion?.AccountId,
        task.CreatedAt,
        task.UpdatedAt,
        task.Completion?.At,
        task.DueAt);

    private static SandboxVersion Of(VersionInfo version) => new(version.Number, version.AuthorId, version.CreatedAt);
}
