using System.Collections.Concurrent;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>How a task was completed.</summary>
internal sealed record Completion(string AccountId, DateTimeOffset At);

/// <summary>A task as it is now.</summary>
internal sealed record PageTask
{
    public required TaskSeat Seat { get; init; }

    public required long PageId { get; init; }

    public required string AuthorId { get; init; }

    public required string AssigneeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets the completion; null for an open task.</summary>
    public required Completion? Completion { get; init; }

    public long Id => Seat.Id;
}

/// <summary>
/// The tasks as they are now. They are those of the made-up bodies, and stay when a body is replaced through the API; tasks in bodies that
/// were written through the API are not read.
/// </summary>
internal sealed class TaskStore(Site site, GeneratedTasks generated)
{
    private readonly ConcurrentDictionary<long, PageTask> _changed = new();

    /// <summary>Finds a task; null when there is none, or its page is in the trash.</summary>
    public PageTask? Find(long id) =>
        generated.Find(id) is TaskSeat seat && Site.IsVisible(site.StatusOf(site.Ids.Id(seat.Page))) ? Now(seat) : null;

    /// <summary>Gives the tasks of a page by ascending id; none when it is in the trash.</summary>
    public IEnumerable<PageTask> On(PagePlace page) =>
        Site.IsVisible(site.StatusOf(site.Ids.Id(page))) ? generated.On(page).Select(Now) : [];

    /// <summary>Gives all tasks of pages and blog posts that are not in the trash, by ascending id.</summary>
    /// <param name="after">The id to start beyond.</param>
    public IEnumerable<PageTask> All(long after = 0)
    {
        PagePlace first = site.Ids.FindTask(after)?.Page ?? default;
        return PageKinds.All
            .Where(kind => kind >= first.Kind)
            .SelectMany(kind => Places(kind, kind == first.Kind ? first.Ordinal : 0))
            .SelectMany(On)
            .Where(task => task.Id > after);
    }

    public string Body(PageTask task, string representation) => BodyConversion.Render(generated.Body(task.Seat), representation);

    /// <summary>Stores a changed task. The caller holds the write lock.</summary>
    public void Store(PageTask task) => _changed[task.Id] = task;

    private IEnumerable<PagePlace> Places(PageKind kind, int start)
    {
        for (int ordinal = start; ordinal < site.MadeUp[kind].Count; ordinal++)
        {
            yield return new PagePlace(kind, ordinal);
        }
    }

    private PageTask Now(TaskSeat seat)
    {
        if (_changed.TryGetValue(seat.Id, out PageTask? changed))
        {
            return changed;
        }

        DateTimeOffset created = generated.CreatedAt(seat);
        DateTimeOffset? completed = generated.CompletedAt(seat);
        return new PageTask
        {
            Seat = seat,
            PageId = site.Ids.Id(seat.Page),
            AuthorId = generated.Author(seat),
            AssigneeId = generated.Assignee(seat),
            CreatedAt = created,
            UpdatedAt = completed ?? created,
            DueAt = generated.DueAt(seat),
            Completion = completed is DateTimeOffset at ? new Completion(generated.CompletedBy(seat), at) : null,
        };
    }
}
