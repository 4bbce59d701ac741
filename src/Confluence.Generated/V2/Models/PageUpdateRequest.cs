using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a page that was read.</content>
public sealed partial class PageUpdateRequest
{
    /// <summary>
    /// Makes the request that writes a page back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="page">The page as it was read, with its body as <c>storage</c> or <c>atlas_doc_format</c> unless <paramref name="body"/> is given.</param>
    /// <param name="title">The new title; null keeps the one that was read.</param>
    /// <param name="body">
    /// The new body; null keeps the one that was read, in its <c>storage</c> form when that came, or else as <c>atlas_doc_format</c>.
    /// Its text becomes a string for that, if it is none yet.
    /// </param>
    /// <param name="message">The comment on the new version; null for none. The comment on the version that was read is not repeated.</param>
    /// <param name="status">
    /// The new status; null keeps the one that was read. <see cref="ContentStatus.Current"/> publishes a draft, and brings a page back
    /// from the trash; Confluence then leaves its title and body as they are.
    /// </param>
    /// <param name="parentId">The page or folder to move the page under, in the same space; null leaves it where it is.</param>
    /// <param name="ownerId">The account to hand the page over to; null leaves its owner.</param>
    /// <returns>The request, for <see cref="PagesClient.UpdatePageAsync"/> with the id of the page.</returns>
    /// <remarks>
    /// <para>
    /// The version number is the one that was read plus 1, and 1 for a draft. Where somebody else has saved the page since it was read, the call
    /// fails with status 409 and <see cref="ConfluenceErrorKind.VersionConflict"/>: read the page again and make the request anew.
    /// A request that changes nothing makes no new version.
    /// </para>
    /// <para>
    /// Neither the space, nor the parent, nor the owner that was read is sent, so that a move or a new owner in the meantime stays; nor are members
    /// that the document does not know. Labels, properties and restrictions have calls of their own.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The page cannot be written as it was read: its body came in another form or not at all, its status is none that an update takes, or its id,
    /// title or version did not come; or an argument is one that Confluence refuses. The message says what to do.
    /// </exception>
    public static PageUpdateRequest From(
        PageDetails page,
        string? title = null,
        PageBodyWrite? body = null,
        string? message = null,
        ContentStatus? status = null,
        string? parentId = null,
        string? ownerId = null)
    {
        RequestSource source = new("page", page, nameof(page), page?.IdOrNull);
        return From(source, page.TitleOrNull, title, body ?? PageBodyWrite.From(page), PublishedState.Of(source, page.StatusOrNull, page.VersionOrNull, status, message), parentId, ownerId);
    }

    /// <inheritdoc cref="From(PageDetails, string?, PageBodyWrite?, string?, ContentStatus?, string?, string?)"/>
    public static PageUpdateRequest From(
        Page page,
        string? title = null,
        PageBodyWrite? body = null,
        string? message = null,
        ContentStatus? status = null,
        string? parentId = null,
        string? ownerId = null)
    {
        RequestSource source = new("page", page, nameof(page), page?.IdOrNull);
        return From(source, page.TitleOrNull, title, body ?? PageBodyWrite.From(page), PublishedState.Of(source, page.StatusOrNull, page.VersionOrNull, status, message), parentId, ownerId);
    }

    private static PageUpdateRequest From(
        in RequestSource source, string? title, string? newTitle, PageBodyWrite body, PublishedState state, string? parentId, string? ownerId) => new()
        {
            Id = source.Id,
            Status = state.Status,
            Title = source.Text("title", title, newTitle),
            Body = body,
            Version = state.Version,
            ParentId = source.OptionalId(nameof(parentId), parentId),
            OwnerId = source.OptionalId(nameof(ownerId), ownerId),
        };
}
