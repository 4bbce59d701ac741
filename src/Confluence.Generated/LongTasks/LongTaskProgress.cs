using System.Diagnostics;

namespace Confluence.Generated;

/// <summary>How far work is that Confluence does in the background, as one answer tells it.</summary>
/// <param name="taskId">The id of the task, or of the conversion.</param>
[DebuggerDisplay("LongTaskProgress {TaskId} {PercentageComplete}")]
public sealed class LongTaskProgress(string taskId)
{
    /// <summary>The id of the task, or of the conversion.</summary>
    public string TaskId { get; } = taskId;

    /// <summary>How much of the work is done, from 0 to 100; null if the answer does not say, as for conversions.</summary>
    public int? PercentageComplete { get; init; }

    /// <summary>What Confluence says about the work, in its own words; often empty.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>How long this wait has lasted. The work may have begun before.</summary>
    public TimeSpan Elapsed { get; init; }
}
