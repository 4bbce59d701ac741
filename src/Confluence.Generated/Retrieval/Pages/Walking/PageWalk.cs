using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Walking;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>One walk over pages and blog posts: the lists first, each item completed on the way, then what is not there any more.</summary>
internal sealed class PageWalk(ISiteClient client, PageRetrievalOptions options)
{
    private readonly PageWalkState _walk = new("pages", client, options);

    public async IAsyncEnumerable<RetrievedPage> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(client, options, _walk.Spaces, cancellationToken).ConfigureAwait(false);
        PageCompletion completion = new(options, PageCompletion.ListedBody(options), _walk);
        HashSet<string>? missing = options.KnownIds is null ? null : new HashSet<string>(options.KnownIds, StringComparer.Ordinal);

        foreach ((ContentSource source, ListCall call) in scope.Lists())
        {
            IAsyncEnumerable<RetrievedPage> pages = new PageListing(source, call, _walk).WalkAsync(cancellationToken)
                .SelectInOrderAsync(options.Concurrency, (page, token) => completion.CompleteAsync(source, page, token), cancellationToken);
            await foreach (RetrievedPage page in pages.ConfigureAwait(false))
            {
                missing?.Remove(page.Id);
                yield return page;
            }
        }

        if (missing is not null)
        {
            PageCompletion unlisted = new(options, listed: null, _walk);
            await foreach (RetrievedPage page in new Tombstones(options, scope, _walk, unlisted).FindAsync(missing, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }
        }

        _walk.Gaps.ThrowIfUntold();
    }

    /// <summary>Reads pages by their ids.</summary>
    public async IAsyncEnumerable<RetrievedPage> ReadAsync(IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageCompletion completion = new(options, listed: null, _walk);
        PageReader reader = new(options, _walk);
        await foreach (RetrievedPage page in ids.ToAsyncEnumerable()
            .SelectInOrderAsync(options.Concurrency, (id, token) => ReadAsync(reader, completion, id, token), cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }

        _walk.Gaps.ThrowIfUntold();
    }

    private static async Task<RetrievedPage> ReadAsync(PageReader reader, PageCompletion completion, string id, CancellationToken cancellationToken)
    {
        (ContentSource? source, RetrievedPage page) = await reader.ReadAsync(id, completion.First, cancellationToken).ConfigureAwait(false);
        return source is null ? page : await completion.CompleteReadAsync(source, page, cancellationToken).ConfigureAwait(false);
    }
}
