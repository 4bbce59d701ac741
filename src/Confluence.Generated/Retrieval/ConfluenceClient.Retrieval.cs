using Confluence.Generated.Retrieval;

namespace Confluence.Generated;

/// <content>What combines several operations. It stands on generated code, which the rest of the client does without.</content>
public partial class ConfluenceClient
{
    /// <summary>Users, pages and activity, in one call each.</summary>
    public virtual RetrievalClient Retrieval => field ??= new RetrievalClient(this);
}
