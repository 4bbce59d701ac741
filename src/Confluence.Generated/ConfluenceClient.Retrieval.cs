using Confluence.Generated.Retrieval;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Transport;

namespace Confluence.Generated;

/// <content>What combines several operations. It stands on generated code, which the rest of the client does without.</content>
public partial class ConfluenceClient : ISiteClient
{
    /// <summary>Users, pages and activity, in one call each.</summary>
    public virtual RetrievalClient Retrieval => field ??= new RetrievalClient(this);

    ConfluenceTransport ISiteClient.Transport => Transport;

    Uri? ISiteClient.WebBase => WebBase;

    SiteWatch ISiteClient.Watch => field ??= new SiteWatch(this, Transport.TimeProvider);
}
