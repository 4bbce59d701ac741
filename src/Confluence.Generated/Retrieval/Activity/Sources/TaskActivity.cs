using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Who wrote tasks into a page, and who completed them.</summary>
internal sealed class TaskActivity(ActivityOptions options, PageWalkState walk) : ActivitySource("The tasks", options, walk)
{
    public override ActivitySources Flag => ActivitySources.Tasks;

    public override Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        RetrievedPage page = events.Page;
        bool isBlogPost = page.Kind == PageKind.BlogPost;
        GetTasksOptions call = Options.Each(new GetTasksOptions
        {
            PageIds = isBlogPost ? null : [page.Id],
            BlogPostIds = isBlogPost ? [page.Id] : null,
        });
        return EachAsync(events, Client.Tasks.GetTasksAsync(call, cancellationToken), Add, cancellationToken);

        void Add(ContentTask task)
        {
            if (task.IdOrNull is not { Length: > 0 } id)
            {
                events.MissId("A task");
                return;
            }

            events.Add(ActivityEvent.On(page, ActivityKind.TaskCreated, $"task-created:{id}", task.CreatedByOrNull, task.CreatedAtOrNull, task: task, taskId: id));
            if (task.StatusOrNull == ContentTaskStatus.Complete)
            {
                events.Add(ActivityEvent.On(page, ActivityKind.TaskCompleted, $"task-completed:{id}", task.CompletedBy, task.CompletedAt, task: task, taskId: id));
            }
        }
    }
}
