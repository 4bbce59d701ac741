using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Spaces;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>What the parts of one walk over pages share.</summary>
internal sealed class PageWalkState
{
    public PageWalkState(string what, ISiteClient client, RetrievalOptions options)
        : this(client, new RetrievalGaps(what, options, client.Transport.Logger), new WalkFailures(client.Watch, options), new SpaceDirectory(client, options))
    {
    }

    private PageWalkState(ISiteClient client, RetrievalGaps gaps, WalkFailures failures, SpaceDirectory spaces)
    {
        Client = client;
        Gaps = gaps;
        Failures = failures;
        Spaces = spaces;
    }

    public ISiteClient Client { get; }

    /// <summary>Where gaps are told.</summary>
    public RetrievalGaps Gaps { get; }

    /// <summary>What judges failures.</summary>
    public WalkFailures Failures { get; }

    /// <summary>The spaces that are known.</summary>
    public SpaceDirectory Spaces { get; }

    /// <summary>The ids that lists have given: a page whose place changes while the lists are walked can come twice, also in two lists.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>The same walk with other lists, which have given nothing yet.</summary>
    public PageWalkState Anew() => new(Client, Gaps, Failures, Spaces);
}
