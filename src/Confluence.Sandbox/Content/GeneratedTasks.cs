namespace Confluence.Sandbox.Content;

/// <summary>The place of a task.</summary>
/// <param name="Page">The page in whose body it stands.</param>
/// <param name="Slot">The place among the tasks of the page.</param>
internal readonly record struct TaskSeat(PagePlace Page, int Slot)
{
    public long Id => IdScheme.TaskId(this);
}

/// <summary>
/// Makes up the tasks: those that the made-up bodies hold, for whom the bodies name. Two in five are complete, every other one has a due date.
/// </summary>
internal sealed class GeneratedTasks(int seed, GeneratedByKind pages, IdScheme ids, GeneratedUsers users)
{
    public IEnumerable<TaskSeat> On(PagePlace page)
    {
        int count = pages[page.Kind].TaskCount(page.Ordinal);
        for (int slot = 0; slot < count; slot++)
        {
            yield return new TaskSeat(page, slot);
        }
    }

    public TaskSeat? Find(long id) =>
        ids.FindTask(id) is TaskSeat seat && seat.Slot < pages[seat.Page.Kind].TaskCount(seat.Page.Ordinal) ? seat : null;

    public string Author(TaskSeat seat) => ids.AccountId(pages[seat.Page.Kind].Author(seat.Page.Ordinal));

    public string Assignee(TaskSeat seat) => pages[seat.Page.Kind].Mentioned(seat.Page.Ordinal);

    public DateTimeOffset CreatedAt(TaskSeat seat) => pages[seat.Page.Kind].CreatedAt(seat.Page.Ordinal);

    /// <summary>Gives the moment on which the task was completed; null for an open one.</summary>
    public DateTimeOffset? CompletedAt(TaskSeat seat) =>
        Of(seat).Below(5, Aspect.Status) < 2 ? Dates.At(Of(seat), CreatedAt(seat).AddDays(1), 20) : null;

    public string CompletedBy(TaskSeat seat) => ids.AccountId(Of(seat).Below(users.Count, Aspect.Author));

    /// <summary>Gives the day on which the task is due, at midnight; null for one without a due date.</summary>
    public DateTimeOffset? DueAt(TaskSeat seat) => Of(seat).OneIn(2, Aspect.Date, 1)
        ? new DateTimeOffset(CreatedAt(seat).UtcDateTime.Date, TimeSpan.Zero).AddDays(7 + Of(seat).Below(30, Aspect.Date, 2))
        : null;

    /// <summary>Gives the words of the task, as the current made-up body has them.</summary>
    public BodyDocument Body(TaskSeat seat)
    {
        GeneratedContent made = pages[seat.Page.Kind];
        return made.Body(seat.Page.Ordinal, made.VersionCount(seat.Page.Ordinal)).Task(seat.Slot);
    }

    private Draw Of(TaskSeat seat) => new(seed, EntityKind.Task, seat.Id);
}
