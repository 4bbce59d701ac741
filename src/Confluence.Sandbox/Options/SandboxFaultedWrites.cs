namespace Confluence.Sandbox;

/// <summary>Whether faults strike writes (every method but GET and HEAD), and when.</summary>
public enum SandboxFaultedWrites
{
    /// <summary>Only reads are struck.</summary>
    None,

    /// <summary>
    /// Writes are struck before they change anything. Faults that need a body (<see cref="SandboxFault.ClosedInBody"/>,
    /// <see cref="SandboxFault.TruncatedBody"/>, <see cref="SandboxFault.HtmlAsJson"/>) leave them alone.
    /// </summary>
    BeforeChange,

    /// <summary>
    /// Writes are carried out and their answers lost: what a caller sees as failed has happened. A 429 is sent without carrying the write
    /// out all the same, because it always means that.
    /// </summary>
    AfterChange,
}
