using System.Collections.Concurrent;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>
/// The tree of pages as it is now. What goes into the trash leaves the tree: its children move up to its parent, and stay
/// there when it comes back.
/// </summary>
internal sealed class PageTree(Site site, ConcurrentDictionary<long, Page> changed)
{
    /// <summary>Gives the parent; a page in the trash has none.</summary>
    public static long? ParentOf(Page page) => page.Status == PageStatus.Trashed ? null : page.ParentId;

    /// <summary>Gives the ids of the pages right below a page, ascending; drafts are not among them.</summary>
    public IReadOnlyList<long> ChildrenOf(long id) => [.. new SortedSet<long>(All(id).Where(child => Site.IsVisible(site.StatusOf(child))))];

    /// <summary>Moves all that lies right below a page up to its parent. The caller holds the write lock.</summary>
    public void MoveChildrenUp(Page page)
    {
        foreach (long id in All(page.Id).ToList())
        {
            if (site.FindPage(id) is Page child && child.Status != PageStatus.Trashed)
            {
                site.Store(child with { ParentId = page.ParentId });
            }
        }
    }

    private IEnumerable<long> All(long id)
    {
        if (site.Ids.FindPage(id) is { Kind: PageKind.Page } place)
        {
            foreach (int child in site.Generated.ChildrenOf(place.Ordinal))
            {
                long childId = site.Ids.PageId(child);
                if (!changed.ContainsKey(childId))
                {
                    yield return childId;
                }
            }
        }

        foreach (Page page in changed.Values)
        {
            if (page.ParentId == id)
            {
                yield return page.Id;
            }
        }
    }
}
