namespace Confluence.Generated.Retrieval;

/// <summary>The pages and blog posts whose ids the caller names.</summary>
internal sealed class NamedContent(ConfluenceClient client, ActivityOptions options, IReadOnlyList<string> ids) : ContentFinder(client, options)
{
    public override IAsyncEnumerable<FoundContent> FindAsync(CancellationToken cancellationToken) =>
        ids.Select(static id => new FoundContent(id, default)).ToAsyncEnumerable();
}
