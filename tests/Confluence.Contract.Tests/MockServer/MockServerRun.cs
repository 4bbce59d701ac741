using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Runs;
using Confluence.Generated;

namespace Confluence.Contract.Tests.MockServer;

/// <summary>Drives a mock server that somebody else has written: every operation twice, with everything set and with nothing that may be left out.</summary>
internal static class MockServerRun
{
    /// <exception cref="ArgumentException">The text names no servers of this machine.</exception>
    public static async Task<IReadOnlyList<MockServerOutcome>> RunAsync(string servers)
    {
        List<MockServerOutcome> outcomes = [];
        foreach (MockServerAddress server in MockServerAddress.Parse(servers))
        {
            using ConfluenceClient client = server.CreateClient();
            foreach (ContractOperation operation in EffectiveDocuments.Operations.Where(server.Serves))
            {
                foreach (CallPlan plan in new[] { CallPlan.Complete(operation), CallPlan.Sparse(operation) })
                {
                    outcomes.Add(new MockServerOutcome(operation, plan.IsComplete, await CallAsync(client, plan)));
                }
            }
        }

        return outcomes;
    }

    private static async Task<string?> CallAsync(ConfluenceClient client, CallPlan plan)
    {
        try
        {
            await CallResult.OfAsync(OperationMethod.Find(client, plan.Operation).Call(plan), mostPages: 1);
            return null;
        }
        catch (ConfluenceApiException exception) when (plan.Operation.Answer.IsRedirect && (int?)exception.StatusCode == plan.Operation.Answer.Status)
        {
            // The document says that there is a redirect and not where to, so a mock server cannot know it either.
            return null;
        }
        catch (Exception exception) when (exception is ConfluenceException or InvalidOperationException or ArgumentException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}

/// <summary>One call of a mock server.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="IsComplete">Whether everything was set.</param>
/// <param name="Problem">Why the call failed; null when it succeeded and its answer was read.</param>
internal sealed record MockServerOutcome(ContractOperation Operation, bool IsComplete, string? Problem);
