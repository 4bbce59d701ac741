using System.Collections.Concurrent;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <content>Pages and blog posts.</content>
internal sealed partial class Site
{
    private readonly ConcurrentDictionary<long, Page> _changed = new();
    private readonly CreatedIds _created = new();

    /// <summary>Gets how many pages and blog posts were changed or created since the start.</summary>
    public int ChangedPages => _changed.Count;

    /// <summary>Finds a page or blog post in whatever status; null when the id is none of a page, or the page was purged.</summary>
    public Page? FindPage(long id)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return page.Status == PageStatus.Purged ? null : page;
        }

        return Ids.FindPage(id) is PagePlace place ? Unchanged(id, place) : null;
    }

    /// <summary>Tells whether there was a page or blog post that was purged.</summary>
    public bool WasPurged(long id) => _changed.TryGetValue(id, out Page? page) && page.Status == PageStatus.Purged;

    /// <summary>Gives a page as it is, or was when it was purged: for answers that began before.</summary>
    /// <exception cref="InvalidOperationException">There never was such a page.</exception>
    public Page LastKnownPage(long id) => _changed.TryGetValue(id, out Page? page) ? page
        : Ids.FindPage(id) is PagePlace place ? Unchanged(id, place)
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There never was a page {id}."));

    /// <summary>Gives the ids of all pages of a kind, in ascending or descending order, from the one beyond <paramref name="after"/> on.</summary>
    /// <param name="after">The id to start beyond, null to start at the end of the range.</param>
    /// <param name="descending">True to go from the largest id to the smallest.</param>
    /// <param name="kind">The kind.</param>
    public IEnumerable<long> PageIds(long? after = null, bool descending = false, PageKind kind = PageKind.Page) =>
        descending ? PageIdsDown(kind, after ?? long.MaxValue) : PageIdsUp(kind, after ?? 0);

    public PageStatus StatusOf(long id)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return page.Status;
        }

        return Ids.FindPage(id) is PagePlace place
            ? MadeUp[place.Kind].IsArchived(place.Ordinal) ? PageStatus.Archived : PageStatus.Current
            : PageStatus.Purged;
    }

    /// <summary>Gives the ordinal of the space of a page; -1 when there is no such page.</summary>
    public int SpaceOf(long id) => Look(id, static page => page.Space, static (made, ordinal) => made.SpaceOf(ordinal), -1);

    public DateTimeOffset CreatedAt(long id) =>
        Look(id, static page => page.CreatedAt, static (made, ordinal) => made.CreatedAt(ordinal), Dates.Epoch);

    public DateTimeOffset ModifiedAt(long id) =>
        Look(id, page => Version(page, page.VersionCount).CreatedAt, static (made, ordinal) => made.ModifiedAt(ordinal), Dates.Epoch);

    public string Title(long id) => Look(id, static page => page.Title, static (made, ordinal) => made.Title(ordinal), "");

    public int PositionOf(long id) =>
        Look(id, static page => page.Position, static (made, ordinal) => (made as GeneratedPages)?.Position(ordinal) ?? 0, 0);

    /// <summary>Gives the ids of the pages of a kind with this title, in all spaces or one, in any status, ascending.</summary>
    public IReadOnlyList<long> FindByTitle(string title, int? space = null, PageKind kind = PageKind.Page)
    {
        SortedSet<long> found = [];
        int first = space ?? 0;
        int last = space ?? Spaces.Count - 1;
        for (int candidate = first; candidate <= last; candidate++)
        {
            if (MadeUp[kind].FindByTitle(candidate, title) is int ordinal && !_changed.ContainsKey(Ids.Id(kind, ordinal)))
            {
                found.Add(Ids.Id(kind, ordinal));
            }
        }

        foreach (Page page in _changed.Values)
        {
            if (page.Kind == kind
                && page.Status != PageStatus.Purged
                && (space is null || page.Space == space)
                && page.Title.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(page.Id);
            }
        }

        return [.. found];
    }

    public VersionInfo Version(Page page, int number) => number > page.GeneratedVersions
        ? page.StoredVersions[number - page.GeneratedVersions - 1].Info
        : MadeUp[page.Kind].Version(OrdinalOf(page), number);

    public string TitleAt(Page page, int number) => number > page.GeneratedVersions
        ? page.StoredVersions[number - page.GeneratedVersions - 1].Title
        : MadeUp[page.Kind].Title(OrdinalOf(page));

    /// <summary>Gives a version's body in one representation.</summary>
    public string Body(Page page, int number, string representation) => number > page.GeneratedVersions
        ? BodyConversion.Convert(page.StoredVersions[number - page.GeneratedVersions - 1].Body, representation)
        : BodyConversion.Render(MadeUp[page.Kind].Body(OrdinalOf(page), number), representation);

    /// <summary>Gives the words of the current version, one line a paragraph.</summary>
    public string PlainText(Page page) => page.StoredVersions is [.., StoredVersion last]
        ? string.Join('\n', BodyConversion.Lines(last.Body))
        : BodyRenderer.Text(MadeUp[page.Kind].Body(OrdinalOf(page), page.VersionCount));

    /// <summary>Gives those who like a page; one created through the API nobody likes.</summary>
    public IReadOnlyList<string> Likes(Page page) => page.Place is PagePlace place ? MadeUp[place.Kind].Likes(place.Ordinal) : [];

    /// <summary>Stores a changed page. The caller holds <see cref="WriteLock"/>.</summary>
    public void Store(Page page)
    {
        if (page.Place is null)
        {
            _created.Set((long)page.Kind, page.Id, page.Status != PageStatus.Purged);
        }

        // The mark stays for created pages too: their children still find the way to the next parent.
        _changed[page.Id] = page;
    }

    private T Look<T>(long id, Func<Page, T> changed, Func<GeneratedContent, int, T> unchanged, T otherwise)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return changed(page);
        }

        return Ids.FindPage(id) is PagePlace place ? unchanged(MadeUp[place.Kind], place.Ordinal) : otherwise;
    }

    private IEnumerable<long> PageIdsUp(PageKind kind, long after)
    {
        for (int ordinal = Ids.FirstPageAfter(kind, after); ordinal < MadeUp[kind].Count; ordinal++)
        {
            yield return Ids.Id(kind, ordinal);
        }

        foreach (long id in _created[(long)kind])
        {
            if (id > after)
            {
                yield return id;
            }
        }
    }

    private IEnumerable<long> PageIdsDown(PageKind kind, long before)
    {
        foreach (long id in _created[(long)kind].Reverse())
        {
            if (id < before)
            {
                yield return id;
            }
        }

        for (int ordinal = Ids.FirstPageAfter(kind, before - 1) - 1; ordinal >= 0; ordinal--)
        {
            yield return Ids.Id(kind, ordinal);
        }
    }

    private static int OrdinalOf(Page page) => page.Place?.Ordinal ?? throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"Page {page.Id} was created through the API and has no made-up versions."));

    private Page Unchanged(long id, PagePlace place)
    {
        GeneratedContent made = MadeUp[place.Kind];
        GeneratedPages? tree = made as GeneratedPages;
        int author = made.Author(place.Ordinal);
        int owner = tree?.Owner(place.Ordinal) ?? author;
        return new Page
        {
            Id = id,
            Kind = place.Kind,
            Place = place,
            Space = made.SpaceOf(place.Ordinal),
            Title = made.Title(place.Ordinal),
            Status = made.IsArchived(place.Ordinal) ? PageStatus.Archived : PageStatus.Current,
            ParentId = tree?.ParentOf(place.Ordinal) is int parent ? Ids.PageId(parent) : null,
            Position = tree?.Position(place.Ordinal) ?? 0,
            AuthorId = Ids.AccountId(author),
            OwnerId = Ids.AccountId(owner),
            LastOwnerId = owner == author ? null : Ids.AccountId(author),
            CreatedAt = made.CreatedAt(place.Ordinal),
            GeneratedVersions = made.VersionCount(place.Ordinal),
        };
    }
}
