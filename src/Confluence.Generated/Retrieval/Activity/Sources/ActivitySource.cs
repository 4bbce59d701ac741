namespace Confluence.Generated.Retrieval;

/// <summary>Reads one sort of activity on a page. Pages are read at the same time, by the same object.</summary>
internal abstract class ActivitySource(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps)
{
    /// <summary>The largest size of the lists of v2.</summary>
    protected const int LargestPage = 250;

    private int _refused;

    protected ConfluenceClient Client => client;

    protected ActivityOptions Options => options;

    public abstract ActivitySources Flag { get; }

    /// <summary>Whether the site has refused the source for all pages, so that nobody asks any more.</summary>
    public bool IsRefused => Volatile.Read(ref _refused) != 0;

    /// <summary>What the source gives, in a sentence.</summary>
    protected abstract string What { get; }

    public abstract Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken);

    /// <summary>The gap that a refusal leaves; null when it was told before.</summary>
    public RetrievalGap? Refused(RetrievedPage page, ConfluenceApiException error)
    {
        // What these say holds for every page alike.
        if (error.Kind == ConfluenceErrorKind.AnalyticsNotPermitted || error.Kind == ConfluenceErrorKind.RouteNotFound)
        {
            return Interlocked.Exchange(ref _refused, 1) == 0 ? Told(RetrievalGap.Of($"{What} of all pages", error)) : null;
        }

        return Told(RetrievalGap.Of($"{What} of the {Noun(page)} {page.Id}", error, page.Id));
    }

    protected static string Noun(RetrievedPage page) => page.Kind == PageKind.BlogPost ? "blog post" : "page";

    /// <summary>The event for something that the site lists without an id, so that it can neither be recognised again nor be looked into.</summary>
    protected ActivityEvent WithoutId(RetrievedPage page, string noun) => ActivityEvent.Missing(
        Told(new RetrievalGap($"{noun} of the {Noun(page)} {page.Id}", "the site listed it without an id, so that it can neither be told apart from others nor looked into.") { ContentId = page.Id }), page);

    private RetrievalGap Told(RetrievalGap gap)
    {
        gaps.Tell(gap);
        return gap;
    }
}
