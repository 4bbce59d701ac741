namespace Confluence.Generated.Retrieval;

/// <summary>
/// What integrations come for, in one call each: the users of a site, its pages and blog posts, and what people do on them. Each call combines
/// the operations of v2 and v1 that it takes, and says in its documentation what it costs in requests.
/// </summary>
/// <remarks>Nothing is sent before a sequence is walked, and each walk begins anew. The members are virtual, so that tests of calling code can override them.</remarks>
public class RetrievalClient
{
    private readonly ConfluenceClient? _client;

    internal RetrievalClient(ConfluenceClient client) => _client = client;

    /// <summary>Makes a client without a connection, for mocks that override its members.</summary>
    protected RetrievalClient()
    {
    }

    /// <summary>The users of the site: all, those with given account ids, those of a group.</summary>
    public virtual UserRetrieval Users => field ??= new UserRetrieval(Connected);

    /// <summary>Pages and blog posts, with what is asked to come along.</summary>
    public virtual PageRetrieval Pages => field ??= new PageRetrieval(Connected);

    /// <summary>What people did on pages and blog posts.</summary>
    public virtual ActivityRetrieval Activity => field ??= new ActivityRetrieval(Connected);

    /// <summary>What tells a failure of one thing from the loss of the site; one for all walks of the client.</summary>
    internal SiteWatch Watch => field ??= new SiteWatch(Connected, Connected.Transport.TimeProvider);

    private ConfluenceClient Connected => _client ?? throw new InvalidOperationException("This client was made without a connection, as mocks are. Override the property.");
}
