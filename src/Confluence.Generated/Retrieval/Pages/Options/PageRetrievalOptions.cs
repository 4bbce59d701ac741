using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Which pages and blog posts to retrieve, and which parts of them.</summary>
public sealed record PageRetrievalOptions : RetrievalOptions
{
    /// <summary>Pages, blog posts or both; null or empty, the default, means pages, and both in <see cref="PageRetrieval.GetByIdsAsync"/>.</summary>
    public IReadOnlyList<PageKind>? Kinds { get; init; }

    /// <summary>
    /// The keys of the spaces to look into, such as <c>DOCS</c>; case-insensitive. Each costs one request. Null or empty, together with <see cref="SpaceIds"/>,
    /// means all spaces that the account can see.
    /// </summary>
    public IReadOnlyList<string>? SpaceKeys { get; init; }

    /// <summary>The ids of the spaces to look into; spaces by key come first. The ids are not checked: an unknown one gives no pages, or the site refuses its list.</summary>
    public IReadOnlyList<string>? SpaceIds { get; init; }

    /// <summary>
    /// The statuses to list: current, archived (pages only), trashed or deleted; other values throw an <see cref="ArgumentException"/>. Null or empty, the
    /// default, means current and archived pages and current blog posts. What is deleted comes with the state <see cref="RetrievedPageState.Trashed"/>.
    /// Drafts are in no list of the API.
    /// </summary>
    public IReadOnlyList<ContentStatus>? Statuses { get; init; }

    /// <summary>Only what has exactly this title; case-insensitive. Null, the default, for all titles.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// Only what has a version that was published at this moment or later; null, the default, for all. What comes is then sorted by the time of the
    /// last change, the latest first, and a list ends with the portion that reaches what is older, once ten items have come in order: it costs about as many list
    /// requests as there are changes.
    /// </summary>
    /// <remarks>
    /// Where the site gives a list out of its order, the rest of the list is read too, and what is older is left out. Lists are updated a moment after the
    /// change, and clocks differ: take the moment of the last run a few minutes too early, and expect pages at the boundary once more.
    /// </remarks>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>
    /// The ids that the caller has from an earlier run; null, the default, for none. What is in the trash, moved to a space that is not asked for, or
    /// gone of these comes last, with its <see cref="RetrievedPage.State"/>; so does one that is there and in no list, because it moved meanwhile or the
    /// lists lag behind, and one that cannot be read. Costs a list of all ids (one request for 250 of them) when
    /// <see cref="ChangedSince"/> is set, and one request for each id that is in no list.
    /// </summary>
    public IReadOnlyCollection<string>? KnownIds { get; init; }

    /// <summary>The parts to retrieve with each page; none by default. Each part says what it costs.</summary>
    public PageParts Include { get; init; }

    internal bool Wants(PageParts part) => (Include & part) != 0;

    /// <summary>The same for things that are named by their ids, which do not tell the kind: where none is given, both are looked for.</summary>
    internal PageRetrievalOptions ForIds() => Kinds is { Count: > 0 } ? this : this with { Kinds = [PageKind.Page, PageKind.BlogPost] };

    internal bool Wants(PageKind kind) => Kinds is { Count: > 0 } kinds ? kinds.Contains(kind) : kind == PageKind.Page;

    /// <summary>Refuses what no list can give, before anything is sent.</summary>
    internal void Validate(string parameter)
    {
        Check(SpaceKeys, nameof(SpaceKeys), parameter);
        Check(SpaceIds, nameof(SpaceIds), parameter);
        Check(KnownIds, nameof(KnownIds), parameter);
        foreach (PageKind kind in Kinds ?? [])
        {
            if (kind != PageKind.Page && kind != PageKind.BlogPost)
            {
                throw new ArgumentException($"{nameof(Kinds)} holds '{kind}'. There are {PageKind.Page} and {PageKind.BlogPost}.", parameter);
            }
        }

        if (Title is { Length: 0 })
        {
            throw new ArgumentException($"{nameof(Title)} is empty. Give a title, or null for all.", parameter);
        }

        foreach (ContentStatus status in Statuses ?? [])
        {
            if (status != ContentStatus.Current && status != ContentStatus.Archived && status != ContentStatus.Trashed && status != ContentStatus.Deleted)
            {
                throw new ArgumentException(
                    $"{nameof(Statuses)} holds '{status}', which no list of the API gives. There are current, archived, trashed and deleted. "
                    + "A draft is read by its id: client.Pages.GetPageByIdAsync with GetDraft.", parameter);
            }
        }
    }

    private static void Check(IReadOnlyCollection<string>? texts, string member, string parameter)
    {
        if (texts?.Any(string.IsNullOrEmpty) == true)
        {
            throw new ArgumentException($"{member} holds a null or empty text.", parameter);
        }
    }
}
