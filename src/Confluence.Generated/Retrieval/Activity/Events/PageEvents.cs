using Confluence.Generated.Retrieval.Pages.Walking;

namespace Confluence.Generated.Retrieval.Activity.Events;

/// <summary>The events of one page, as its sources find them: each key once, since sites give a comment on two portions of a list now and then.</summary>
internal sealed class PageEvents(RetrievedPage page, PageWalkState walk)
{
    private readonly FreshPage _fresh = new(page, walk.Client.Transport);
    private readonly List<ActivityEvent> _events = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public RetrievedPage Page => page;

    /// <summary>How the kind of the page is called in a sentence.</summary>
    public string Noun => page.Kind == PageKind.BlogPost ? "blog post" : "page";

    public IReadOnlyList<ActivityEvent> All => _events;

    public void Add(ActivityEvent activity)
    {
        if (_keys.Add(activity.Key))
        {
            _events.Add(activity);
        }
    }

    /// <summary>The same read, with patience where the page is new.</summary>
    public Func<CancellationToken, Task<T>> Patiently<T>(Func<CancellationToken, Task<T>> read) => _fresh.Patiently(read);

    /// <summary>The same list, begun with patience where the page is new.</summary>
    public IAsyncEnumerable<T> Patiently<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken) => _fresh.Patiently(items, cancellationToken);

    /// <summary>Puts a gap where the events would be, and tells of it.</summary>
    public void Miss(RetrievalGap gap)
    {
        walk.Gaps.Tell(gap);
        Add(ActivityEvent.Missing(gap, page));
    }

    /// <summary>Tells of something that the site lists without an id, so that it can neither be recognised again nor be looked into.</summary>
    public void MissId(string noun) => Miss(new RetrievalGap(
        $"{noun} of the {Noun} {page.Id}", "the site listed it without an id, so that it can neither be told apart from others nor looked into.")
    { ContentId = page.Id });
}
