namespace Confluence.Sandbox.Faults;

/// <summary>What a fault may strike. It decides whether and when.</summary>
internal enum FaultTarget
{
    Read,
    Write,

    /// <summary>A request for tokens, which changes what the authorization server knows.</summary>
    Token,
}
