using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Who wrote tasks into a page, and who completed them.</summary>
internal sealed class TaskActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ActivitySource(client, options, gaps)
{
    public override ActivitySources Flag => ActivitySources.Tasks;

    protected override string What => "The tasks";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        bool isBlogPost = page.Kind == PageKind.BlogPost;
        GetTasksOptions call = Options.Each(new GetTasksOptions
        {
            PageId = isBlogPost ? null : [page.Id],
            BlogPostId = isBlogPost ? [page.Id] : null,
            Limit = LargestPage,
        });
        await foreach (ContentTask task in Client.Tasks.GetTasksAsync(call, cancellationToken).ConfigureAwait(false))
        {
            if (task.Id is not { Length: > 0 } id)
            {
                events.Add(WithoutId(page, "A task"));
                continue;
            }

            events.Add(ActivityEvent.On(page, ActivityKind.TaskCreated, $"task-created:{id}", task.CreatedBy, task.CreatedAt, task: task, taskId: id));
            if (task.Status == ContentTaskStatus.Complete)
            {
                events.Add(ActivityEvent.On(page, ActivityKind.TaskCompleted, $"task-completed:{id}", task.CompletedBy, task.CompletedAt, task: task, taskId: id));
            }
        }
    }
}
