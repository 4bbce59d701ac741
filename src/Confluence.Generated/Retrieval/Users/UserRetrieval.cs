namespace Confluence.Generated.Retrieval;

/// <summary>The users of a site: all, those with given account ids, those of a group.</summary>
public class UserRetrieval
{
    private readonly ConfluenceClient? _client;

    internal UserRetrieval(ConfluenceClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected UserRetrieval()
    {
    }
}
