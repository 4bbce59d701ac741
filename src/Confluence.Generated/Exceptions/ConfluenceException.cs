namespace Confluence.Generated;

/// <summary>
/// The base of everything that goes wrong between this client and Confluence. Mistakes in arguments are <see cref="ArgumentException"/>s instead,
/// and a cancelled call ends in an <see cref="OperationCanceledException"/>.
/// </summary>
public class ConfluenceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public ConfluenceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that was called; null when none was.</summary>
    public ConfluenceOperation? Operation
    {
        get => field ?? NeededFor;
        init;
    }

    /// <summary>How many attempts were made; 0 when none reached the network.</summary>
    public int Attempts { get; init; }

    /// <summary>What happened, what to do about it, and what else was tried.</summary>
    public override string Message => Note is null ? base.Message : $"{base.Message} {Note}";

    /// <summary>The operation that something was needed for that failed outside of it, such as a token.</summary>
    internal ConfluenceOperation? NeededFor { get; set; }

    /// <summary>What else was tried, known only when the failure is there already; null for nothing.</summary>
    internal string? Note { get; set; }

    /// <summary>Whether the call may have failed for how much it asked for, so that it is worth asking for less. What fails before the server begins its work fails for another reason.</summary>
    internal bool MayBeForSize { get; set; }
}
