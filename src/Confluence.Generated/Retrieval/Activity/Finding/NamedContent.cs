using Confluence.Generated.Retrieval.Pages.Walking;

namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>The pages and blog posts whose ids the caller names.</summary>
internal sealed class NamedContent(ActivityOptions options, PageWalkState walk, IReadOnlyList<string> ids) : ContentFinder(options, walk)
{
    public override IAsyncEnumerable<FoundContent> FindAsync(CancellationToken cancellationToken) =>
        ids.Select(static id => new FoundContent(id, default)).ToAsyncEnumerable();
}
