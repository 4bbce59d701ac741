using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Runs;
using Confluence.Contract.Tests.Samples;

namespace Confluence.Contract.Tests;

/// <summary>Every operation of both documents, called over HTTP and judged by what Microsoft.OpenApi reads in the documents.</summary>
public sealed class CallingTests(ContractRun run)
{
    [Theory]
    [MemberData(nameof(EffectiveDocuments.Names), MemberType = typeof(EffectiveDocuments))]
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

    [Fact]
    public void Every_optional_parameter_is_set() =>
        Assert.Equal(
            EffectiveDocuments.Operations.Sum(static operation => operation.Parameters.Count(parameter => !operation.IsAlwaysSent(parameter))),
            run.Outcomes.Sum(static outcome => outcome.Options));

    [Fact]
    public void Every_optional_parameter_is_sent_alone_too() =>
        Assert.All(run.Outcomes, static outcome => Assert.True(outcome.Singles >= outcome.Options, $"{outcome.Operation}: {outcome.Singles} calls for {outcome.Options} optional parameters."));

    [Fact]
    public void Every_JSON_answer_is_read_and_written_back_in_every_style() =>
        Assert.All(
            run.Outcomes.Where(static outcome => outcome.Operation.Answer.Schema is not null),
            static outcome => Assert.Equal(Enum.GetValues<SampleStyle>(), outcome.PayloadsOf.Keys.Order()));

    [Fact]
    public void Every_documented_member_has_a_property() =>
        Assert.Empty(run.Outcomes.SelectMany(static outcome => outcome.Untyped).Distinct());
}
