using System.Runtime.CompilerServices;

namespace Confluence.Generated.Retrieval;

/// <summary>One walk over pages and blog posts: the lists first, each item completed on the way, then what is not there any more.</summary>
internal sealed class PageWalk
{
    private readonly ConfluenceClient _client;
    private readonly PageRetrievalOptions _options;
    private readonly RetrievalGaps _gaps;
    private readonly SpaceDirectory _spaces;

    public PageWalk(ConfluenceClient client, PageRetrievalOptions options)
    {
        _client = client;
        _options = options;
        _gaps = new RetrievalGaps("pages", options);
        _spaces = new SpaceDirectory(client, options);
    }

    public async IAsyncEnumerable<RetrievedPage> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(_client, _options, _spaces, cancellationToken).ConfigureAwait(false);
        PageCompletion completion = new(_options, PageCompletion.ListedBody(_options), _spaces, _gaps);
        HashSet<string>? missing = _options.KnownIds is null ? null : new HashSet<string>(_options.KnownIds, StringComparer.Ordinal);

        foreach ((ContentSource source, ListCall call) in scope.Lists())
        {
            IAsyncEnumerable<RetrievedPage> pages = Changed(new PageListing(source, call, _gaps).WalkAsync(cancellationToken))
                .SelectInOrderAsync(_options.Concurrency, (page, token) => completion.CompleteAsync(source, page, token), cancellationToken);
            await foreach (RetrievedPage page in pages.ConfigureAwait(false))
            {
                missing?.Remove(page.Id);
                yield return page;
            }
        }

        if (missing is not null)
        {
            await foreach (RetrievedPage page in new Tombstones(_client, _options, scope, _gaps).FindAsync(missing, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }
        }

        _gaps.ThrowIfUntold();
    }

    /// <summary>Reads pages by their ids.</summary>
    public async IAsyncEnumerable<RetrievedPage> ReadAsync(IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageCompletion completion = new(_options, listed: null, _spaces, _gaps);
        ContentSource[] sources = [.. PageScope.AllSources(_client, _options).Where(source => _options.Wants(source.Kind))];
        await foreach (RetrievedPage page in ids.ToAsyncEnumerable()
            .SelectInOrderAsync(_options.Concurrency, (id, token) => ReadAsync(sources, completion, id, token), cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }

        _gaps.ThrowIfUntold();
    }

    private static async Task<RetrievedPage> ReadAsync(ContentSource[] sources, PageCompletion completion, string id, CancellationToken cancellationToken)
    {
        foreach (ContentSource source in sources)
        {
            try
            {
                return await completion.ReadAsync(source, id, cancellationToken).ConfigureAwait(false);
            }
            catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
            {
                // The routes of one kind do not know the ids of the other.
            }
        }

        return new RetrievedPage { Id = id, State = RetrievedPageState.Gone };
    }

    private IAsyncEnumerable<RetrievedPage> Changed(IAsyncEnumerable<RetrievedPage> pages) =>
        _options.ChangedSince is { } since ? pages.TakeWhile(page => page.Version?.CreatedAt is not { } at || at >= since) : pages;
}
