namespace Confluence.Generated.Retrieval;

/// <summary>The events of one page, as its sources find them: each key once, since sites give a comment on two portions of a list now and then.</summary>
internal sealed class PageEvents(RetrievedPage page, RetrievalGaps gaps)
{
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

    /// <summary>Puts a gap where the events would be, and tells of it.</summary>
    public void Miss(RetrievalGap gap)
    {
        gaps.Tell(gap);
        Add(ActivityEvent.Missing(gap, page));
    }

    /// <summary>Tells of something that the site lists without an id, so that it can neither be recognised again nor be looked into.</summary>
    public void MissId(string noun) => Miss(new RetrievalGap(
        $"{noun} of the {Noun} {page.Id}", "the site listed it without an id, so that it can neither be told apart from others nor looked into.")
    { ContentId = page.Id });
}
