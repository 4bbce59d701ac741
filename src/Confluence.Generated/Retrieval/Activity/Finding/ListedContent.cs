using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Pages.Walking;

namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>All pages and blog posts of the site or of some spaces.</summary>
internal sealed class ListedContent(ActivityOptions options, PageWalkState walk) : ContentFinder(options, walk)
{
    public override async IAsyncEnumerable<FoundContent> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(Client, PageOptions, Walk.Spaces, cancellationToken).ConfigureAwait(false);
        await foreach (RetrievedPage page in scope.SweepAsync(Walk, cancellationToken).ConfigureAwait(false))
        {
            yield return new FoundContent(page.Id, page.Kind, page);
        }
    }
}
