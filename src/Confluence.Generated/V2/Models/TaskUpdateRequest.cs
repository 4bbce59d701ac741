using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a task that was read.</content>
public sealed partial class TaskUpdateRequest
{
    /// <summary>Makes the request that sets the status of a task that was read. Nothing is sent yet, and nothing is read.</summary>
    /// <param name="task">The task as it was read; its body is not needed.</param>
    /// <param name="status">The new status.</param>
    /// <returns>The request, for <see cref="TasksClient.UpdateTaskAsync"/> with the id of the task.</returns>
    /// <remarks>
    /// The status is all that Confluence changes, so only it and the id are sent: who did it and when, Confluence fills in. The assignee and the due
    /// date stand in the page or blog post; change that instead. A task has no version, so nobody else's change is noticed: the last one stays.
    /// </remarks>
    /// <exception cref="ArgumentException">The task was read without its id, or the status is none that an update takes.</exception>
    public static TaskUpdateRequest From(ContentTask task, ContentTaskStatus status)
    {
        RequestSource source = new("task", task, nameof(task), task?.IdOrNull);
        if (status != ContentTaskStatus.Complete && status != ContentTaskStatus.Incomplete)
        {
            throw source.Unusable(nameof(status), $"is {RequestSource.Shown(status.Value)}; an update takes complete and incomplete only.");
        }

        return new TaskUpdateRequest { Id = source.Id, Status = status };
    }
}
