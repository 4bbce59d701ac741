using System.Globalization;
using System.Net;

namespace Confluence.Sandbox.Content;

/// <summary>A task as it stands in a stored body.</summary>
/// <param name="LocalId">The id within the body.</param>
/// <param name="IsComplete">Whether it is ticked off.</param>
/// <param name="Body">What is to be done, as storage format.</param>
/// <param name="AssigneeId">The account id of the first one whom it names; null when it names nobody.</param>
/// <param name="DueAt">The first date in it, at midnight; null without one.</param>
internal sealed record MarkedTask(string LocalId, bool IsComplete, string Body, string? AssigneeId, DateTimeOffset? DueAt);

/// <summary>Finds the tasks in bodies of storage format: the elements <c>ac:task</c>.</summary>
internal static class TaskMarkup
{
    /// <summary>Gives the tasks in their order; one without an id of its own is none.</summary>
    public static IReadOnlyList<MarkedTask> Read(string storage)
    {
        List<MarkedTask> tasks = [];
        foreach (string task in Inside(storage, "<ac:task>", "</ac:task>"))
        {
            string? id = Inside(task, "<ac:task-id>", "</ac:task-id>").FirstOrDefault();
            if (string.IsNullOrWhiteSpace(id) || tasks.Exists(other => other.LocalId == id))
            {
                continue;
            }

            string body = Inside(task, "<ac:task-body>", "</ac:task-body>").FirstOrDefault() ?? "";
            string? due = Inside(body, "<time datetime=\"", "\"").FirstOrDefault();
            tasks.Add(new MarkedTask(
                id,
                Inside(task, "<ac:task-status>", "</ac:task-status>").FirstOrDefault() == "complete",
                body,
                Inside(body, "ri:account-id=\"", "\"").Select(WebUtility.HtmlDecode).FirstOrDefault(),
                DateTimeOffset.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day) ? day : null));
        }

        return tasks;
    }

    private static IEnumerable<string> Inside(string text, string open, string close)
    {
        for (int at = text.IndexOf(open, StringComparison.Ordinal); at >= 0; at = text.IndexOf(open, at, StringComparison.Ordinal))
        {
            at += open.Length;
            int end = text.IndexOf(close, at, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            yield return text[at..end];
            at = end;
        }
    }
}
