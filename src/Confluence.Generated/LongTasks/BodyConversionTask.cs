using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.LongTasks;

/// <summary>The conversion of a body from one form to another.</summary>
internal sealed class BodyConversionTask(ContentBodiesV1Client client, string id) : IWaitedFor<AsyncContentBody>
{
    public string Id => id;

    public string Kind => "conversion";

    public ConfluenceOperation Operation => ContentBodiesV1Client.Operations.AsyncConvertContentBodyResponse;

    public string Method => "WaitForConversionAsync";

    public string IfUnknown => "Confluence keeps a converted body for five minutes, then it knows nothing of the conversion. If the id is right, start the conversion again.";

    public Task<AsyncContentBody> AskAsync(ConfluenceRequestOptions options, CancellationToken cancellationToken) => client.AsyncConvertContentBodyResponseAsync(id, options, cancellationToken);

    public LongTaskState StateOf(AsyncContentBody answer)
    {
        // RERUNNING has a body, which an earlier run left behind: the one that was asked for is still to come. So it is with states that nobody knows yet.
        LongTaskOutcome outcome = answer.Status?.Value switch
        {
            AsyncContentBodyStatus.Values.Completed => LongTaskOutcome.Succeeded,
            AsyncContentBodyStatus.Values.Failed => LongTaskOutcome.Failed,
            _ => LongTaskOutcome.None,
        };
        return new LongTaskState(outcome, null, string.IsNullOrEmpty(answer.Error) ? [] : [answer.Error]);
    }
}
