namespace Confluence.Generated.Retrieval;

/// <summary>Pages and blog posts, with what is asked to come along.</summary>
public class PageRetrieval
{
    private readonly ConfluenceClient? _client;

    internal PageRetrieval(ConfluenceClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected PageRetrieval()
    {
    }
}
