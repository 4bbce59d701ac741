using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>
/// The tasks as they are now: those of the made-up bodies, and those of the bodies that were written through the API in storage format.
/// </summary>
internal sealed class TaskStore(Site site, GeneratedTasks generated)
{
    private const long Everywhere = 0;

    private readonly ConcurrentDictionary<long, ImmutableList<PageTask>> _changed = new();
    private readonly ConcurrentDictionary<long, long> _pageOf = new();
    private readonly CreatedIds _created = new();

    /// <summary>Finds a task; null when there is none, or its page is in the trash.</summary>
    public PageTask? Find(long id)
    {
        long? page = _pageOf.TryGetValue(id, out long written) ? written : generated.Find(id) is TaskSeat seat ? site.Ids.Id(seat.Page) : null;
        return page is long pageId ? On(pageId).FirstOrDefault(task => task.Id == id) : null;
    }

    /// <summary>Gives the tasks of a page by ascending id; none when it is in the trash.</summary>
    public IEnumerable<PageTask> On(long pageId) => Site.IsVisible(site.StatusOf(pageId)) ? Of(pageId) : [];

    /// <summary>Gives all tasks of pages and blog posts that are not in the trash, by ascending id.</summary>
    /// <param name="after">The id to start beyond.</param>
    public IEnumerable<PageTask> All(long after = 0)
    {
        PagePlace first = site.Ids.FindTask(after)?.Page ?? default;
        IEnumerable<PageTask> madeUp = after >= IdScheme.FirstCreatedId ? [] : PageKinds.All
            .Where(kind => kind >= first.Kind)
            .SelectMany(kind => Places(kind, kind == first.Kind ? first.Ordinal : 0))
            .SelectMany(place => On(site.Ids.Id(place)))
            .Where(task => task.Id > after && task.Id < IdScheme.FirstCreatedId);
        return madeUp.Concat(_created[Everywhere].Where(id => id > after).Select(Find).OfType<PageTask>());
    }

    /// <summary>Gives the words of a task in one representation.</summary>
    public string Body(PageTask task, string representation) => task.Body is StoredBody body
        ? BodyConversion.Convert(body, representation)
        : generated.Find(task.Id) is TaskSeat seat ? BodyConversion.Render(generated.Body(seat), representation) : "";

    /// <summary>Stores a completed or reopened task. The caller holds the write lock.</summary>
    public void Store(PageTask task) =>
        _changed[task.PageId] = [.. Of(task.PageId).Select(other => other.Id == task.Id ? task : other)];

    /// <summary>
    /// Reads the tasks of a body that was just written. A task that was there before keeps its id and its history, and is completed or
    /// reopened when the body says otherwise than the last one. The caller holds the write lock.
    /// </summary>
    /// <param name="page">The page with its new version.</param>
    /// <param name="before">The last body in storage format, empty for a new page.</param>
    public void BodyWritten(Page page, string before)
    {
        IReadOnlyList<MarkedTask> marked = TaskMarkup.Read(site.Body(page, page.VersionCount, Representations.Storage));
        ImmutableList<PageTask> known = Of(page.Id);
        if (marked.Count == 0 && known.IsEmpty)
        {
            return;
        }

        Dictionary<string, MarkedTask> last = TaskMarkup.Read(before).ToDictionary(static task => task.LocalId, StringComparer.Ordinal);
        ImmutableList<PageTask> tasks = [.. marked
            .Select(task => known.Find(other => other.LocalId == task.LocalId) is PageTask there
                ? Changed(there, task, last.GetValueOrDefault(task.LocalId)?.IsComplete ?? there.Completion is not null)
                : Created(page, task))
            .OrderBy(static task => task.Id)];
        foreach (PageTask gone in known.Where(task => task.Id >= IdScheme.FirstCreatedId && !tasks.Exists(other => other.Id == task.Id)))
        {
            _created.Set(Everywhere, gone.Id, present: false);
        }

        _changed[page.Id] = tasks;
    }

    private PageTask Created(Page page, MarkedTask task)
    {
        DateTimeOffset now = site.Now();
        long id = site.NextId();
        _pageOf[id] = page.Id;
        _created.Set(Everywhere, id, present: true);
        return new PageTask
        {
            Id = id,
            LocalId = task.LocalId,
            PageId = page.Id,
            PageKind = page.Kind,
            AuthorId = site.CallerId,
            AssigneeId = task.AssigneeId,
            CreatedAt = now,
            UpdatedAt = now,
            DueAt = task.DueAt,
            Completion = task.IsComplete ? new Completion(site.CallerId, now) : null,
            Body = new StoredBody(Representations.Storage, task.Body),
        };
    }

    private PageTask Changed(PageTask known, MarkedTask task, bool wasComplete)
    {
        StoredBody body = new(Representations.Storage, task.Body);
        PageTask changed = known with
        {
            Body = body,
            AssigneeId = task.AssigneeId,
            DueAt = task.DueAt ?? known.DueAt,
            Completion = task.IsComplete == wasComplete ? known.Completion : task.IsComplete ? new Completion(site.CallerId, site.Now()) : null,
        };
        return changed == known with { Body = body } ? changed : changed with { UpdatedAt = site.Now() };
    }

    private ImmutableList<PageTask> Of(long pageId)
    {
        if (_changed.TryGetValue(pageId, out ImmutableList<PageTask>? tasks))
        {
            return tasks;
        }

        return site.Ids.FindPage(pageId) is PagePlace place ? [.. generated.On(place).Select(MadeUp)] : [];
    }

    private IEnumerable<PagePlace> Places(PageKind kind, int start)
    {
        for (int ordinal = start; ordinal < site.MadeUp[kind].Count; ordinal++)
        {
            yield return new PagePlace(kind, ordinal);
        }
    }

    private PageTask MadeUp(TaskSeat seat)
    {
        DateTimeOffset created = generated.CreatedAt(seat);
        DateTimeOffset? completed = generated.CompletedAt(seat);
        return new PageTask
        {
            Id = seat.Id,
            LocalId = (seat.Slot + 1).ToString(CultureInfo.InvariantCulture),
            PageId = site.Ids.Id(seat.Page),
            PageKind = seat.Page.Kind,
            AuthorId = generated.Author(seat),
            AssigneeId = generated.Assignee(seat),
            CreatedAt = created,
            UpdatedAt = completed ?? created,
            DueAt = generated.DueAt(seat),
            Completion = completed is DateTimeOffset at ? new Completion(generated.CompletedBy(seat), at) : null,
        };
    }
}
