using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Runs;

namespace Confluence.Contract.Tests;

/// <summary>Every operation of both documents, called over HTTP and judged by what Microsoft.OpenApi reads in the documents.</summary>
public sealed class CallingTests(ContractRun run)
{
    public static TheoryData<string> Operations { get; } = [.. EffectiveDocuments.Operations.Select(static operation => operation.ToString())];

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_sends_and_reads_what_the_document_says(string operation)
    {
        OperationOutcome outcome = run.Of(operation);

        Assert.True(outcome.IsMatched, string.Join('\n', outcome.Problems.DefaultIfEmpty("No request arrived.")));
    }

    [Fact]
    public void All_operations_are_called_and_matched()
    {
        Assert.Equal(218, run.Outcomes.Count(static outcome => outcome.Operation.Api == "v2"));
        Assert.Equal(130, run.Outcomes.Count(static outcome => outcome.Operation.Api == "v1"));
        Assert.Equal(348, run.Outcomes.Count(static outcome => outcome.IsMatched));
    }
}
