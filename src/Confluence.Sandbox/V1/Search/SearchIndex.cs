using Confluence.Sandbox.Content;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1.Search;

/// <summary>All that a search looks through: current pages and blog posts, their comments and their attachments.</summary>
internal static class SearchIndex
{
    /// <summary>Gives the items of some types by ascending id.</summary>
    /// <param name="site">The site.</param>
    /// <param name="types">The types.</param>
    /// <param name="after">The id to start beyond.</param>
    public static IEnumerable<SearchItem> Items(Site site, IReadOnlySet<string> types, long after = 0)
    {
        List<IEnumerable<SearchItem>> sources = [];
        foreach (PageKind kind in PageKinds.All.Where(kind => types.Contains(kind.Type())))
        {
            sources.Add(site.PageIds(after, kind: kind).Where(id => site.StatusOf(id) == PageStatus.Current).Select(id => new PageItem(site, id, kind)));
        }

        if (types.Contains(SearchTypes.Comment))
        {
            foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
            {
                sources.Add(site.Comments.All(inline, after)
                    .Where(comment => site.StatusOf(comment.PageId) == PageStatus.Current)
                    .Select(comment => new CommentItem(site, comment)));
            }
        }

        if (types.Contains(SearchTypes.Attachment))
        {
            sources.Add(site.Attachments.All(after)
                .Where(attachment => site.Attachments.StatusOf(attachment) == PageStatus.Current)
                .Select(attachment => new AttachmentItem(site, attachment)));
        }

        return Merge(sources);
    }

    // Each source is in order; what was created through the API mixes the kinds, and so do the two kinds of comments.
    private static IEnumerable<SearchItem> Merge(List<IEnumerable<SearchItem>> sources)
    {
        PriorityQueue<IEnumerator<SearchItem>, long> open = new();
        List<IEnumerator<SearchItem>> all = [.. sources.Select(static source => source.GetEnumerator())];
        try
        {
            foreach (IEnumerator<SearchItem> source in all)
            {
                Advance(source);
            }

            while (open.TryDequeue(out IEnumerator<SearchItem>? next, out _))
            {
                yield return next.Current;
                Advance(next);
            }
        }
        finally
        {
            all.ForEach(static source => source.Dispose());
        }

        void Advance(IEnumerator<SearchItem> source)
        {
            if (source.MoveNext())
            {
                open.Enqueue(source, source.Current.Id);
            }
        }
    }
}
