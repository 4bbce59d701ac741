using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.LongTasks;

/// <summary>A task as archiving, copying and deleting start it.</summary>
internal sealed class ServerTask(LongRunningTasksV1Client client, string id) : IWaitedFor<LongTaskStatusDetails>
{
    private const int Complete = 100;

    public string Id => id;

    public string Kind => "task";

    public ConfluenceOperation Operation => LongRunningTasksV1Client.Operations.GetLongRunningTask;

    public string Method => "WaitForLongTaskAsync";

    public string IfUnknown =>
        "Confluence answers like this when it never had such a task, when it has forgotten it, as it does some time after a task has ended, and when the account may not see it. So the task may be over: look whether what it was to do is done.";

    public Task<LongTaskStatusDetails> AskAsync(ConfluenceRequestOptions options, CancellationToken cancellationToken) => client.GetLongRunningTaskAsync(id, options, cancellationToken);

    public LongTaskState StateOf(LongTaskStatusDetails answer)
    {
        // Some servers leave out whether it is finished, and count to the end instead. One that says neither is an answer that cannot be read.
        bool isFinished = answer.FinishedOrNull ?? (answer.PercentageCompleteOrNull is { } percentage ? percentage >= Complete : answer.Finished);
        LongTaskOutcome outcome = !isFinished ? LongTaskOutcome.None : answer.Successful ? LongTaskOutcome.Succeeded : LongTaskOutcome.Failed; // While it runs, Successful says nothing.
        return new LongTaskState(outcome, answer.PercentageCompleteOrNull, [.. Texts(answer.MessagesOrNull), .. Texts(answer.Errors)]);
    }

    private static IEnumerable<string> Texts(IReadOnlyList<Message>? messages) =>
        (messages ?? []).Select(static message => message.Translation).OfType<string>().Where(static text => text.Length > 0);
}
