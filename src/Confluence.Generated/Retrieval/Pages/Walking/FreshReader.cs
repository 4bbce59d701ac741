using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Sources;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>Reads the parts of one page, which may be new.</summary>
internal sealed class FreshReader(ContentSource source, RetrievedPage page, PageWalkState walk)
{
    private readonly FreshPage _fresh = new(page, walk.Client.Transport);

    public string Noun => source.Noun;

    public string Id => page.Id;

    /// <summary>Reads a part. Nobody has been told of a gap yet, unless it is repeated.</summary>
    public Task<Part<T>> TryAsync<T>(PartOfAll of, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        of.ReadAsync(Noun, Id, _fresh.Patiently(read), cancellationToken);

    /// <summary>Tells of a gap.</summary>
    public RetrievalGap Tell(RetrievalGap gap)
    {
        walk.Gaps.Tell(gap);
        return gap;
    }
}
