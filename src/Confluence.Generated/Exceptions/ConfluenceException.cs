namespace Confluence.Generated;

/// <summary>
/// The base class of all errors between this client and Confluence. Invalid arguments throw an <see cref="ArgumentException"/> instead,
/// and a cancelled call throws an <see cref="OperationCanceledException"/>.
/// </summary>
public class ConfluenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ConfluenceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that was called; null if there was none.</summary>
    public ConfluenceOperation? Operation
    {
        get => field ?? NeededFor;
        init;
    }

    /// <summary>The number of attempts; 0 if none reached the network.</summary>
    public int Attempts { get; init; }

    /// <summary>What happened, what to do about it, and what else was tried.</summary>
    public override string Message => Note is null ? base.Message : $"{base.Message} {Note}";

    /// <summary>The operation that something was needed for that failed outside of it, such as a token.</summary>
    internal ConfluenceOperation? NeededFor { get; set; }

    /// <summary>What else was tried, known only after the exception was created; null for nothing.</summary>
    internal string? Note { get; set; }

    /// <summary>Whether the call may have failed because of the amount that it asked for, so that it is worth asking for less. Failures before the server starts its work have other causes.</summary>
    internal bool MayBeForSize { get; set; }
}
