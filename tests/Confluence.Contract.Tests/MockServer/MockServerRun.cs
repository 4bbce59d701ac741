using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Judges;
using Confluence.Contract.Tests.Runs;
using Confluence.Generated;

namespace Confluence.Contract.Tests.MockServer;

/// <summary>Drives a mock server that somebody else has written: every operation twice, with everything set and with nothing that may be left out.</summary>
internal static class MockServerRun
{
    /// <summary>The variable that names the server.</summary>
    public const string Variable = "CONFLUENCE_CONTRACT_URL";

    /// <exception cref="ArgumentException">The address is none of this machine.</exception>
    public static async Task<IReadOnlyList<MockServerOutcome>> RunAsync(string address)
    {
        Uri uri = Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && parsed.IsLoopback
            ? parsed
            : throw new ArgumentException($"{Variable} is '{address}'. Name a server on this machine, such as http://127.0.0.1:4010: tests reach nothing beyond it.");

        // A mock server knows nothing of what answers carry though the document does not require it.
        ConfluenceClientOptions options = new() { Lenient = true, Retry = { MaxRetries = 0 } };
        using ConfluenceClient client = new(uri.GetLeftPart(UriPartial.Authority), new ApiTokenCredential(RequestJudge.Email, RequestJudge.Token), options);
        List<MockServerOutcome> outcomes = [];
        foreach (ContractOperation operation in EffectiveDocuments.Operations)
        {
            foreach (CallPlan plan in new[] { CallPlan.Complete(operation), CallPlan.Sparse(operation) })
            {
                outcomes.Add(new MockServerOutcome(operation, plan.IsComplete, await CallAsync(client, plan)));
            }
        }

        return outcomes;
    }

    private static async Task<string?> CallAsync(ConfluenceClient client, CallPlan plan)
    {
        try
        {
            await CallResult.OfAsync(OperationMethod.Find(client, plan.Operation).Call(plan.FromStart()), mostPages: 1);
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
