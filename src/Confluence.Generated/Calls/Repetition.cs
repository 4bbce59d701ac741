namespace Confluence.Generated.Calls;

/// <summary>What an attempt is followed by.</summary>
internal enum Repetition
{
    /// <summary>Nothing: it ends the call.</summary>
    None,

    /// <summary>Another one, after a wait that the client chooses.</summary>
    AfterBackoff,

    /// <summary>Another one, after the wait that the server named.</summary>
    AfterNamedWait,

    /// <summary>Another one, as soon as the gate of the quota lets it pass.</summary>
    AfterQuota,
}
