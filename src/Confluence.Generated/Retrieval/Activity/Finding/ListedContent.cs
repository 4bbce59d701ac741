using System.Runtime.CompilerServices;

namespace Confluence.Generated.Retrieval;

/// <summary>All pages and blog posts of the site or of some spaces.</summary>
internal sealed class ListedContent(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ContentFinder(client, options)
{
    public override async IAsyncEnumerable<FoundContent> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(Client, PageOptions, new SpaceDirectory(Client, Options), cancellationToken).ConfigureAwait(false);
        await foreach (RetrievedPage page in scope.SweepAsync(gaps, cancellationToken).ConfigureAwait(false))
        {
            yield return new FoundContent(page.Id, page.Kind, page);
        }
    }
}
