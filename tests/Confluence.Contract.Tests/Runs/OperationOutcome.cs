using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Samples;

namespace Confluence.Contract.Tests.Runs;

/// <summary>What came of the calls of one operation.</summary>
internal sealed class OperationOutcome(ContractOperation operation)
{
    public ContractOperation Operation { get; } = operation;

    /// <summary>What is wrong, each with the pass in which it showed.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How many requests arrived as planned.</summary>
    public int Requests { get; set; }

    /// <summary>How many calls had one optional parameter or member alone.</summary>
    public int Singles { get; set; }

    /// <summary>How many JSON answers of each style were read, compared and written back.</summary>
    public Dictionary<SampleStyle, int> PayloadsOf { get; } = [];

    public int Payloads => PayloadsOf.Values.Sum();

    /// <summary>How many optional parameters were set.</summary>
    public int Options { get; set; }

    /// <summary>Members of the document that a model keeps without a property.</summary>
    public SortedSet<string> Untyped { get; } = new(StringComparer.Ordinal);

    public bool IsMatched => Requests > 0 && Problems.Count == 0;
}
