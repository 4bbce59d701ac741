using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>
/// The site as the routes see it: made-up content, covered by what was changed through the API.
/// </summary>
/// <remarks>
/// Reading takes no lock: each page is one immutable record, replaced as a whole. Writing holds <see cref="WriteLock"/>.
/// </remarks>
internal sealed class Site
{
    private readonly ConcurrentDictionary<long, Page> _changed = new();
    private volatile ImmutableSortedSet<long> _created = [];
    private long _lastId = IdScheme.FirstCreatedId;

    public Site(SandboxOptions options)
    {
        Seed = options.Seed;
        Clock = options.TimeProvider;
        Ids = new IdScheme(options.Seed, options);
        Users = new GeneratedUsers(options.Seed, options, Ids);
        Spaces = new GeneratedSpaces(options.Seed, options, Ids);
        Generated = new GeneratedPages(options.Seed, options, Ids, Users);
        Comments = new GeneratedComments(options.Seed, Generated, Ids, Users);
        Groups = new GeneratedGroups(options.Seed, Users);
        Tree = new PageTree(this, _changed);
    }

    public int Seed { get; }

    public TimeProvider Clock { get; }

    public IdScheme Ids { get; }

    public GeneratedUsers Users { get; }

    public GeneratedGroups Groups { get; }

    public GeneratedSpaces Spaces { get; }

    public GeneratedPages Generated { get; }

    public GeneratedComments Comments { get; }

    public PageTree Tree { get; }

    /// <summary>Gets the lock that a write holds from its first look at the page to the last change.</summary>
    public Lock WriteLock { get; } = new();

    /// <summary>Gets how many pages were changed or created since the start; all that the sandbox stores.</summary>
    public int ChangedPages => _changed.Count;

    /// <summary>Gets the account id of the caller.</summary>
    public string CallerId => Ids.AccountId(0);

    /// <summary>Finds a page in whatever status; null when the id is none of a page, or the page was purged.</summary>
    public Page? FindPage(long id)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return page.Status == PageStatus.Purged ? null : page;
        }

        return Ids.TryGetPage(id, out int ordinal) ? Unchanged(id, ordinal) : null;
    }

    /// <summary>Gives the ids of all pages, in ascending or descending order, from the one beyond <paramref name="after"/> on.</summary>
    /// <param name="after">The id to start beyond, null to start at the end of the range.</param>
    /// <param name="descending">True to go from the largest id to the smallest.</param>
    public IEnumerable<long> PageIds(long? after = null, bool descending = false) =>
        descending ? PageIdsDown(after ?? long.MaxValue) : PageIdsUp(after ?? 0);

    public PageStatus StatusOf(long id)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return page.Status;
        }

        return Ids.TryGetPage(id, out int ordinal)
            ? Generated.IsArchived(ordinal) ? PageStatus.Archived : PageStatus.Current
            : PageStatus.Purged;
    }

    public int SpaceOf(long id)
    {
        if (_changed.TryGetValue(id, out Page? page))
        {
            return page.Space;
        }

        return Ids.TryGetPage(id, out int ordinal) ? Generated.SpaceOf(ordinal) : -1;
    }

    public DateTimeOffset CreatedAt(long id)
    {
        if (!_changed.TryGetValue(id, out Page? page) && Ids.TryGetPage(id, out int ordinal))
        {
            return Generated.CreatedAt(ordinal);
        }

        return page?.CreatedAt ?? Dates.Epoch;
    }

    public DateTimeOffset ModifiedAt(long id)
    {
        if (!_changed.TryGetValue(id, out Page? page) && Ids.TryGetPage(id, out int ordinal))
        {
            return Generated.ModifiedAt(ordinal);
        }

        return page is null ? Dates.Epoch : Version(page, page.VersionCount).CreatedAt;
    }

    public string Title(long id)
    {
        if (!_changed.TryGetValue(id, out Page? page) && Ids.TryGetPage(id, out int ordinal))
        {
            return Generated.Title(ordinal);
        }

        return page?.Title ?? "";
    }

    public int PositionOf(long id)
    {
        if (!_changed.TryGetValue(id, out Page? page) && Ids.TryGetPage(id, out int ordinal))
        {
            return Generated.Position(ordinal);
        }

        return page?.Position ?? 0;
    }

    /// <summary>Gives the ids of the pages with this title, in all spaces or one, in any status, ascending.</summary>
    public IReadOnlyList<long> FindByTitle(string title, int? space = null)
    {
        SortedSet<long> found = [];
        int first = space ?? 0;
        int last = space ?? Spaces.Count - 1;
        for (int candidate = first; candidate <= last; candidate++)
        {
            if (Generated.FindByTitle(candidate, title) is int ordinal && !_changed.ContainsKey(Ids.PageId(ordinal)))
            {
                found.Add(Ids.PageId(ordinal));
            }
        }

        foreach (Page page in _changed.Values)
        {
            if (page.Status != PageStatus.Purged
                && (space is null || page.Space == space)
                && page.Title.Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(page.Id);
            }
        }

        return [.. found];
    }

    public VersionInfo Version(Page page, int number) =>
        number > page.GeneratedVersions
            ? page.StoredVersions[number - page.GeneratedVersions - 1].Info
            : Generated.Version(OrdinalOf(page), number);

    public string TitleAt(Page page, int number)
    {
        if (number > page.GeneratedVersions)
        {
            return page.StoredVersions[number - page.GeneratedVersions - 1].Title;
        }

        return Generated.Title(OrdinalOf(page));
    }

    /// <summary>Gives a version's body in one representation.</summary>
    public string Body(Page page, int number, string representation) =>
        number > page.GeneratedVersions
            ? BodyConversion.Convert(page.StoredVersions[number - page.GeneratedVersions - 1].Body, representation)
            : BodyConversion.Render(Generated.Body(OrdinalOf(page), number), representation);

    /// <summary>Gives the words of the current version, one line a paragraph.</summary>
    public string PlainText(Page page) =>
        page.StoredVersions is [.., StoredVersion last]
            ? string.Join('\n', BodyConversion.Lines(last.Body))
            : BodyRenderer.Text(Generated.Body(OrdinalOf(page), page.VersionCount));

    /// <summary>Stores a changed page. The caller holds <see cref="WriteLock"/>.</summary>
    public void Store(Page page)
    {
        if (page.Ordinal is null)
        {
            _created = page.Status == PageStatus.Purged ? _created.Remove(page.Id) : _created.Add(page.Id);
        }

        // The mark stays for created pages too: their children still find the way to the next parent.
        _changed[page.Id] = page;
    }

    /// <summary>Gives a fresh content id. The caller holds <see cref="WriteLock"/>.</summary>
    public long NextId() => _lastId += 1 + new Draw(Seed, EntityKind.Site, _lastId).Below(30, Aspect.Identity);

    /// <summary>Tells whether lists show a page of this status unless asked otherwise.</summary>
    public static bool IsVisible(PageStatus status) => status is PageStatus.Current or PageStatus.Archived;

    private IEnumerable<long> PageIdsUp(long after)
    {
        for (int ordinal = Ids.FirstPageAfter(after); ordinal < Generated.Count; ordinal++)
        {
            yield return Ids.PageId(ordinal);
        }

        foreach (long id in _created)
        {
            if (id > after)
            {
                yield return id;
            }
        }
    }

    private IEnumerable<long> PageIdsDown(long before)
    {
        foreach (long id in _created.Reverse())
        {
            if (id < before)
            {
                yield return id;
            }
        }

        for (int ordinal = Ids.FirstPageAfter(before - 1) - 1; ordinal >= 0; ordinal--)
        {
            yield return Ids.PageId(ordinal);
        }
    }

    private static int OrdinalOf(Page page) => page.Ordinal ?? throw new InvalidOperationException(
        string.Create(CultureInfo.InvariantCulture, $"Page {page.Id} was created through the API and has no made-up versions."));

    private Page Unchanged(long id, int ordinal) => new()
    {
        Id = id,
        Ordinal = ordinal,
        Space = Generated.SpaceOf(ordinal),
        Title = Generated.Title(ordinal),
        Status = Generated.IsArchived(ordinal) ? PageStatus.Archived : PageStatus.Current,
        ParentId = Generated.ParentOf(ordinal) is int parent ? Ids.PageId(parent) : null,
        Position = Generated.Position(ordinal),
        AuthorId = Ids.AccountId(Generated.Author(ordinal)),
        OwnerId = Ids.AccountId(Generated.Owner(ordinal)),
        LastOwnerId = Generated.Owner(ordinal) == Generated.Author(ordinal) ? null : Ids.AccountId(Generated.Author(ordinal)),
        CreatedAt = Generated.CreatedAt(ordinal),
        GeneratedVersions = Generated.VersionCount(ordinal),
    };
}
