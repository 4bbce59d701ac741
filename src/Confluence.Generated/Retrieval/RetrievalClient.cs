using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// Retrieves users, pages and activity, in one call each. Each call combines the operations of v2 and v1 that it needs; its documentation says
/// what it costs in requests.
/// </summary>
/// <remarks>Nothing is sent before a sequence is walked, and each walk starts at the beginning. The members are virtual, so that tests of calling code can override them.</remarks>
public class RetrievalClient
{
    private readonly ISiteClient? _client;

    internal RetrievalClient(ISiteClient client) => _client = client;

    /// <summary>Makes a client without a connection, for mocks that override its members.</summary>
    protected RetrievalClient()
    {
    }

    /// <summary>The users of the site: all, those with given account ids, those of a group.</summary>
    public virtual UserRetrieval Users => field ??= new UserRetrieval(Connected);

    /// <summary>Pages and blog posts, with the parts that the caller asks for.</summary>
    public virtual PageRetrieval Pages => field ??= new PageRetrieval(Connected);

    /// <summary>What people did on pages and blog posts.</summary>
    public virtual ActivityRetrieval Activity => field ??= new ActivityRetrieval(Connected);

    private ISiteClient Connected => _client ?? throw new InvalidOperationException("This client was made without a connection, as mocks are. Override the property.");
}
