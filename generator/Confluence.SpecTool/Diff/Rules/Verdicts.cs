namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Whether a client that speaks the old document still works with a server that speaks the new one.</summary>
internal enum WireVerdict
{
    /// <summary>Nothing of the requests and answers changes.</summary>
    None,

    /// <summary>It works as before.</summary>
    Holds,

    /// <summary>It depends on how strict the client is, or on the values that it sends and gets.</summary>
    MayBreak,

    /// <summary>It fails.</summary>
    Breaks,
}

/// <summary>What a change means for code that calls this library, ordered by weight.</summary>
internal enum CallerVerdict
{
    /// <summary>Nothing that callers can see.</summary>
    None,

    /// <summary>There is more than before.</summary>
    Addition,

    /// <summary>The same code compiles and runs, and does something else.</summary>
    Behaviour,

    /// <summary>It has to be compiled again; its text stays.</summary>
    Binary,

    /// <summary>It does not compile any more, or not without new warnings.</summary>
    Source,
}

/// <summary>Where a value travels.</summary>
[Flags]
internal enum Ways
{
    None = 0,

    /// <summary>In the path, the query or a header of a request, as text.</summary>
    Address = 1,

    /// <summary>In the body of a request.</summary>
    Sent = 2,

    /// <summary>In an answer.</summary>
    Received = 4,
}
