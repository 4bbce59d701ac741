using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Whose activity to retrieve, on what, and when. Without any of it, all activity on all pages of the site.</summary>
public sealed record ActivityOptions : RetrievalOptions
{
    /// <summary>Activity on pages, on blog posts or on both; null or empty, the default, means on pages, and on both where <see cref="PageIds"/> names them.</summary>
    public IReadOnlyList<PageKind>? PageKinds { get; init; }

    /// <summary>Only on these pages or blog posts; null or empty, the default, for all. Cannot be combined with spaces.</summary>
    public IReadOnlyList<string>? PageIds { get; init; }

    /// <summary>Only in the spaces with these keys; case-insensitive. Null or empty, the default, for all that the account can see.</summary>
    public IReadOnlyList<string>? SpaceKeys { get; init; }

    /// <summary>
    /// Only in the spaces with these ids; null or empty, the default, for all. The ids are checked only where <see cref="Since"/> or <see cref="AccountIds"/> is
    /// set: then an unknown one throws a <see cref="ConfluenceRetrievalException"/>. Otherwise it gives no activity, or the site refuses its list.
    /// </summary>
    public IReadOnlyList<string>? SpaceIds { get; init; }

    /// <summary>
    /// Only what the users with these account ids did; null or empty, the default, for all users. The pages are then found by a search for those that
    /// they wrote, edited, commented on or attached files to, and by the list of their tasks. A like on a page that a user did nothing else on
    /// is not found this way: the API has no list of a user's likes.
    /// </summary>
    public IReadOnlyList<string>? AccountIds { get; init; }

    /// <summary>
    /// Only what was done at this moment or later; null, the default, for all. The pages are then found by a search for what changed since, and only
    /// these are looked into. The search knows no archived pages, and its index lags behind by minutes, so overlap the periods of incremental runs
    /// and recognise what you have by <see cref="ActivityEvent.Key"/>.
    /// </summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what was done before this moment; null, the default, for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What to read; <see cref="ActivitySources.Default"/> by default.</summary>
    public ActivitySources Sources { get; init; } = ActivitySources.Default;

    /// <summary>
    /// Whether events without a time, such as likes, are given although <see cref="Since"/> or <see cref="Until"/> is set. False by default.
    /// Without a period they are always given.
    /// </summary>
    public bool IncludeUntimed { get; init; }

    /// <summary>
    /// The format in which comments carry their text, in <see cref="ActivityEvent.Comment"/>; null, the default, for no text. It takes no further request.
    /// </summary>
    public BodyFormat? CommentBody { get; init; }

    internal bool HasPeriod => Since is not null || Until is not null;

    internal bool Reads(ActivitySources source) => (Sources & source) == source;

    /// <summary>Whether the pages are found by a search instead of a list.</summary>
    internal bool IsSearched => PageIds is not { Count: > 0 } && (Since is not null || AccountIds is { Count: > 0 });

    internal void Validate(string parameter)
    {
        ToPages().Validate(parameter);
        if (PageIds is { Count: > 0 } && (SpaceKeys is { Count: > 0 } || SpaceIds is { Count: > 0 }))
        {
            throw new ArgumentException($"{nameof(PageIds)} and spaces are both given. Pages are in the space that they are in: leave the spaces out.", parameter);
        }

        if (PageIds?.Any(string.IsNullOrEmpty) == true || AccountIds?.Any(string.IsNullOrEmpty) == true)
        {
            throw new ArgumentException($"{(PageIds?.Any(string.IsNullOrEmpty) == true ? nameof(PageIds) : nameof(AccountIds))} holds a null or empty text.", parameter);
        }

        if (Since >= Until)
        {
            throw new ArgumentException($"{nameof(Since)} ({Since:O}) is not before {nameof(Until)} ({Until:O}).", parameter);
        }

        if (Sources == ActivitySources.None)
        {
            throw new ArgumentException($"{nameof(Sources)} is empty. Leave it as it is for {nameof(ActivitySources.Default)}, or name some.", parameter);
        }
    }

    /// <summary>The same, with both kinds where things are named by their ids and no kind is: an id does not tell it.</summary>
    internal ActivityOptions ForIds() =>
        PageIds is { Count: > 0 } && PageKinds is not { Count: > 0 } ? this with { PageKinds = [PageKind.Page, PageKind.BlogPost] } : this;

    /// <summary>The same scope, as the retrieval of pages knows it.</summary>
    internal PageRetrievalOptions ToPages() => this.Each(new PageRetrievalOptions
    {
        Kinds = PageKinds,
        SpaceKeys = SpaceKeys,
        SpaceIds = SpaceIds,
        MaxConcurrency = MaxConcurrency,
        OnGap = OnGap,
    });
}
