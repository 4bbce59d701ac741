namespace Confluence.Generated.Errors;

/// <summary>A request, as errors describe it: its text is the operation, method and path, never the query.</summary>
internal interface IAskedFor
{
    /// <summary>The operation.</summary>
    ConfluenceOperation Operation { get; }

    /// <summary>Whether the query has a parameter of this name.</summary>
    bool Asks(string parameter);
}
