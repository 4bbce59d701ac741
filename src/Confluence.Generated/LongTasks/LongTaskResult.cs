using System.Diagnostics;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated;

/// <summary>A task that ended well.</summary>
/// <param name="taskId">The id of the task.</param>
/// <param name="details">The last answer about the task.</param>
[DebuggerDisplay("LongTaskResult {TaskId}")]
public sealed class LongTaskResult(string taskId, LongTaskStatusDetails details)
{
    /// <summary>The id of the task.</summary>
    public string TaskId { get; } = taskId;

    /// <summary>The last answer about the task, with all that it has: for example, for the copy of a page hierarchy, the id of the new page in <see cref="LongTaskStatusDetails.AdditionalDetails"/>.</summary>
    public LongTaskStatusDetails Details { get; } = details;

    /// <summary>What Confluence says about the task, in its own words: it may have ended well and yet have left something out. Often empty.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>How long this wait lasted. The task may have begun before.</summary>
    public TimeSpan Elapsed { get; init; }
}
