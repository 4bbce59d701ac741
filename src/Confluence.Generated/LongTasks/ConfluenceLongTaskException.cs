namespace Confluence.Generated;

/// <summary>
/// Work that Confluence did in the background failed. What was done before the failure may stay done, for example pages that were copied or deleted already: look before you
/// start the work again.
/// </summary>
public sealed class ConfluenceLongTaskException : ConfluenceException
{
    /// <summary>Makes the exception; waiting does, and so may tests of calling code.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="taskId">The id of the task, or of the conversion.</param>
    public ConfluenceLongTaskException(string message, string taskId)
        : base(message) => TaskId = taskId;

    /// <summary>The id of the task, or of the conversion.</summary>
    public string TaskId { get; }

    /// <summary>What Confluence says about the failure, in its own words; empty if it says nothing.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>How much of the work was done, from 0 to 100; null if the answer does not say, as for conversions.</summary>
    public int? PercentageComplete { get; init; }
}
