using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1.Search;

/// <summary>The types of content that a search finds.</summary>
internal static class SearchTypes
{
    public const string Comment = "comment";
    public const string Attachment = "attachment";

    /// <summary>Gets all types, in the order of their ids.</summary>
    public static IReadOnlyList<string> All { get; } = ["page", "blogpost", Comment, Attachment];
}

/// <summary>What a search may find. Its facts are computed when a condition asks for them: most items fail the first one.</summary>
internal abstract class SearchItem(string type, long id)
{
    public string Type { get; } = type;

    public long Id { get; } = id;

    /// <summary>Gets the id as v1 has it.</summary>
    public virtual string IdText => Exchange.Text(Id);

    public abstract int Space { get; }

    public abstract string Title { get; }

    /// <summary>Gets the words, one line a paragraph.</summary>
    public abstract string Text { get; }

    public abstract DateTimeOffset CreatedAt { get; }

    public abstract VersionInfo Version { get; }

    public virtual DateTimeOffset ModifiedAt => Version.CreatedAt;

    public abstract string CreatorId { get; }

    /// <summary>Gets the account ids of the authors of all versions.</summary>
    public abstract IEnumerable<string> ContributorIds { get; }

    /// <summary>Gets the page or blog post that a comment or attachment is on; null for a page or blog post itself.</summary>
    public virtual long? ContainerId => null;

    /// <summary>Gets the ids of the pages above a page, the nearest first.</summary>
    public virtual IEnumerable<long> Ancestors => [];

    /// <summary>Gets the path at which people see it, relative to the base.</summary>
    public abstract string WebPath { get; }
}

/// <summary>A page or blog post.</summary>
internal sealed class PageItem(Site site, long id, PageKind kind) : SearchItem(kind.Type(), id)
{
    public override int Space => site.SpaceOf(Id);

    public override string Title => site.Title(Id);

    public override string Text => site.PlainText(Page);

    public override DateTimeOffset CreatedAt => site.CreatedAt(Id);

    public override DateTimeOffset ModifiedAt => site.ModifiedAt(Id);

    public override VersionInfo Version => site.Version(Page, Page.VersionCount);

    public override string CreatorId => Page.AuthorId;

    public override IEnumerable<string> ContributorIds =>
        Enumerable.Range(1, Page.VersionCount).Select(number => site.Version(Page, number).AuthorId);

    public override IEnumerable<long> Ancestors
    {
        get
        {
            for (Page? page = Page; page is not null && PageTree.ParentOf(page) is long parent; page = site.FindPage(parent))
            {
                yield return parent;
            }
        }
    }

    public override string WebPath => PageJson.WebPath(site, Page);

    // Read once: whatever happens to the page meanwhile, the answer is of one piece.
    private Page Page => field ??= site.LastKnownPage(Id);
}

/// <summary>A comment.</summary>
internal sealed class CommentItem(Site site, Comment comment) : SearchItem(SearchTypes.Comment, comment.Id)
{
    public override int Space => site.SpaceOf(comment.PageId);

    public override string Title => "Re: " + site.Title(comment.PageId);

    public override string Text => site.Comments.PlainText(comment);

    public override DateTimeOffset CreatedAt => site.Comments.VersionDate(comment, 1);

    public override DateTimeOffset ModifiedAt => site.Comments.VersionDate(comment, comment.VersionCount);

    public override VersionInfo Version => site.Comments.Version(comment, comment.VersionCount);

    public override string CreatorId => site.Comments.Version(comment, 1).AuthorId;

    public override IEnumerable<string> ContributorIds =>
        Enumerable.Range(1, comment.VersionCount).Select(number => site.Comments.Version(comment, number).AuthorId);

    public override long? ContainerId => comment.PageId;

    public override string WebPath =>
        $"{(site.FindPage(comment.PageId) is Page page ? PageJson.WebPath(site, page) : "")}?focusedCommentId={IdText}";
}

/// <summary>An attachment.</summary>
internal sealed class AttachmentItem(Site site, Attachment attachment) : SearchItem(SearchTypes.Attachment, attachment.Id)
{
    public override string IdText => AttachmentIds.Of(attachment);

    public override int Space => site.SpaceOf(attachment.PageId);

    public override string Title => attachment.Title;

    public override string Text => "";

    public override DateTimeOffset CreatedAt => site.Attachments.VersionDate(attachment, 1);

    public override DateTimeOffset ModifiedAt => site.Attachments.VersionDate(attachment, attachment.VersionCount);

    public override VersionInfo Version => site.Attachments.Version(attachment, attachment.VersionCount);

    public override string CreatorId => site.Attachments.Version(attachment, 1).AuthorId;

    public override IEnumerable<string> ContributorIds =>
        Enumerable.Range(1, attachment.VersionCount).Select(number => site.Attachments.Version(attachment, number).AuthorId);

    public override long? ContainerId => attachment.PageId;

    public override string WebPath => AttachmentJson.WebPath(attachment);
}
