using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>Finds the pages and blog posts that are to be looked into.</summary>
internal abstract class ContentFinder(ActivityOptions options, PageWalkState walk)
{
    protected ActivityOptions Options => options;

    protected PageWalkState Walk => walk;

    protected ISiteClient Client => walk.Client;

    /// <summary>The options as the retrieval of pages knows them.</summary>
    protected PageRetrievalOptions PageOptions { get; } = options.ToPages();

    public static ContentFinder Of(ActivityOptions options, PageWalkState walk) =>
        options.PageIds is { Count: > 0 } ids ? new NamedContent(options, walk, ids)
        : options.IsSearched ? new SearchedContent(options, walk)
        : new ListedContent(options, walk);

    /// <summary>Finds them. One that is found in several ways comes several times.</summary>
    public abstract IAsyncEnumerable<FoundContent> FindAsync(CancellationToken cancellationToken);

    protected bool Wants(PageKind kind) => PageOptions.Wants(kind);
}
