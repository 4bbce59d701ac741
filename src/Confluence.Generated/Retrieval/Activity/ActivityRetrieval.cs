namespace Confluence.Generated.Retrieval;

/// <summary>What people did on pages and blog posts.</summary>
public class ActivityRetrieval
{
    private readonly ConfluenceClient? _client;

    internal ActivityRetrieval(ConfluenceClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected ActivityRetrieval()
    {
    }
}
