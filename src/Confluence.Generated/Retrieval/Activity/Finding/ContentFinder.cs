namespace Confluence.Generated.Retrieval;

/// <summary>Finds the pages and blog posts that are to be looked into.</summary>
internal abstract class ContentFinder
{
    private readonly ContentSource[] _sources;

    protected ContentFinder(ConfluenceClient client, ActivityOptions options)
    {
        Client = client;
        Options = options;
        PageOptions = options.ToPages();
        _sources = [.. PageScope.AllSources(client, PageOptions).Where(source => PageOptions.Wants(source.Kind))];
    }

    protected ConfluenceClient Client { get; }

    protected ActivityOptions Options { get; }

    /// <summary>The options as the retrieval of pages knows them.</summary>
    protected PageRetrievalOptions PageOptions { get; }

    public static ContentFinder Of(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) =>
        options.PageIds is { Count: > 0 } ids ? new NamedContent(client, options, ids)
        : options.IsSearched ? new SearchedContent(client, options)
        : new ListedContent(client, options, gaps);

    /// <summary>Finds them. One that is found in several ways comes several times.</summary>
    public abstract IAsyncEnumerable<FoundContent> FindAsync(CancellationToken cancellationToken);

    /// <summary>Reads one of which only the id is known; null when the site gives nothing for it.</summary>
    public async Task<RetrievedPage?> ReadAsync(FoundContent found, CancellationToken cancellationToken)
    {
        foreach (ContentSource source in _sources.Where(source => found.Kind == default || found.Kind == source.Kind))
        {
            try
            {
                return await source.ReadAsync(found.Id ?? string.Empty, null, new DetailsCall(null, PageParts.None), cancellationToken).ConfigureAwait(false);
            }
            catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
            {
                // The routes of one kind do not know the ids of the other.
            }
        }

        return null;
    }

    protected bool Wants(PageKind kind) => PageOptions.Wants(kind);
}
