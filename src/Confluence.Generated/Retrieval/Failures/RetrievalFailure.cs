namespace Confluence.Generated.Retrieval;

/// <summary>Why a retrieval ended in a <see cref="ConfluenceRetrievalException"/>.</summary>
public enum RetrievalFailure
{
    /// <summary>What was asked for cannot be found, such as a space by its key. Nothing was given.</summary>
    NotFound,

    /// <summary>Everything that could be read was given, and parts are missing: <see cref="ConfluenceRetrievalException.Gaps"/> names them.</summary>
    Incomplete,

    /// <summary>The site was lost on the way, so that nothing more could be read. What was given so far is valid.</summary>
    SiteLost,
}
