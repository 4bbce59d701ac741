namespace Confluence.Generated.Calls;

/// <summary>What follows an attempt.</summary>
internal enum Repetition
{
    /// <summary>Nothing: the attempt ends the call.</summary>
    None,

    /// <summary>Another attempt, after a wait that the client chooses.</summary>
    AfterBackoff,

    /// <summary>Another attempt, after the wait that the server named.</summary>
    AfterNamedWait,

    /// <summary>Another attempt, as soon as the quota gate lets it pass.</summary>
    AfterQuota,
}
