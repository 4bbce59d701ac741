using System.Text.Json;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Runs;
using Confluence.Contract.Tests.Samples;
using Confluence.Contract.Tests.Stub;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Peers;

/// <summary>Makes the same call through the library and through NSwag's client, against the same stub, and compares what arrived.</summary>
internal sealed class PeerRun(ConfluenceClient client, PeerClient peer, StubServer stub)
{
    public async Task<PeerOutcome> RunAsync(ContractOperation operation)
    {
        PeerOutcome outcome = new(operation);
        foreach (CallPlan plan in new[] { CallPlan.Complete(operation), CallPlan.Sparse(operation) })
        {
            await CompareAsync(plan, outcome);
        }

        return outcome;
    }

    private async Task CompareAsync(CallPlan plan, PeerOutcome outcome)
    {
        stub.Prepare(Answers(plan));
        await CallResult.OfAsync(OperationMethod.Find(client, plan.Operation).Call(plan), mostPages: 1);
        ArrivedRequest own = stub.TakeArrived()[0].Request;

        stub.Prepare(Answers(plan));
        try
        {
            await peer.CallAsync(plan);
        }
        catch (Exception exception) when (stub.TakeArrived().Count > 0)
        {
            // It has sent its request, which is all that counts here; what it says of the answer goes into the report.
            outcome.Unread.Add($"{exception.GetType().Name}: {exception.Message.Split('\n')[0]}");
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException or JsonException)
        {
            outcome.Differences.Add(exception.Message);
            return;
        }

        outcome.Differences.AddRange(RequestComparison.Differences(own, stub.TakeArrived()[0].Request, plan.IsComplete, outcome.Unasked));
    }

    private IEnumerable<StubAnswer> Answers(CallPlan plan) => StubAnswers.Of(plan, SampleStyle.Complete, stub.Address);
}
