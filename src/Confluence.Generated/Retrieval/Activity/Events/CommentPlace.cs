using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Events;

/// <summary>Where a comment was found.</summary>
internal sealed record CommentPlace(string PageId, bool IsInline, string? ParentId = null)
{
    /// <summary>The comment that was found there; null when the site gave it no id.</summary>
    /// <param name="model">The comment as the site sent it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="links">Its links.</param>
    /// <param name="site">The address of the site for people; null when it is not known.</param>
    public RetrievedComment? Of(IComment model, string? id, ContentVersion? version, CommentLinks? links, Uri? site) => string.IsNullOrEmpty(id) ? null : new RetrievedComment
    {
        Id = id,
        PageId = PageId,
        ParentId = ParentId,
        IsInline = IsInline,
        Version = version,
        Storage = model.Body?.Storage,
        AtlasDocFormat = model.Body?.AtlasDocFormat,
        WebUrl = links?.GetWebUrl(site),
        Content = model,
    };
}
