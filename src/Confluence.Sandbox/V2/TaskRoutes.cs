using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Tasks: <c>/tasks</c> with its filters, one by id, and completing or reopening one.</summary>
internal static class TaskRoutes
{
    private const string Complete = "complete";
    private const string Incomplete = "incomplete";

    private static readonly string[] s_statuses = [Complete, Incomplete];

    public static void Add(RouteTable routes)
    {
        routes.Get("tasks", List);
        routes.Get("tasks/{}", static exchange => Write(exchange, Required(exchange)));
        routes.Add("PUT", "tasks/{}", UpdateAsync);
    }

    private static PageTask Required(Exchange exchange) =>
        exchange.Site.Tasks.Find(exchange.Id()) ?? throw V2Error.NoSuch("task", exchange.Value(0));

    private static void List(Exchange exchange)
    {
        Site site = exchange.Site;
        V2List list = V2List.Read(exchange, "tasks", "id", []);
        string? format = exchange.OneOf("body-format", Representations.Primary);
        Func<PageTask, bool> wanted = Filter(exchange);
        Func<PageTask, ListKey> key = static task => ListKey.ById(task.Id);
        Slice<PageTask> slice = Pages(exchange) is IReadOnlyList<long> pages
            ? list.Cut(pages.SelectMany(site.Tasks.On).Where(wanted), key)
            : Slicing.InOrder(site.Tasks.All(list.After?.Id ?? 0).Where(wanted), key, false, list.After, list.Limit);
        list.Write(exchange, slice, key, (writer, task) =>
        {
            writer.WriteStartObject();
            WriteMembers(writer, site, task, format);
            writer.WriteEndObject();
        });
    }

    /// <summary>Gives the pages and blog posts that the caller names; null when all are asked for. Unknown ones have no tasks.</summary>
    private static List<long>? Pages(Exchange exchange)
    {
        IReadOnlySet<long>? pages = exchange.Ids("page-id", 250);
        IReadOnlySet<long>? posts = exchange.Ids("blogpost-id", 250);
        return pages is null && posts is null ? null : [.. Of(pages, PageKind.Page), .. Of(posts, PageKind.BlogPost)];

        IEnumerable<long> Of(IReadOnlySet<long>? ids, PageKind kind) =>
            (ids ?? new HashSet<long>()).Where(id => exchange.Site.FindPage(id) is Page page && page.Kind == kind);
    }

    private static Func<PageTask, bool> Filter(Exchange exchange)
    {
        Site site = exchange.Site;
        string? status = exchange.OneOf("status", s_statuses);
        IReadOnlySet<long>? ids = exchange.Ids("task-id", 250);
        IReadOnlySet<long>? spaces = exchange.Ids("space-id", 250);
        IReadOnlyList<string> authors = exchange.Many("created-by", 250);
        IReadOnlyList<string> assignees = exchange.Many("assigned-to", 250);
        IReadOnlyList<string> completers = exchange.Many("completed-by", 250);
        Func<DateTimeOffset?, bool> created = Between(exchange, "created-at");
        Func<DateTimeOffset?, bool> due = Between(exchange, "due-at");
        Func<DateTimeOffset?, bool> completed = Between(exchange, "completed-at");
        return task =>
            (status is null || (status == Complete) == task.Completion is not null)
            && (ids is null || ids.Contains(task.Id))
            && (spaces is null || spaces.Contains(site.Ids.SpaceId(site.SpaceOf(task.PageId))))
            && (authors.Count == 0 || authors.Contains(task.AuthorId))
            && (assignees.Count == 0 || (task.AssigneeId is string assignee && assignees.Contains(assignee)))
            && (completers.Count == 0 || (task.Completion is Completion completion && completers.Contains(completion.AccountId)))
            && created(task.CreatedAt)
            && due(task.DueAt)
            && completed(task.Completion?.At);
    }

    /// <summary>Reads a range of moments in milliseconds since 1970, both ends in it. What has no such moment lies in no range.</summary>
    private static Func<DateTimeOffset?, bool> Between(Exchange exchange, string name)
    {
        long? from = Milliseconds(exchange, name + "-from");
        long? to = Milliseconds(exchange, name + "-to");
        return from is null && to is null
            ? static _ => true
            : moment => moment?.ToUnixTimeMilliseconds() is long at && at >= (from ?? long.MinValue) && at <= (to ?? long.MaxValue);
    }

    private static long? Milliseconds(Exchange exchange, string name)
    {
        string? text = exchange.One(name);
        return text is null ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value
            : throw V2Error.InvalidParameter(name, text, "type is long, in milliseconds since 1970");
    }

    private static async Task UpdateAsync(Exchange exchange)
    {
        Site site = exchange.Site;
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        string status = JsonRequest.RequiredText(document.RootElement, "status");
        if (!s_statuses.Contains(status))
        {
            throw V2Error.InvalidBody("'status' must be complete or incomplete");
        }

        PageTask task;
        lock (site.WriteLock)
        {
            task = Required(exchange);
            if ((status == Complete) != task.Completion is not null)
            {
                DateTimeOffset now = site.Now();
                task = task with { UpdatedAt = now, Completion = status == Complete ? new Completion(site.CallerId, now) : null };
                site.Tasks.Store(task);
            }
        }

        Write(exchange, task);
    }

    private static void Write(Exchange exchange, PageTask task)
    {
        string? format = exchange.OneOf("body-format", Representations.Primary);
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer => WriteMembers(writer, exchange.Site, task, format));
    }

    private static void WriteMembers(Utf8JsonWriter writer, Site site, PageTask task, string? format)
    {
        writer.WriteId("id"u8, task.Id);
        writer.WriteString("localId"u8, task.LocalId);
        writer.WriteId("spaceId"u8, site.Ids.SpaceId(site.SpaceOf(task.PageId)));
        writer.WriteId(task.PageKind.IdMember(), task.PageId);
        writer.WriteString("status"u8, task.Completion is null ? Incomplete : Complete);
        writer.WriteStartObject("body"u8);
        if (format is not null)
        {
            PageJson.WriteRepresentation(writer, format, site.Tasks.Body(task, format));
        }

        writer.WriteEndObject();
        writer.WriteString("createdBy"u8, task.AuthorId);
        if (task.AssigneeId is not null)
        {
            writer.WriteString("assignedTo"u8, task.AssigneeId);
        }

        if (task.Completion is Completion completion)
        {
            writer.WriteString("completedBy"u8, completion.AccountId);
        }

        writer.WriteDate("createdAt"u8, task.CreatedAt);
        writer.WriteDate("updatedAt"u8, task.UpdatedAt);
        if (task.DueAt is DateTimeOffset due)
        {
            writer.WriteDate("dueAt"u8, due);
        }

        if (task.Completion is Completion done)
        {
            writer.WriteDate("completedAt"u8, done.At);
        }
    }
}
