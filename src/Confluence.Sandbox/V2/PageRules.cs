using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>The rules that a written page has to keep.</summary>
internal static class PageRules
{
    private const int MaximumTitleLength = 255;

    /// <summary>Gives the homepage of a space, as the parent of pages that name none; null when there is none, or not any more.</summary>
    public static long? HomepageOf(Site site, int space) =>
        site.Generated.HomepageOf(space) is int ordinal && Site.IsVisible(site.StatusOf(site.Ids.PageId(ordinal))) ? site.Ids.PageId(ordinal) : null;

    /// <summary>Gives the parent of an updated page that names none: the one it has, unless that is gone when the page comes out of the trash.</summary>
    public static long? ParentThatStays(Site site, Page page) =>
        page.ParentId is long parent && !Site.IsVisible(site.StatusOf(parent)) ? HomepageOf(site, page.Space) : page.ParentId;

    /// <summary>Refuses a title that is too long.</summary>
    public static void RequireShort(string title)
    {
        if (title.Length > MaximumTitleLength)
        {
            throw V2Error.InvalidBody($"'title' is longer than {Exchange.Text(MaximumTitleLength)} characters");
        }
    }

    /// <summary>
    /// Refuses a title that another page of the space has, or another blog post of the space and day. Archived pages reserve theirs
    /// as well; drafts and what is in the trash do not.
    /// </summary>
    public static void RequireUnusedTitle(Site site, Page page)
    {
        if (page.Status != PageStatus.Draft && site.FindByTitle(page.Title, page.Space, page.Kind).Any(IsInTheWay))
        {
            throw V2Error.DuplicateTitle(page.Kind.Noun(), page.Title);
        }

        bool IsInTheWay(long id) =>
            id != page.Id
            && Site.IsVisible(site.StatusOf(id))
            && (page.Kind == PageKind.Page || site.CreatedAt(id).UtcDateTime.Date == page.CreatedAt.UtcDateTime.Date);
    }

    /// <summary>Refuses a parent that is not there, or in another space.</summary>
    public static void RequireParent(Site site, long parent, int space)
    {
        if (site.FindPage(parent) is not { Kind: PageKind.Page } page || !Site.IsVisible(page.Status))
        {
            throw V2Error.NoSuch("page", Exchange.Text(parent));
        }

        if (page.Space != space)
        {
            throw V2Error.InvalidBody($"The parent {Exchange.Text(parent)} is in another space");
        }
    }

    /// <summary>Refuses a parent that lies below the page itself.</summary>
    public static void RequireNoCycle(Site site, long id, long parent)
    {
        for (long? above = parent; above is long ancestor;)
        {
            if (ancestor == id)
            {
                throw V2Error.InvalidBody($"Page {Exchange.Text(id)} cannot be moved below itself");
            }

            above = site.FindPage(ancestor) is Page page ? PageTree.ParentOf(page) : null;
        }
    }
}
