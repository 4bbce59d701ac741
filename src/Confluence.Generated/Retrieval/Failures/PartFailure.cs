using Confluence.Generated.Errors;

namespace Confluence.Generated.Retrieval.Failures;

/// <summary>What the failure of one part of a walk means, when it costs no more than that part or its like.</summary>
internal enum PartFailure
{
    /// <summary>There is no such thing, or the account may not see it; the site itself answers as it should.</summary>
    NotThere,

    /// <summary>The account may not have this part.</summary>
    Refused,

    /// <summary>The site or the network failed: an error of the server, a timeout, a lost connection, an answer that cannot be read.</summary>
    Broken,

    /// <summary>The site does not offer the operation, or not for this thing: no such route, gone for good, not supported.</summary>
    NotOffered,

    /// <summary>What was asked with this operation will be refused for everything else too: a scope, a plan or a right of the whole site is missing.</summary>
    RefusedForAll,
}
